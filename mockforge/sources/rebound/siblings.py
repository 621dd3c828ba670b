"""Siblings: endpoints that are one but for a word, which is a name rather.

Of three requests to `PUT /tags/v1`, `/tags/v2` and `/tags/latest` nothing tells that
the last word is a name, if each was seen once. It is one if another method has names
there, as `GET /tags/{tag}`, or one of the words, and all three were answered alike:
verbs have one method.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set

_LEAST = 3
"""Words at one place of a path that are names rather."""

_MOST = 2000

Steps = tuple[str, ...]

Shape = tuple[str, Steps, frozenset[str]]
"""A method, the steps of a path but for one, and how it was answered."""


def siblings(outcomes: Mapping[str, Set[str]]) -> dict[str, frozenset[str]]:
    """Return for each endpoint those that differ from it in one word only, a name.

    Args:
        outcomes: How each was answered, by their keys; what tells operations apart
            makes no siblings.
    """
    groups: dict[Shape, set[str]] = {}
    named: set[Steps] = set()
    methods: dict[str, set[str]] = {}
    for key in sorted(each for each in outcomes if " [" not in each)[:_MOST]:
        method, _, template = key.partition(" ")
        methods.setdefault(template, set()).add(method)
        for place, step in _places(template):
            if step.startswith("{"):
                named.add(place)
            else:
                shape = (method, place, frozenset(outcomes[key]))
                groups.setdefault(shape, set()).add(key)
    found: dict[str, frozenset[str]] = {}
    for (_, place, _), keys in groups.items():
        is_noun = any(len(methods[key.partition(" ")[2]]) > 1 for key in keys)
        is_noun = is_noun or any(_are_alike(place, each) for each in named)
        for key in keys if is_noun and len(keys) >= _LEAST else ():
            found[key] = found.get(key, frozenset()) | keys
    return found


def _places(template: str) -> Iterator[tuple[Steps, str]]:
    """Yield the steps of a path but for one, and that one."""
    steps = template.split("/")
    plain = ["{}" if each.startswith("{") else each for each in steps]
    for number, step in enumerate(steps):
        if step:
            yield (*plain[:number], "", *plain[number + 1 :]), step


def _are_alike(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether both can be the same path; a name may be any word."""
    return len(one) == len(other) and all(
        a == b or (a and b and "{}" in (a, b)) for a, b in zip(one, other, strict=True)
    )
