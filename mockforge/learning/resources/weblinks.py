"""Web links: the Link header of a page, as recorded pages of the list have it.

The relations are those of RFC 8288 and its registry: first, prev, next, last. What the
parameters of their addresses are is told from the recorded ones: what the request says,
the number of a page, how many items come before, or what names the last item.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import parse_qsl, quote_plus

_LINK = re.compile(r"<([^>]*)>((?:\s*;\s*[^,<;]*)*)")
_RELATION = re.compile(r';\s*rel\s*=\s*"?([\w-]+)"?', re.IGNORECASE)
_LONGEST = 20_000


@dataclass(frozen=True, slots=True)
class Stretch:
    """Which items of a list are on a page."""

    begin: int
    """How many come before."""
    size: int
    """How many the page may have."""
    here: int
    """How many it has."""
    left: int | None
    """How many come after it, if that is known."""
    last: str = ""
    """What names the last of them."""

    @property
    def end(self) -> int:
        """How many there are until the end of the page."""
        return self.begin + self.here


@dataclass(frozen=True, slots=True)
class Paged:
    """A page that was asked for."""

    target: str
    """Path and query of the request."""
    stretch: Stretch
    link: str = ""
    """The Link header of its answer."""


Rule = Callable[[str, Mapping[str, str], Stretch], str | None]
"""Gives a parameter for a relation, by the request and the page."""


def links_for(examples: Sequence[Paged], live: Paged) -> str | None:
    """Return the Link header of *live*; None if *examples* do not show how.

    Args:
        examples: Recorded pages of the same list, the likest first.
        live: What is asked now; its own header is not looked at.
    """
    known = [(each, [*_parsed(each.link)]) for each in examples if each.link]
    relations = _in_order([[name for name, _, _ in links] for _, links in known])
    if not {"next", "prev"} & set(relations):
        return None
    rules = _rules(known)
    told = []
    for relation in relations:
        if not _is_there(relation, examples, live.stretch):
            continue
        example, address, rest = next(
            (each, address, rest)
            for each, links in known
            for name, address, rest in links
            if name == relation
        )
        told.append(f"<{_address(relation, address, example, live, rules)}>{rest}")
    return ", ".join(told)


def _parsed(link: str) -> Iterator[tuple[str, str, str]]:
    """Yield relation, address and the rest of each link."""
    for match in _LINK.finditer(link[:_LONGEST]):
        relation = _RELATION.search(match[2])
        if relation is not None:
            yield relation[1].lower(), match[1], match[2].rstrip()


def _in_order(some: Sequence[Sequence[str]]) -> list[str]:
    """Return all names, each where the longest lists have it."""
    found: list[str] = []
    for names in sorted(some, key=len, reverse=True):
        for at, name in enumerate(names):
            if name not in found:
                after = [n for n in names[:at] if n in found]
                found.insert(found.index(after[-1]) + 1 if after else 0, name)
    return found


def _is_there(relation: str, examples: Sequence[Paged], live: Stretch) -> bool:
    if relation == "next":
        return bool(live.left)
    if relation in ("prev", "previous"):
        return live.begin > 0
    shown = [
        (relation in {name for name, _, _ in _parsed(each.link)}, each.stretch)
        for each in examples
    ]
    if all(is_there for is_there, _ in shown):
        return True
    if relation == "first":
        return live.begin > 0
    return bool(live.left) if relation == "last" else shown[0][0]


def _query(target: str) -> dict[str, str]:
    return dict(parse_qsl(target.partition("?")[2], keep_blank_values=True))


def _same(name: str) -> Rule:
    return lambda _, query, __: query.get(name)


def _named_last(relation: str, _: Mapping[str, str], here: Stretch) -> str | None:
    return here.last if relation == "next" else None


def _begin_of(relation: str, here: Stretch) -> int | None:
    """Return how many items come before the page that is related so."""
    if relation == "first":
        return 0
    if relation == "next":
        return here.begin + here.size
    if relation in ("prev", "previous"):
        return max(0, here.begin - here.size)
    if relation != "last" or here.left is None or here.size < 1:
        return None
    return max(0, here.end + here.left - 1) // here.size * here.size


def _numbered(first: int) -> Rule:
    def number(relation: str, _: Mapping[str, str], here: Stretch) -> str | None:
        begin = _begin_of(relation, here)
        return (
            None if begin is None or not here.size else str(begin // here.size + first)
        )

    return number


def _counted(relation: str, _: Mapping[str, str], here: Stretch) -> str | None:
    begin = _begin_of(relation, here)
    return None if begin is None else str(begin)


def _rules(
    known: Sequence[tuple[Paged, Sequence[tuple[str, str, str]]]],
) -> dict[str, Rule]:
    """Return what the parameters of the addresses are, as far as that shows."""
    seen: dict[str, list[tuple[str, str, Paged]]] = {}
    for example, links in known:
        for relation, address, _ in links:
            for name, value in _query(address).items():
                seen.setdefault(name, []).append((relation, value, example))
    found: dict[str, Rule] = {}
    for name, values in seen.items():
        for rule in (_same(name), _named_last, _numbered(1), _counted, _numbered(0)):
            got = [
                (rule(relation, _query(each.target), each.stretch), value)
                for relation, value, each in values
            ]
            sure = [one == value for one, value in got if one is not None]
            if (
                sure
                and all(sure)
                and (rule not in (_named_last,) or len(sure) == len(got))
            ):
                found[name] = rule
                break
    return found


def _address(
    relation: str, address: str, example: Paged, live: Paged, rules: Mapping[str, Rule]
) -> str:
    """Return the address of the page that is related so to *live*."""
    head, _, query = address.partition("?")
    here, there = _query(live.target), _query(example.target)
    told: dict[str, str] = {}
    shown = _query(address)
    for name, value in here.items():
        if name not in shown and name not in there:
            told[name] = value
    for name, value in shown.items():
        rule = rules.get(name)
        made = None if rule is None else rule(relation, here, live.stretch)
        if made is not None:
            told[name] = made
        elif name not in there or rule is None:
            told[name] = value
    safe = "".join(each for each in "/:@,;[]!$'()*" if each in query)
    pairs = [f"{quote_plus(n, safe)}={quote_plus(v, safe)}" for n, v in told.items()]
    path, mine = example.target.partition("?")[0], live.target.partition("?")[0]
    if head.endswith(path):
        head = head[: len(head) - len(path)] + mine
    return head + ("?" + "&".join(pairs) if pairs else "")
