"""Who comes again and again: those of one team, and those who talk with each other."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from mockforge.chance import rng as seeded
from mockforge.synthesis import people
from mockforge.synthesis.naming import singular, tokens, words_of
from mockforge.synthesis.people import Person
from mockforge.synthesis.shared import Shared

STAFF = frozenset(
    tokens("employee staff colleague teammate worker technician agent teacher doctor "
           "nurse instructor professor")
)  # fmt: skip
"""Kinds of those whose company it is."""
_OFFICE = frozenset(
    tokens(
        """
        assignee reporter reviewer approver manager supervisor agent maintainer
        committer contributor responder dispatcher moderator lead merger deployer
        teammate colleague collaborator
        """
    )
) | {
    *("sales rep", "account manager", "project manager", "team lead", "on call"),
    *("product owner", "scrum master", "case manager", "line manager", "agent name"),
    *("assigned agent", "assigned user", "support agent", "sales representative"),
    *("account owner", "deal owner", "lead owner", "case owner", "task owner"),
}
_DEEDS = frozenset(
    tokens(
        """
        created updated modified assigned merged closed approved reviewed deployed
        triggered resolved changed edited handled managed owned acknowledged rejected
        verified processed uploaded
        """
    )
)
"""What one of the team does: `approved_by`."""
_ROLES = {
    **dict.fromkeys(tokens("doctor physician dentist surgeon provider"), "doctor"),
    **dict.fromkeys(tokens("vet veterinarian"), "vet"),
    **dict.fromkeys(tokens("nurse therapist driver courier technician coach trainer "
                           "librarian mechanic stylist inspector judge tutor"), ""),
    **dict.fromkeys(tokens("teacher instructor professor lecturer"), "teacher"),
}  # fmt: skip
"""Those of whom there are a few in one place."""
_TALKING = frozenset(
    tokens(
        """
        sender recipient receiver from to author user participant member creator
        contact
        """
    )
)
_MADE = frozenset(("deployment", "ticket", "pull request", "task", "document",
                   "project", "repository", "epic", "board", "deal",
                   "code issue", "incident", "note", "feature flag",
                   "company", "contact", "lead",
                   "dashboard"))  # fmt: skip
"""What a team makes, and each of it has one of them as its author or owner."""
_MAKERS = frozenset(("author", "owner", "creator", "editor", "committer", "user"))
_MANY, _FEW = 7, 6
_TALKS = frozenset(tokens("conversation chat dm direct thread dialog"))
_ROOMS = frozenset(tokens("channel room group team server space guild"))
_PAIR, _ROOM = 2, 5


@lru_cache(maxsize=4096)
def group_of(key: str, kind: str) -> str:
    """Return the group that *key* of a thing of *kind* is one of, or nothing."""
    words = tuple(word for word in words_of(key) if not word.isdigit())
    if not words:
        return ""
    last = singular(words[-1])
    name = " ".join((*words[:-1], last))
    if name in _OFFICE or last in ("assignee", "reviewer", "approver"):
        return "office"
    if words[-1] in ("by", "to") and len(words) > 1:
        return "office" if words[-2] in _DEEDS else ""
    if last in _ROLES and kind != "course":
        return _ROLES[last] or last
    if last in _MAKERS and len(words) == 1 and kind in _MADE:
        return "office"
    if kind in ("message", "conversation", "") and last in _TALKING:
        return "talk"
    return ""


def circle(shared: Shared, key: str, kind: str, country: str) -> Sequence[Person]:
    """Return those of whom *key* is one; nobody where that may be anyone.

    Args:
        shared: What all of the document has in common.
        key: The words for who is meant.
        kind: What kind of thing it is said of.
        country: The code of where they are, if that is told.
    """
    group = group_of(key, kind)
    if not group or (group == "talk" and not shared.talk):
        return ()
    known = shared.circles.get((group, country))
    if known is None:
        name, size = (shared.talk if group == "talk" else None) or ("team", 0)
        size = size or (_MANY if group == "office" else _FEW)
        draw = seeded(shared.seed, "circle", name, group, country)
        known = tuple(people.someone(draw, shared.today, (26, 61), None, country)
                      for _ in range(size))  # fmt: skip
        shared.circles[group, country] = known
    return known


@lru_cache(maxsize=512)
def talk_of(segments: tuple[str, ...], prompt: str) -> tuple[str, int] | None:
    """Return the talk that a path is in, and how many talk there."""
    words = {singular(word) for part in segments for word in words_of(part)}
    if not words & (_TALKS | _ROOMS) or not words & {"message", *_TALKS}:
        return None
    said = {singular(word) for word in words_of(prompt)}
    is_room = bool(words & _ROOMS) or bool(said & (_ROOMS | {"several", "colleague"}))
    last = [part for part in segments if singular(part.lower()) != "message"]
    return "/".join(last), _ROOM if is_room else _PAIR


def group_size(shared: Shared, kind: str, name: str) -> tuple[int, int] | None:
    """Return how many are in the list *name* of a talk, if those are who talk."""
    if shared.talk is None or kind != "conversation" or shared.talk[1] != _PAIR:
        return None
    return (_PAIR, _PAIR) if name.lower() in _ALL else None


_ALL = frozenset(tokens("participants members users participantids participant_ids"))
