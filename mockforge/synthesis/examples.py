"""Values like the examples that a schema gives.

An example tells how a value looks: its outline, its size, how a time is written. What
the name of the field says is taken where it looks alike, and else the example is
varied: its digits and what looks drawn by chance, not its words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from functools import lru_cache
from itertools import islice

from mockforge.bodies.document import general
from mockforge.learning.fields.seen import MISSING
from mockforge.options import Json
from mockforge.synthesis import dated
from mockforge.synthesis.entity import Entity, Field
from mockforge.synthesis.variation import composed, varied

Voice = Callable[[Entity, Field], Json]
_LAYOUTS = tuple(
    (re.compile(pattern + r"\Z"), layout)
    for pattern, layout in (
        (r"\d{4}-\d\d-\d\d", "%Y-%m-%d"),
        (r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", "%Y-%m-%dT%H:%M:%SZ"),
        (r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", "%Y-%m-%dT%H:%M:%S.%fmsZ"),
        (r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z", "%Y-%m-%dT%H:%M:%S.%fZ"),
        (r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00", "%Y-%m-%dT%H:%M:%S+00:00"),
        (r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+0000", "%Y-%m-%dT%H:%M:%S+0000"),
        (r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d", "%Y-%m-%dT%H:%M:%S+00:00"),
        (r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d", "%Y-%m-%dT%H:%M:%S"),
        (r"\d{4}-\d\d-\d\dT\d\d:\d\d", "%Y-%m-%dT%H:%M"),
        (r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d", "%Y-%m-%d %H:%M:%S"),
        (r"\d{4}-\d\d-\d\d \d\d:\d\d", "%Y-%m-%d %H:%M"),
        (r"\d{4}/\d\d/\d\d", "%Y/%m/%d"),
        (r"(0\d|1[0-2])/\d\d/\d{4}", "%m/%d/%Y"),
        (r"\d\d/\d\d/\d{4}", "%d/%m/%Y"),
        (r"\d\d\.\d\d\.\d{4}", "%d.%m.%Y"),
        (r"\d\d-\d\d-\d{4}", "%d-%m-%Y"),
        (r"(19|20)\d\d(0\d|1[0-2])[0-3]\d", "%Y%m%d"),
        (r"\d{4}-(0\d|1[0-2])", "%Y-%m"),
        (r"([01]\d|2[0-3]):[0-5]\d:[0-5]\d", "%H:%M:%S"),
        (r"([01]\d|2[0-3]):[0-5]\d", "%H:%M"),
        (r"[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d (\+0000|GMT|UTC)",
         "%a, %d %b %Y %H:%M:%S +0000"),
        (r"\d{1,2} [A-Z][a-z]{2} \d{4}", "%d %b %Y"),
        (r"[A-Z][a-z]{2} \d{1,2}, \d{4}", "%b %d, %Y"),
        (r"[A-Z][a-z]{3,8} \d{1,2}, \d{4}", "%B %d, %Y"),
    )
)  # fmt: skip
"""How times are written."""
_FORMS = tuple(
    (re.compile(pattern + r"\Z", re.DOTALL), form)
    for pattern, form in (
        (r"", "nothing"),
        (r"[\w.+-]+@[\w-]+(\.[\w-]+)+", "email"),
        (r"[a-zA-Z][a-zA-Z0-9+.-]*://\S+", "link"),
        (r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}", "uuid"),
        (r"\+?[0-9][0-9 ().-]{7,}[0-9]", "digits"),
        (r"\d+(\.\d+){3}", "ip"),
        (r"[\w-]+(\.[\w-]+)*\.[a-z]{2,}", "host"),
        (r"[a-z]+", "small"),
        (r"[A-Z]+", "large"),
        (r"[A-Z][a-z]+", "word"),
        (r"[^\W\d_]+", "mixed"),
        (r"[^\W\d_]+([_-][^\W\d_]+)+", "joined"),
        (r"[^\s\d]+", "marked"),
        (r"\S*\d\S*", "code"),
        (r"(\S+ ){1,4}\S*[^.!?\s]", "phrase"),
    )
)
_NAMING = frozenset(("small", "word", "phrase", "mixed"))
"""Forms that names have, any of which fits any other."""
_OTHERS = {
    "country": ("country code",),
    "country code": ("country",),
    "region": ("region code", "country code"),
    "language": ("locale",),
    "locale": ("language",),
    "full": ("first", "last", "username", "email"),
    "username": ("email",),
    "gender": ("gender",),
    "place": ("city", "address"),
    "id": ("slug",),
}
"""Roles that the same name has as well, written otherwise."""
_STEADY = frozenset(("http status", "code", "version", "firmware", "mime", "method",
                     "environment", "hostname", "path", "url", "image"))  # fmt: skip
"""Roles of which the example is more telling than anything made up."""
_SURE = frozenset(("email", "phone", "password", "first", "last", "full", "street",
                   "zip", "city", "iban", "card number", "username"))  # fmt: skip
"""Roles of which the example tells nothing more, short of how it is spelt."""
_OWNED = frozenset(("id", "number", "sku", "serial", "hash", "token"))
_NEAR = 6.0


def of_kind(schema: dict[str, Json], kind: str) -> list[Json]:
    """Return the examples of *schema* that are of *kind*, or its default."""
    told = schema.get("examples")
    several = told if isinstance(told, list) and told else [schema.get("default")]
    return [one for one in several if _is_of(one, kind)]


def _is_of(value: Json, kind: str) -> bool:
    if isinstance(value, bool) or value is None:
        return False
    if kind == "string":
        return isinstance(value, str) and value.strip() != ""
    return isinstance(value, int | float) and (
        kind == "number" or float(value).is_integer()
    )


@lru_cache(maxsize=8192)
def form_of(text: str) -> str:
    """Return what *text* looks like, in a word."""
    layout = layout_of(text)
    if layout is not None:
        return f"time {layout}"
    return next((form for told, form in _FORMS if told.match(text)), "prose")


def layout_of(text: str) -> str | None:
    """Return how the time in *text* is written, None if there is none."""
    if not 5 <= len(text) <= 32 or not text[-1:].isalnum():
        return None
    if not text[0].isdigit() and not text[-4:].isdigit() and text[-3:] != "GMT":
        return None
    return next((layout for told, layout in _LAYOUTS if told.match(text)), None)


class Likeness:
    """One field with examples, and what can be made for it."""

    def __init__(
        self, entity: Entity, field: Field, voices: dict[str, Voice], told: list[Json]
    ) -> None:
        self._entity = entity
        self._field = field
        self._voices = voices
        self._told = told
        self._is_default = not field.schema.get("examples")

    def candidates(self, made: Json) -> Sequence[Json]:
        """Return what may be the value, best first; *made* is what the name says."""
        if self._field.kind == "string":
            return self._texts(made)
        return self._numbers(made)

    def _texts(self, made: Json) -> list[Json]:
        entity, field = self._entity, self._field
        deck = ("example", general(field.path))
        example = str(
            entity.shared.dealt(deck, tuple(str(one).strip() for one in self._told))
        )
        layout, form = layout_of(example), form_of(example)
        if layout is not None:
            return [self._time(layout), example]
        found: list[Json] = []
        if self._is_default and self._is_usual(made):
            return [example]
        if field.role.name in _SURE and made is not MISSING:
            return [made]
        if field.role.name not in _STEADY:
            said = self._said(made)
            alike = (one for one in said if _is_alike(one, example, form))
            found = [*islice(alike, 1)]
        if found or self._is_default:
            return [*found, example]
        if len(self._told) == 1 and form not in ("phrase", "prose", "nothing"):
            found.append(self._varied(example, made))
        if not found and len(self._told) == 1 and form in ("phrase", "prose"):
            found.append(composed(example, self._entity.rng))
        return [*found, example]

    def _said(self, made: Json) -> Iterator[str]:
        """Yield what the name says, and the same in other words."""
        roles = _OTHERS.get(self._field.role.name, ())
        others = (self._voices[role](self._entity, self._field) for role in roles)
        for one in (made, *others):
            if isinstance(one, str) and one is not MISSING:
                yield from (one, one.lower(), one.upper())

    def _varied(self, example: str, made: Json) -> str:
        rng, shared = self._entity.rng, self._entity.shared
        if self._field.role.name not in _OWNED:
            return varied(example, rng)
        if isinstance(made, str) and made is not MISSING:
            # The same thing has the same one wherever it comes.
            known = shared.alike.get(made)
            if known is None:
                known = shared.fresh("id", lambda: varied(example, rng))
                shared.alike[made] = shared.alike[known] = known
            return str(known)
        return shared.fresh("id", lambda: varied(example, rng))

    def _time(self, layout: str) -> Json:
        entity, field = self._entity, self._field
        role = field.role.name if field.role.name in dated.ROLES else "created"
        asked = field._replace(schema={"format": "date-time"}, kind="string")
        written = self._voices[role](entity, asked)
        if not isinstance(written, str) or layout_of(written) is None:
            return MISSING
        at = datetime.fromisoformat(written[:19]).replace(tzinfo=UTC)
        return at.strftime(layout.replace("%fms", "000"))

    def _numbers(self, made: Json) -> list[Json]:
        told = [one for one in self._told if isinstance(one, int | float)]
        low, high = min(told), max(told)
        role = self._field.role.name
        if role in _STEADY or (self._is_default and self._is_usual(made)):
            return [*told[:1]]
        if not isinstance(made, int | float):
            return [self._about(told), *told]
        if role == "id" and isinstance(made, int):
            return [self._counted(made, int(low))]
        if not (high or low):
            return [made]
        if _is_near(made, low, high):
            return [self._as_fine(made, told), made]
        if role in dated.ROLES:
            finer = [made * factor for factor in (1000, 1_000_000, 0.001)]
            return [int(one) for one in finer if _is_near(one, low, high)] or [made]
        return [self._about(told), *told]

    def _is_usual(self, made: Json) -> bool:
        """Return whether what is usual is meant, where a default tells that."""
        return made is MISSING or self._entity.rng.random() < 0.5

    def _counted(self, made: int, example: int) -> int:
        """Return an id of the size of *example*; they go on as they would have."""
        if _is_near(made, example, example):
            return made
        shared, field = self._entity.shared, self._field
        key = ("id", field.role.whose or self._entity.kind)
        offset = shared.alike.get(key)
        if not isinstance(offset, int):
            offset = example + self._entity.rng.randrange(max(example // 3, 9)) - made
            shared.alike[key] = offset
        return max(made + offset, 1)

    def _as_fine(self, made: float, told: Sequence[float]) -> float:
        """Return *made* with decimals, if the examples have some."""
        places = max(len(str(float(each)).rpartition(".")[2]) for each in told)
        is_whole = all(float(each).is_integer() for each in told)
        if self._field.kind != "number" or is_whole or not float(made).is_integer():
            return made
        return round(made + self._entity.rng.uniform(-0.5, 0.5), min(places, 6))

    def _about(self, told: Sequence[float]) -> Json:
        """Return a number of the size and the roundness of those that are *told*."""
        rng, field = self._entity.rng, self._field
        one = rng.choice(told)
        value = one * rng.uniform(0.5, 1.7)
        if all(0 <= each <= 1 for each in told) and field.kind == "number":
            value = min(value, 1.0)
        if field.kind == "number" and any(each != int(each) for each in told):
            places = max(len(str(float(each)).rpartition(".")[2]) for each in told)
            return round(value, min(places, 6))
        size = abs(int(one))
        if size > 4 and size & (size - 1) == 0:
            return int(size * 2 ** rng.randint(-1, 1))
        grain = 10 ** (len(str(size)) - len(str(size).rstrip("0")))
        if grain > 1 and size == grain:
            grain //= 10
        return round(value / grain) * grain or int(one)


def _is_near(value: float, low: float, high: float) -> bool:
    """Return whether *value* is of the size of what is between *low* and *high*."""
    if low <= value <= high:
        return True
    small, large = sorted((abs(low), abs(high)))
    is_signed = (value < 0) == (low < 0)
    return is_signed and small / _NEAR <= abs(value) <= large * _NEAR and large > 0


def _is_alike(made: str, example: str, form: str) -> bool:
    """Return whether *made* looks as *example* does."""
    mine = form_of(made)
    if form in ("large", "small") and len(example) <= 3:
        return mine == form and len(made) == len(example)
    if form in ("code", "marked", "nothing"):
        return False
    return mine == form or (mine in _NAMING and form in _NAMING)
