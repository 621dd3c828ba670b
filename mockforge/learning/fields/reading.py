"""What a node comes to: its types, its names, whether names are data, its format."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mockforge.bodies.document import Path, Step
from mockforge.learning.fields.node import Node, Objects, Room
from mockforge.learning.fields.scalars import Texts

_SCATTERED = 8
"""Names from which on it is asked whether they are data though they look like none."""

# RFC 4122, RFC 3339, RFC 3986, RFC 5322, RFC 4291 and 791, each as far as a field
# that always holds one is told from others.
_FORMATS = {
    "uuid": r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}",
    "date-time": r"\d{4}-[01]\d-[0-3]\d[Tt][0-2]\d:[0-5]\d:[0-6]\d(?:\.\d+)?"
    r"(?:[Zz]|[-+][0-2]\d:[0-5]\d)",
    "date": r"\d{4}-[01]\d-[0-3]\d",
    "uri": r"[a-z][a-z0-9+.-]{1,20}://[!-~]+",
    "email": r"[\w.+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+",
    "ipv4": r"(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}",
    "ipv6": r"(?=.*:.*:)[0-9a-fA-F:]{3,39}(?:%\w+)?",
}
_PATTERNS = {name: re.compile(text, re.ASCII) for name, text in _FORMATS.items()}

# What names a thing and not a member: numbers, versions, times, addresses, hashes.
_DATUM = re.compile(
    r"[-+]?\d[\d.,:_/ +TZ-]*|v?\d+(?:\.\d+)+\S*|.*[/@].*|[0-9a-f]{16,}"
    r"|[0-9A-HJKMNP-TV-Z]{26}|[^\s:]+:[^\s:].*",
    re.ASCII | re.DOTALL,
)
_SPECIAL = frozenset("@#$")


@dataclass(frozen=True, slots=True)
class Members:
    """The members of objects at one place."""

    fixed: dict[str, Node]
    """Those that are told apart, by name."""
    rest: Node | None
    """What all others hold, if names are data."""


def members(objects: Objects) -> Members:
    """Return the members of *objects*, with those whose names are data in one."""
    if objects.rest is not None:
        return Members({}, objects.rest)
    fixed = objects.children
    loose = [name for name in fixed if _is_datum(name)]
    if not loose and _is_scattered(objects):
        loose = list(fixed)
    if not loose:
        return Members(fixed, None)
    rest, room = Node(), Room()
    for name in loose:
        rest.merge(fixed[name], room)
    return Members({n: c for n, c in fixed.items() if n not in {*loose}}, rest)


def below(node: Node, path: Path = ()) -> Iterator[tuple[Path, Node]]:
    """Yield every node from *node* on with its general path.

    The values of names that are data have the step `*`, as items have.
    """
    yield path, node
    if node.objects is not None:
        found = members(node.objects)
        for name, child in found.fixed.items():
            yield from below(child, (*path, name))
        if found.rest is not None:
            yield from below(found.rest, (*path, "*"))
    if node.arrays is not None:
        yield from below(node.arrays.items, (*path, "*"))


def every(node: Node) -> Iterator[Node]:
    """Yield *node* and all below it as they are kept, names that are data apart."""
    yield node
    if node.objects is not None:
        for child in node.objects.children.values():
            yield from every(child)
        if node.objects.rest is not None:
            yield from every(node.objects.rest)
    if node.arrays is not None:
        yield from every(node.arrays.items)


def at(node: Node, path: Path) -> Node | None:
    """Return the node at *path*, general or not, or None if nothing was there."""
    found: Node | None = node
    for step in path:
        if found is None:
            return None
        found = _next(found, step)
    return found


def _next(node: Node, step: Step) -> Node | None:
    if node.objects is not None and isinstance(step, str):
        known = node.objects.children.get(step)
        inner = members(node.objects).rest if known is None else known
        if inner is not None:
            return inner
    if node.arrays is not None and (isinstance(step, int) or step == "*"):
        return node.arrays.items
    return None


def _is_datum(name: str) -> bool:
    # "@type", "$ref" and "#text" are members by convention.
    if not name or name[0] in _SPECIAL:
        return False
    if _DATUM.fullmatch(name) or _PATTERNS["uuid"].fullmatch(name):
        return not name.isalpha()
    return False


def _is_scattered(objects: Objects) -> bool:
    """Return whether many names came once each, and hold the same kind of thing."""
    if len(objects.children) < _SCATTERED or objects.count < 3:
        return False
    once = sum(child.count == 1 for child in objects.children.values())
    if once < 0.7 * len(objects.children):
        return False
    kinds = {_kind(child) for child in objects.children.values()}
    return len(kinds) == 1


def _kind(node: Node) -> tuple[object, ...]:
    names = () if node.objects is None else tuple(sorted(node.objects.children))
    return (*types(node), names)


def types(node: Node) -> list[str]:
    """Return the types of JSON Schema that *node* has seen."""
    found = []
    if node.objects is not None:
        found.append("object")
    if node.arrays is not None:
        found.append("array")
    if node.texts is not None:
        found.append("string")
    if node.numbers is not None:
        found.append("number" if node.numbers.floats else "integer")
    if node.trues or node.falses:
        found.append("boolean")
    if node.nulls:
        found.append("null")
    return found


def format_of(texts: Texts) -> str | None:
    """Return the format of JSON Schema that all *texts* have, or None."""
    if texts.long.total or not len(texts.tally):
        return None
    for name, pattern in _PATTERNS.items():
        if all(pattern.fullmatch(text) for text in texts.tally):
            return name
    return None
