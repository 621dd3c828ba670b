"""Learned: rules of drift, found in how recorded answers moved on.

Answers to the same question are compared with the ones before. A field moves if it was
another value often enough, not because somebody had written it, and not because it is
another each time anyway: ids, tokens and times do not drift.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from mockforge.options import Json
from mockforge.stages.drift.fields import ANY, Field, known_by_each
from mockforge.stages.drift.minted import (
    are_times,
    are_tokens,
    is_minted,
    state_of,
    whose,
)
from mockforge.stages.drift.numbers import Number
from mockforge.stages.drift.options import DriftRuleOptions

STATES = 20
"""Values of a field that are states; one with more is none."""
LEAVES = 2000
"""Values of a document that are looked at."""
FIELDS = 500
"""Fields that are looked at."""
DEEPEST = 24
KEPT = 5000
"""Changes of a field that are kept."""

ONE_WAY = 0.95
"""The share of changes that go one way where a number only rises or only falls."""


@dataclass(frozen=True, slots=True)
class Read:
    """A recorded answer."""

    thing: str
    """What was asked for, and by whom where that matters."""
    at: float
    """Seconds since the epoch."""
    value: Json
    """Its document; numbers with a point as Decimal keep their digits."""
    is_written: bool = False
    """Whether somebody may have changed the thing since the read before."""


@dataclass(slots=True)
class _Seen:
    """What was seen of one field."""

    pairs: int = 0
    """Times that it was read again."""
    changes: int = 0
    passed: float = 0.0
    """Seconds between the reads, in all."""
    numbers: list[tuple[Number, Number, Decimal, float]] = field(default_factory=list)
    """Before and after, the first value of the thing, and when it was after."""
    ways: Counter[tuple[str, str]] = field(default_factory=Counter)
    """From a state to the next one, also to the same."""
    is_mixed: bool = False
    """Values of more than one kind, or neither numbers nor states."""


def derived(
    reads: Iterable[Read], *, least: int = 10, interval: float | None = None
) -> list[DriftRuleOptions]:
    """Return the rules that answers of one endpoint moved on by.

    Args:
        reads: Answers, in any order.
        least: How often a field must have been read again for it to count.
        interval: The seconds of a step in time; None where each request is a step.
    """
    seen: dict[Field, _Seen] = {}
    last: dict[str, tuple[float, dict[str, tuple[Field, Json]]]] = {}
    first: dict[tuple[str, str], Number] = {}
    for read in sorted(reads, key=lambda each: each.at):
        now = _leaves(read.value)
        before = last.get(read.thing)
        last[read.thing] = read.at, now
        for key, (_, value) in now.items():
            number = Number.read(value)
            if number is not None:
                first.setdefault((read.thing, key), number)
        if before is None or read.is_written:
            continue
        for key, (place, value) in now.items():
            if key in before[1] and (place in seen or len(seen) < FIELDS):
                known = seen.setdefault(place, _Seen())
                known.passed += max(0.0, read.at - before[0])
                base = first.get((read.thing, key))
                _note(known, before[1][key][1], value, base, read.at)
    rules = [_rule(place, one, least, interval) for place, one in seen.items()]
    return [rule for rule in rules if rule is not None]


def repeated(reads: Iterable[Read]) -> int:
    """Return how many of *reads* are of something that was read before."""
    things = Counter(read.thing for read in reads)
    return sum(count - 1 for count in things.values())


def _leaves(document: Json) -> dict[str, tuple[Field, Json]]:
    """Return the values of *document* with their fields, by what they are known by."""
    found: dict[str, tuple[Field, Json]] = {}
    todo: list[tuple[str, tuple[str, ...], frozenset[int], Json]] = [
        ("", (), frozenset(), document)
    ]
    while todo and len(found) < LEAVES:
        key, steps, stars, value = todo.pop()
        if len(steps) > DEEPEST:
            continue
        if isinstance(value, dict):
            key += whose(value)
            todo += [
                (f"{key}.{name}", (*steps, str(name)), stars, inner)
                for name, inner in reversed(value.items())
            ]
        elif isinstance(value, list):
            inner_stars = stars | {len(steps)}
            marks = known_by_each(value)
            todo += [
                (f"{key}[{mark}]", (*steps, ANY), inner_stars, inner)
                for mark, inner in reversed([*zip(marks, value, strict=True)])
            ]
        elif steps:
            found[key] = Field(steps, stars), value
    return found


def _note(
    known: _Seen, before: Json, value: Json, first: Number | None, at: float
) -> None:
    """Take in that *before* became *value*."""
    one, other = Number.read(before), Number.read(value)
    if one is not None and other is not None and first is not None:
        known.pairs += 1
        known.changes += one.value != other.value
        if len(known.numbers) < KEPT:
            known.numbers.append((one, other, first.value, at))
        return
    states = state_of(before), state_of(value)
    if None in states:
        known.is_mixed = known.is_mixed or not (before is None or value is None)
        return
    known.pairs += 1
    known.changes += before != value
    if len(known.ways) < KEPT:
        known.ways[str(states[0]), str(states[1])] += 1


def _rule(
    place: Field, seen: _Seen, least: int, interval: float | None
) -> DriftRuleOptions | None:
    name = next((str(each) for each in reversed(place.steps) if each != ANY), "")
    if seen.is_mixed or seen.pairs < max(2, least) or seen.changes < 2:
        return None
    if is_minted(name) or (seen.ways and seen.numbers):
        return None
    # How many steps lie between two reads.
    steps = 1.0 if interval is None else seen.passed / seen.pairs / interval
    if steps <= 0.0:
        return None
    if seen.ways:
        return _machine(str(place), seen, steps)
    if are_times(seen.numbers) or are_tokens(seen.numbers):
        return None
    return _linear(str(place), seen, steps) or _walk(str(place), seen, steps)


def _machine(name: str, seen: _Seen, steps: float) -> DriftRuleOptions | None:
    states = list(dict.fromkeys(state for way in seen.ways for state in way))
    # Titles and names that were edited are seen anew each time; states come again.
    if len(states) > STATES or 2 * len(states) > seen.pairs + 1:
        return None
    moves = [n for way, n in seen.ways.items() if way[0] != way[1]]
    if len(states) > 2 and max(moves) < 2:
        return None
    transitions = {state: _ways(state, seen, steps) for state in _ordered(states, seen)}
    return DriftRuleOptions(
        field=name,
        strategy="state_machine",
        states=list(transitions),
        transitions=transitions,
    )


def _ways(state: str, seen: _Seen, steps: float) -> list[tuple[str, float]]:
    """Return what *state* becomes at one step, with the shares that were seen."""
    all_ = sum(n for way, n in seen.ways.items() if way[0] == state)
    leaving = {way[1]: n for way, n in seen.ways.items() if way[0] == state != way[1]}
    if not leaving:
        return []
    left = sum(leaving.values()) / all_
    # Of some steps between two reads each leaves as likely as the next.
    share = left if left >= 1.0 else 1.0 - (1.0 - left) ** (1.0 / steps)
    whole = sum(leaving.values())
    # Rounded down: they must not add up to more than 1.
    return [
        (other, math.floor(1e6 * share * n / whole) / 1e6)
        for other, n in leaving.items()
    ]


def _ordered(states: Sequence[str], seen: _Seen) -> list[str]:
    """Return *states*, those that come first first."""
    into = dict.fromkeys(states, 0)
    for (one, other), count in seen.ways.items():
        if one != other:
            into[other] += count
            into[one] -= count
    return sorted(states, key=lambda state: (into[state], states.index(state)))


def _linear(name: str, seen: _Seen, steps: float) -> DriftRuleOptions | None:
    """Return the rule of a number that only rises or only falls."""
    ways = [float(after.value - before.value) for before, after, _, _ in seen.numbers]
    up, down = sum(way > 0 for way in ways), sum(way < 0 for way in ways)
    if max(up, down) < ONE_WAY * (up + down):
        return None
    falls = down > up
    values = [float(n.value) for pair in seen.numbers for n in pair[:2]]
    end = min(values) if falls else max(values)
    # Where it stays at its end it has one; what it does there is not how it moves.
    at_end = [
        float(before.value) == end and not way
        for (before, *_), way in zip(seen.numbers, ways, strict=True)
    ]
    moving = [way for way, stays in zip(ways, at_end, strict=True) if not stays]
    rate = _rounded(sum(moving) / len(moving) / steps)
    if not rate or not math.isfinite(rate):
        return None
    low = high = None
    if sum(at_end) >= 2:
        low, high = (end, None) if falls else (None, end)
    elif falls and end >= 0.0:
        low = 0.0
    return DriftRuleOptions(
        field=name, strategy="linear", rate=rate, min_value=low, max_value=high
    )


def _walk(name: str, seen: _Seen, steps: float) -> DriftRuleOptions | None:
    """Return the rule of a number that rises and falls."""
    firsts = {float(first) for _, _, first, _ in seen.numbers}
    # Of things of another size each, what counts is the share that they move by.
    is_share = len(firsts) > 1 and 0.0 < min(firsts) < 0.5 * max(firsts)
    sizes = [float(first) if is_share else 1.0 for _, _, first, _ in seen.numbers]
    moves = [
        float(after.value - before.value) / size
        for (before, after, _, _), size in zip(seen.numbers, sizes, strict=True)
    ]
    values = [
        float(number.value) / size
        for pair, size in zip(seen.numbers, sizes, strict=True)
        for number in pair[:2]
    ]
    spread = math.sqrt(sum(move * move for move in moves) / len(moves) / steps)
    # An even draw of up to so much either way has this spread.
    rate, low, high = spread * math.sqrt(3.0), min(values), max(values)
    if not math.isfinite(rate) or not rate:
        return None
    if is_share:
        return DriftRuleOptions(
            field=name,
            strategy="random_walk",
            rate=_percent(rate),
            min_value=_percent(low),
            max_value=_percent(high),
        )
    return DriftRuleOptions(
        field=name,
        strategy="random_walk",
        rate=_rounded(rate),
        min_value=low,
        max_value=high,
    )


def _rounded(value: float) -> float:
    return float(f"{value:.4g}")


def _percent(share: float) -> str:
    return f"{Decimal(f'{share * 100:.6g}'):f}%"
