"""Fields: which values of a document a rule means, and what each is known by."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING

from mockforge.options import Json

if TYPE_CHECKING:
    from mockforge.bodies.document import Path

ANY = "*"
"""Stands for every item of a list, or every member of an object."""

MOST = 2000
"""Values of one answer that move by one rule; more of them stay."""

# By how sure it is that a field of this name tells one thing from all others; the
# first of an object tells it too, if it is an id by its name.
_NAMES = ("id", "_id", "uuid", "guid", "uid", "key", "sku", "slug", "symbol", "ticker")
_OWN = re.compile(r"(?:^|[a-z_])(?:id|Id|ID|uuid|UUID|guid|key|code)\Z")
_TITLES = ("code", "name", "username", "login", "email", "title", "url", "href")

MARK, ALONE = "#", "##"
"""How what is known by an id begins, and by one that no other thing has."""

CARRIED = ("node", "resource", "item", "document", "_source")
"""What an item has in it that is a thing, as what is around it is not."""

_UNIQUE = re.compile(r"(?=.*\d)(?=.*[A-Za-z_-])[\w-]{12,}")

_PLAIN = re.compile(r"[^\s.\[\]'\"$*][^\s.\[\]'\"*]*")
_STEP = re.compile(
    r"(?P<dot>\.)?(?P<name>[^\s.\[\]'\"]+)"
    r"|\[\s*(?:(?P<number>-?\d+)|(?P<any>\*)|'(?P<single>[^']*)'|\"(?P<double>[^\"]*)\")"
    r"\s*\]"
)


@dataclass(frozen=True, slots=True)
class Field:
    """The way to values of a document: names, numbers of items, and `*` for all."""

    steps: tuple[str | int, ...]
    stars: frozenset[int] = frozenset()
    """Which of *steps* stand for all."""

    @property
    def is_named(self) -> bool:
        """Whether it begins with a name."""
        return isinstance(self.steps[0], str) and 0 not in self.stars

    def __str__(self) -> str:
        text = ""
        for at, step in enumerate(self.steps):
            if isinstance(step, int) or at in self.stars:
                text += f"[{step}]"
            elif not _PLAIN.fullmatch(step):
                text += f'["{step}"]' if "'" in step else f"['{step}']"
            else:
                text += f".{step}" if text else step
        return text


@dataclass(frozen=True, slots=True)
class Place:
    """A value of one document."""

    path: Path
    """Where it is now."""
    key: str
    """What it is known by wherever it is next time."""
    value: Json
    inside: Json
    """The object or list that holds it."""
    items: tuple[tuple[str, str], ...] = ()
    """The items it is within that something identifies, the innermost last: the way to
    the list, from the item before, and what the item is known by."""
    inner: str = ""
    """The end of its key, from the innermost of them on."""

    def __str__(self) -> str:
        return str(Field(self.path))


def parse_field(text: str) -> Field:
    """Read `status`, `items[0].quantity`, `orders[*].status` or `$.data['a.b']`.

    Raises:
        ValueError: If it is no field, with the column where it goes wrong.
    """
    rest = text.strip()
    lead = 1 if rest.startswith(("$.", "$[")) else 0
    steps: list[str | int] = []
    stars: set[int] = set()
    at = lead
    while at < len(rest):
        found = _STEP.match(rest, at)
        is_first = at == 0
        if found is None or (found["name"] and bool(found["dot"]) is is_first):
            break
        if found["any"] or found["name"] == ANY:
            stars.add(len(steps))
        steps.append(_step(found))
        at = found.end()
    if at < len(rest) or not steps:
        raise ValueError(
            f"{text!r} is not a field (at column {at + 1});"
            " write status, items[0].quantity or orders[*].status"
        )
    return Field(tuple(steps), frozenset(stars))


def _step(found: re.Match[str]) -> str | int:
    if found["number"] is not None:
        return int(found["number"])
    for name in ("name", "single", "double"):
        if found[name] is not None:
            return found[name]
    return ANY


def places(document: Json, field: Field) -> Iterator[Place]:
    """Yield the values that *field* means in *document*.

    A field that begins with a name means that member of every item where the
    document is a list. Items are known by what identifies them, else by number.
    """
    if isinstance(document, list) and field.is_named:
        stars = frozenset({0, *(at + 1 for at in field.stars)})
        field = Field((ANY, *field.steps), stars)
    todo: list[tuple[int, Place]] = [(0, Place((), "", document, None))]
    given = 0
    while todo and given < MOST:
        at, here = todo.pop()
        if at == len(field.steps):
            given += 1
            yield here
        elif at in field.stars:
            todo += [(at + 1, each) for each in reversed(_every(here))]
        else:
            step = field.steps[at]
            todo += [(at + 1, each) for each in _one(here, step)]


def _one(here: Place, step: str | int) -> Iterator[Place]:
    value = here.value
    if isinstance(value, list) and isinstance(step, int):
        number = step + len(value) if step < 0 else step
        if 0 <= number < len(value):
            yield _further(here, number, f"[{step}]")
    elif isinstance(value, dict):
        name = str(step)
        if name in value:
            yield _further(here, name, f".{name}")


def _every(here: Place) -> list[Place]:
    value = here.value
    if isinstance(value, dict):
        return [_further(here, name, f".{name}") for name in value]
    if not isinstance(value, list):
        return []
    return [
        _further(here, number, f"[{known}]", known if known[0] == MARK else "")
        for number, known in enumerate(known_by_each(value))
    ]


def _further(here: Place, step: str | int, key: str, mark: str = "") -> Place:
    """Return what is at *step* of *here*, an item known by *mark* if it is one."""
    held = here.value
    return Place(
        (*here.path, step),
        f"{here.key}{key}",
        held[step],
        held,
        (*here.items, (here.inner, mark)) if mark else here.items,
        "" if mark else f"{here.inner}{key}",
    )


def known_by_each(items: list[Json], *, is_carried: bool = False) -> list[str]:
    """Return what each of *items* is known by, or a thing that *is_carried* by it."""
    found = [str(number) for number in range(len(items))]
    if not items or not all(isinstance(item, dict) for item in items):
        return found
    first = next(iter(items[0]), "")
    own = (first,) if _OWN.search(first) else ()
    for name in (*_NAMES, *own, *_TITLES):
        marks = [item.get(name) for item in items]
        if all(map(_is_telling, marks)) and len({*map(str, marks)}) == len(marks):
            return [marked(mark) for mark in marks]
    for name in CARRIED if not is_carried else ():
        inside = [item.get(name) for item in items]
        if all(isinstance(each, dict) for each in inside):
            return known_by_each(inside, is_carried=True)
    return found


def marked(mark: Json) -> str:
    """Return what a thing is known by that *mark* identifies.

    It begins as ALONE if no other thing anywhere has such a one, as a UUID. What
    identifies people and their things does not go where states are kept.
    """
    text = str(mark)
    return f"{ALONE if _UNIQUE.fullmatch(text) else MARK}{digest(text)}"


def marks_of(item: Mapping[str, Json]) -> list[str]:
    """Return what identifies *item*, as texts, the surest first."""
    first = next(iter(item), "")
    own = (first,) if _OWN.search(first) else ()
    marks = (item.get(name) for name in (*_NAMES, *own, *_TITLES))
    return [str(mark) for mark in marks if _is_telling(mark)]


def known_by(value: Json) -> str:
    """Return what *value* is known by; `0` if nothing tells it from others."""
    return known_by_each([value])[0]


def _is_telling(mark: Json) -> bool:
    return type(mark) is int or (type(mark) is str and mark != "")


def digest(value: Json) -> str:
    """Return a short text that equal texts, or equal JSON values, share."""
    is_text = isinstance(value, str)
    text = value if is_text else json.dumps(value, sort_keys=True, default=str)
    return hashlib.blake2b(
        text.encode("utf-8", "surrogatepass"), digest_size=9
    ).hexdigest()


def lacking(document: Json, field: Field) -> str | None:
    """Return what to say of *document* having nothing at *field*; None if it may.

    An empty list is no reason to speak.
    """
    here = [document]
    if isinstance(document, list) and field.is_named:
        here = document
    for at, step in enumerate(field.steps):
        if not here:
            return None
        inside = [each for each in here if isinstance(each, dict | list)]
        found = [
            each.value
            for one in inside
            for each in (
                _every(Place((), "", one, None))
                if at in field.stars
                else _one(Place((), "", one, None), step)
            )
        ]
        if not found:
            return None if _is_empty(inside, here) else _said(field, step, inside)
        here = found
    return None


def _is_empty(inside: list[Json], here: list[Json]) -> bool:
    return len(inside) == len(here) and all(one == [] for one in inside)


def _said(field: Field, step: str | int, inside: list[Json]) -> str:
    names = [name for one in inside if isinstance(one, dict) for name in one]
    near = get_close_matches(str(step), dict.fromkeys(names), n=1, cutoff=0.6)
    nearest = f"; it has {near[0]!r}" if near else ""
    return f"the answer has no field {str(field)!r}{nearest}"
