"""Which quantity a field is, by its name and all that is around it."""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from mockforge.synthesis.quantities.rows import Row, named
from mockforge.synthesis.quantities.units import Unit, parted, spelled


class Evidence(NamedTuple):
    """The words around a field, in the singular, from the nearest to the farthest."""

    told: frozenset[str] = frozenset()
    """Of what the thing is said to be: its type, its category."""
    near: tuple[str, ...] = ()
    """Of the member it is in."""
    kinds: frozenset[str] = frozenset()
    """Of what the thing is, and what that is in."""
    path: frozenset[str] = frozenset()
    prompt: frozenset[str] = frozenset()
    members: frozenset[str] = frozenset()
    """Of the names of all members."""
    described: frozenset[str] = frozenset()
    """Of what the schema says of the field."""


class Reading(NamedTuple):
    """A quantity in a unit, as a field has it."""

    row: Row
    unit: Unit | None
    lead: str
    """What is before its name: whose it is, or where."""
    name: str
    variant: str
    """Which of several it is: `max`, `avg`."""
    size: int
    """Of how many words the name was found."""
    dropped: int
    """How many words behind the name were left out."""
    is_sure: bool = False
    """Whether its unit is in the name."""
    is_only: bool = False
    """Whether the name means nothing else."""


LEAST = ("min", "minimum", "lowest", "low", "lower", "floor")
MOST = ("max", "maximum", "highest", "high", "upper", "peak", "p95", "p99", "ceiling",
        "gust", "gusts")  # fmt: skip
MIDDLE = ("avg", "average", "mean", "median", "p50", "typical")
EARLY = ("starting", "start", "initial", "opening", "available", "free", "remaining")
_COUNTING = frozenset(("count", "counts", "number", "num", "no", "nb", "total", "qty",
                       "cnt", "n", "nr"))  # fmt: skip
GENERIC = frozenset((
    *LEAST, *MOST, *MIDDLE, *_COUNTING, "value", "values", "val", "reading", "readings",
    "level", "measurement", "measure", "current", "latest", "last", "amount", "result",
    "now", "actual", "today", "daily", "weekly", "monthly", "estimated", "expected",
    "threshold", "limit", "target", "setpoint", "p", "raw", "measured", "previous",
    "initial", "new", "old", "base", "per", "of", "in", "the", "quantity", "sensor",
    "figure", "score", "numeric", "data", "percentile", "reference", "range", "normal",
    "from", "to", "start", "end", "std", "sum", "first", "feels", "like", "status",
))  # fmt: skip
"""Words that say which value it is, not of what."""
_WEAK = frozenset((
    "count", "number", "num", "total", "amount", "value", "level", "rate", "score",
    "index", "ratio", "percent", "percentage", "pct", "usage", "load", "size", "length",
    "duration", "time", "volume", "capacity", "limit", "sum", "position", "order",
    "change", "open", "high", "low", "close", "last", "net", "gross", "points", "min",
    "current", "quantity", "units", "height", "width", "depth", "area", "price", "max",
    "fee", "used", "free", "available", "goal", "progress", "step", "steps", "cost",
))  # fmt: skip
"""Words that need another to say what they are of."""
_WORTH = frozenset(("amount", "value", "price", "cost", "worth", "fee"))
_LEAST_EVIDENCE = 2.0
_MOST_SURE, _MOST_REST = 6.5, 4.5
"""Together less than another word of the name counts."""
_SURE = 2
"""How many of the first that are looked at are the surest."""


@lru_cache(maxsize=8192)
def reading(
    words: tuple[str, ...], evidence: Evidence, units: tuple[Unit, ...] = ()
) -> Reading | None:
    """Return the quantity that fits a field best, or None.

    Args:
        words: Of the name of the field.
        evidence: What is around it.
        units: What is said of its unit elsewhere.
    """
    best: Reading | None = None
    most = -99.0
    words = _in_full(words, evidence)
    near = evidence.near
    # It says nothing itself where what it is in does.
    is_mute = bool(near) and GENERIC.issuperset(words) and is_measure(near)
    for start in (0,) if is_mute or not near else (0, len(near)):
        every = (*near[start:], *words)
        own = len(every) - len(words)
        for score, found in _candidates(every, own, units, is_inner=bool(near)):
            if is_mute and found.name in words:
                continue
            if score + _MOST_SURE + _MOST_REST <= most:
                continue
            around = _around(every, found, evidence)
            if around is None:
                continue
            if score + around > most:
                best, most = found, score + around
    return best or _by_unit(words, evidence, units)


_SHORT = {
    "dist": "distance", "dur": "duration", "spd": "speed", "bat": "battery",
    "batt": "battery", "util": "utilization", "recv": "received", "amt": "amount",
    "bal": "balance", "wt": "weight", "ht": "height", "len": "length", "vol": "volume",
    "press": "pressure", "freq": "frequency", "volt": "voltage", "curr": "current",
    "pwr": "power", "sz": "size", "lvl": "level", "temps": "temperatures",
    "tmp": "temperature", "hgt": "height", "lgth": "length", "qnty": "quantity",
    "precip": "precipitation", "prec": "precipitation", "elec": "electricity",
    "cons": "consumption", "resp": "response", "req": "requests", "reqs": "requests",
    "err": "errors", "conn": "connections", "conns": "connections", "hum": "humidity",
    "moist": "moisture", "disch": "discharge", "accel": "acceleration",
    "sys": "systolic", "dia": "diastolic", "cal": "calories", "carb": "carbs",
    "sal": "salary", "bathrms": "bathrooms", "bdrms": "bedrooms", "bd": "bedrooms",
    "ba": "bathrooms", "spl": "sound", "prob": "probability", "perc": "percent",
}  # fmt: skip
"""Words that are often cut short."""
_CANDLE = {"o": "open", "h": "high", "l": "low", "c": "close", "v": "volume"}
_SENSOR = {"t": "temperature", "h": "humidity", "p": "pressure", "v": "voltage"}
SENSING = frozenset(("sensor", "reading", "telemetry", "device", "iot", "measurement"))


def _in_full(words: tuple[str, ...], evidence: Evidence) -> tuple[str, ...]:
    """Return *words* without those that are cut short."""
    if len(words) == 1 and len(words[0]) == 1:
        if evidence.members.issuperset("ohlc"):
            return (_CANDLE.get(words[0], words[0]),)
        if not SENSING.isdisjoint(evidence.path | evidence.kinds | evidence.members):
            return (_SENSOR.get(words[0], words[0]),)
    made = tuple(_SHORT.get(word, word) for word in words)
    return words if made != words and named(words, counted=False) else made


def is_measure(words: tuple[str, ...]) -> bool:
    """Return whether *words* are the name of something that has a unit."""
    return any(row.unit is not None for row in topic(words))


@lru_cache(maxsize=4096)
def topic(words: tuple[str, ...]) -> tuple[Row, ...]:
    """Return what *words*, the value of a field, may be the name of a quantity of."""
    for part in (words, *(words[:-taken] for _, taken in parted(words))):
        for start in range(len(part)):
            found = named(part[start:], counted=False)
            if found:
                return tuple(row for row, _ in found)
    return ()


def _by_unit(
    words: tuple[str, ...], evidence: Evidence, units: tuple[Unit, ...]
) -> Reading | None:
    """Return what is usual of what the unit measures, where only that is told."""
    endings = [unit for unit, taken in parted(words) if len(words[-1]) > 2 or taken > 1]
    for unit in (*endings, *units):
        name = _PLAIN.get(unit.measures)
        if name is not None and (name,) != words:
            found = reading((name,), evidence._replace(near=()), (unit,))
            return found and found._replace(lead=" ".join(words))
    return None


_PLAIN = {"temperature": "temperature", "share": "percent", "data": "bytes",
          "pulse": "pulse", "pressure": "pressure", "money": "amount",
          "glucose": "glucose"}  # fmt: skip


@lru_cache(maxsize=4096)
def _candidates(
    words: tuple[str, ...], own: int, units: tuple[Unit, ...], *, is_inner: bool
) -> tuple[tuple[float, Reading], ...]:
    """Return what the words may mean; *own* is where those of the field begin."""
    return tuple(_meant(words, own, units, is_inner=is_inner))


def _meant(
    words: tuple[str, ...], own: int, units: tuple[Unit, ...], *, is_inner: bool
) -> Iterator[tuple[float, Reading]]:
    is_alone = len(words) == 1 and not is_inner
    for at, unit in _parts(words, own):
        start, last, behind = at
        part = words[start:last]
        score = 12.0 * len(part) - 2.5 * behind - 0.5 * (len(words) - last)
        if len(part) == 1 and not is_alone:
            score -= _weakness(part[0])
        rows = named(part, counted=not _COUNTING.isdisjoint(words))
        is_only = len(rows) == 1 and not _weakness(part[-1])
        is_worth = last > own and not _WORTH.isdisjoint(words[last:])
        for row, _ in rows:
            if is_worth and row.measure in ("count", "rank"):
                # The value of an order is no order.
                continue
            fitted = _fitted(row, unit, units, part)
            if fitted is not None:
                found = _read(row, fitted[1], words, at)
                yield (
                    score + fitted[0],
                    found._replace(is_sure=unit is not None, is_only=is_only),
                )


def _weakness(word: str) -> float:
    """Return how little one word says that may need another."""
    if word in GENERIC:
        return 9.0
    return 6.0 if word in _WEAK or spelled(word) else 0.0


def _parts(
    words: tuple[str, ...], own: int
) -> Iterator[tuple[tuple[int, int, int], Unit | None]]:
    """Yield parts of *words*: where from, where to, how much is left out; the unit."""
    size = len(words)
    endings: tuple[tuple[Unit | None, int], ...] = ((None, 0), *parted(words))
    for end in range(size, 0, -1):
        if end < size:
            # A unit before words that only say which one it is: `kwh_total`.
            endings = ((None, 0), *parted(words[:end]))
        for unit, taken in endings:
            for last in range(end - taken, 0, -1) if unit else (end,):
                rest = (*words[last : end - taken], *words[end:])
                # What is behind `per` does not change what it is.
                till = rest.index("per") if "per" in rest else len(rest)
                behind = sum(_is_telling(word) for word in rest[:till])
                if last <= own and behind:
                    # What it is in says what it is, if it says nothing itself.
                    break
                for start in range(last):
                    yield (start, last, behind), unit


def _is_telling(word: str) -> bool:
    return word not in GENERIC and not word.isdigit()


def _fitted(
    row: Row, unit: Unit | None, units: tuple[Unit, ...], part: tuple[str, ...]
) -> tuple[float, Unit | None] | None:
    """Return what the unit counts for, and the unit of *row* in that field."""
    if unit is not None:
        if row.unit is None or unit.measures != row.measure:
            return None
        far = abs(math.log10(unit.factor / row.unit.factor))
        is_short = row.measure == "time" and min(unit.factor, row.unit.factor) >= 1
        far *= 0.5 if is_short else 1.2
        return 7.0 - far - (unit != row.unit) / 2, unit
    for one in (row.unit, *units):
        if one in units and one.measures == row.measure:
            return 5.0, one
    return (-8.0 if units else 0.0), _worded(row, part) or row.unit


def _worded(row: Row, part: tuple[str, ...]) -> Unit | None:
    """Return the unit of *row* that is a word of its name: `bytes` of `bytes_sent`."""
    for word in part if row.unit is not None else ():
        for one, _ in parted((word,)) if len(word) > 2 else ():
            if one.measures == row.measure:
                return one
    return None


def _read(
    row: Row,
    unit: Unit | None,
    words: tuple[str, ...],
    at: tuple[int, int, int],
) -> Reading:
    start, last, dropped = at
    variant = " ".join(
        word for at, word in enumerate(words)
        if word in _VARIANTS or (word in GENERIC and not start <= at < last)
    )  # fmt: skip
    lead = " ".join(word for word in words[:start] if word not in GENERIC)
    name = " ".join(words[start:last])
    return Reading(row, unit, lead, name, variant, last - start, dropped)


_VARIANTS = frozenset(
    (*LEAST, *MOST, *MIDDLE, *EARLY, "feels", "target", "previous", "current")
)


def _far(found: Reading) -> float:
    """Return how many digits there are between the unit and the usual one."""
    if found.unit is None or found.row.unit is None:
        return 0.0
    return abs(math.log10(found.unit.factor / found.row.unit.factor))


_COUNTS = ((8.0, 10.0), (6.0, 8.0), (5.0, 5.0), (4.0, 6.0), (3.0, 6.0), (2.0, 4.0),
           (2.0, 5.0), (3.0, 6.0))  # fmt: skip
"""What a word counts, and all of them at most: its own, then those of `Evidence`."""


def _around(words: tuple[str, ...], found: Reading, evidence: Evidence) -> float | None:
    """Return what speaks for it, or None where it needs words that are not there."""
    wanted = found.row.around
    if not wanted:
        return 0.0
    own = frozenset(words) - frozenset(found.name.split())
    sure = rest = 0.0
    several = (own, evidence.told, frozenset(evidence.near), *evidence[2:])
    wanted -= frozenset(found.name.split())
    for at, (some, (each, most)) in enumerate(zip(several, _COUNTS, strict=True)):
        hits = len(wanted & some)
        if hits and at < _SURE:
            sure += min(most, each * hits)
        elif hits:
            rest += min(most, each * hits)
    if sure + rest >= _LEAST_EVIDENCE:
        return min(sure, _MOST_SURE) + min(rest, _MOST_REST)
    # A long name, or one with a unit, is told by itself, if it is no other's.
    is_told = found.size > 1 or found.is_only or (found.is_sure and _far(found) < 2.5)
    return -1.0 if is_told else None
