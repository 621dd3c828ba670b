"""Texts in which something that is searched for comes."""

from __future__ import annotations

from collections.abc import Mapping

from mockforge.options import Json
from mockforge.synthesis.facts import SEARCHES, plain
from mockforge.synthesis.kinds import nature_of
from mockforge.synthesis.naming import tokens
from mockforge.synthesis.scope import Scope
from mockforge.synthesis.shared import Shared
from mockforge.synthesis.spots import Spot

_ROLES = ("name", "company", "subject", "description", "summary", "body",
          "message", "comment", "note", "review")  # fmt: skip
_READ = frozenset(
    tokens(
        """
        article post course lesson video book document movie song podcast episode
        event webinar topic question page news paper story recipe
        """
    )
)
_SHAPES = {
    "goods": ("Classic {0}", "{0} Pro", "Everyday {0}", "{0}, Set of 2",
              "Essential {0}", "{0} Plus", "Lightweight {0}", "{0} Mini", "Premium {0}",
              "{0}, New Edition"),
    "job": ("Senior {0}", "{0}", "Lead {0}", "{0} II", "Junior {0}", "Principal {0}",
            "{0} (Part-time)", "Staff {0}"),
    "company": ("{0} Partners", "{0} Group", "{0} & Sons", "{0} Works", "{0} Trading",
                "{0} Labs", "{0} Supply Co.", "{0} Services"),
    "read": ("{0} in Practice", "A Short Guide to {0}", "Getting Started with {0}",
             "{0} Explained", "What to Know About {0}", "The Story of {0}",
             "{0} for Beginners", "More About {0}", "Ten Notes on {0}"),
    "text": ("We were asked about {1} again this week.", "This one is about {1}.",
             "Everything on {1} is in the attached notes.",
             "There is an update on {1}.", "Part of it has to do with {1}.",
             "See also the other entries on {1}."),
    "": ("{0}", "{0} follow-up", "{0} review", "Second {0}", "{0} overview",
         "{0} update", "New {0}", "{0} check"),
}  # fmt: skip
_LONGEST = 60
_NAMES = frozenset(("name", "subject", "company"))


def searched(query: Mapping[str, Json]) -> str:
    """Return what *query* searches for, or nothing."""
    for name, value in query.items():
        if plain(name) in SEARCHES and isinstance(value, str):
            text = " ".join(value.split()).strip("\"'*%")
            is_words = text.replace(" ", "").replace("-", "").isalnum()
            return text if is_words and len(text) <= _LONGEST else ""
    return ""


def texts_with(
    text: str, scope: Scope, kind: str, shared: Shared, count: int
) -> tuple[Spot, list[Json]] | None:
    """Return a field of the things of *scope*, and values for it with *text* in them.

    Args:
        text: What is searched for.
        scope: The fields.
        kind: What they are of.
        shared: What is had in common.
        count: How many there are.
    """
    spot = _spot(scope)
    if nature_of(kind) == "person":
        shared.called = text if any(mark.isupper() for mark in text) else text.title()
        return None
    if spot is None or spot.words[-1:] == ("id",):
        return None
    title = text if any(mark.isupper() for mark in text) else text.title()
    nature = nature_of(kind) or ("read" if kind in _READ else kind)
    if spot.role.name not in _NAMES:
        nature = "text"
    elif spot.role.name == "company":
        nature = "company"
    several = _SHAPES.get(nature, _SHAPES[""])
    shapes = shared.rng.sample(several, len(several))
    return spot, [shapes[number % len(shapes)].format(title, text)
                  for number in range(count)]  # fmt: skip


def _spot(scope: Scope) -> Spot | None:
    items = [spot for spot in scope.spots if scope.is_item(spot) and spot.takes_text
             and len(spot.path) == len(scope.inside) + 1
             and {"enum", "const", "pattern", "format"}.isdisjoint(spot.schema)
             ]  # fmt: skip
    for role in _ROLES:
        for spot in items:
            if spot.role.name == role and not spot.role.whose:
                return spot
    return None
