"""Parts that are all of a whole, and parts of one: passed and failed, active users."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from random import Random  # noqa: TID251 - the type alone
from typing import NamedTuple

from mockforge.synthesis.bills import status_of
from mockforge.synthesis.members import Members, is_number
from mockforge.synthesis.naming import singular, words_of
from mockforge.synthesis.partitions import ROWS
from mockforge.synthesis.series import shared_out

_FILL = frozenset(("count", "number", "num", "of", "qty", "in", "on", "the", "was",
                   "percentage", "nr", "amount", "were", "by", "time"))  # fmt: skip
_SHARES = frozenset(("percent", "percentage", "pct", "rate", "ratio", "share"))
_NO = frozenset(("id", "at", "date", "hour", "average", "avg", "mean", "max", "min",
                 "maximum", "minimum", "price", "per", "url", "code", "limit", "year",
                 "threshold", "target", "previous", "index", "page", "size", "version",
                 "last", "score", "ms", "seconds", "duration", "month", "fee", "tax",
                 "cost"))  # fmt: skip


class _Partition(NamedTuple):
    """A row, read."""

    nouns: frozenset[str]
    usual: tuple[int, int]
    whole: tuple[str, ...]
    parts: tuple[tuple[frozenset[str], float, float], ...]

    @property
    def size(self) -> float:
        """What all parts are together, as they usually are."""
        return sum(low + high for _, low, high in self.parts) / 2


class Split(NamedTuple):
    """A whole with the names of its parts, in one object."""

    whole: str
    parts: tuple[tuple[str, float, float], ...]
    usual: tuple[int, int]
    shares: tuple[tuple[str, str], ...]
    """Names of shares, each with the part that it is of."""
    rest: float
    """What is not told of it, in the measure of the shares."""


def _read() -> Iterator[_Partition]:
    for row in ROWS.replace("\\\n", "").strip().splitlines():
        first, more, usual, whole, *parts = row.split("|")
        low, high = usual.split()
        read = []
        for part in parts:
            words, _, told = part.partition(":")
            least, most = map(float, told.split())
            read.append((frozenset(words.split()), least, most))
        yield _Partition(frozenset((first, *more.split())), (int(low), int(high)),
                         tuple(whole.split()), tuple(read))  # fmt: skip


@lru_cache(maxsize=1)
def _partitions() -> tuple[_Partition, ...]:
    return tuple(_read())


_KNOWN = frozenset(word for row in _read() for one in row.parts for word in one[0])


@lru_cache(maxsize=2048)
def splits_of(names: tuple[str, ...], about: str = "") -> tuple[Split, ...]:
    """Return the wholes among *names* with their parts.

    Args:
        names: Those of an object.
        about: What the object is called, where its names do not say of what it is.
    """
    keys = {name: _words(name) for name in names}
    if not any(words & _KNOWN for words in keys.values()):
        return ()
    found = []
    used: set[str] = set()
    for row in _partitions():
        made = _split(row, keys, frozenset(map(singular, words_of(about))))
        parts = set() if made is None else {one[0] for one in made.parts}
        if made is not None and not used & parts:
            used |= parts
            found.append(made)
    return tuple(found)


@lru_cache(maxsize=4096)
def _words(name: str) -> frozenset[str]:
    words = frozenset(singular(word) for word in words_of(name))
    if "not" in words:
        # What is not ready is neither of what is ready nor of all.
        return frozenset(("not" + "".join(sorted(words - {"not"} - _FILL)),))
    if "time" not in words:
        return words
    if "on" in words:
        return words - {"on", "time"} | {"punctual"}
    # How long it is, and not how many there are.
    return words if words & {"full", "part"} else words | {"hour"}


def _split(
    row: _Partition, keys: Mapping[str, frozenset[str]], about: frozenset[str]
) -> Split | None:
    """Return the whole of *row* with its parts, if there are enough of them."""
    parts: dict[int, str] = {}
    shares: list[tuple[int, str]] = []
    nouns: set[str] = set(about & row.nouns)
    for name, words in keys.items():
        bare = words - row.nouns - _FILL - {"total"}
        at = next((i for i, one in enumerate(row.parts) if bare and bare <= one[0]), -1)
        if at >= 0 and at not in parts and not words & _NO:
            parts[at] = name
            nouns |= words & row.nouns
        rest = bare - _SHARES
        if words & _SHARES and not words & _NO:
            shares += [(i, name) for i, one in enumerate(row.parts)
                       if rest and rest <= one[0]]  # fmt: skip
    whole = _whole(row, keys, set(parts.values()), nouns)
    if len(parts) < 2 or not (whole or len(parts) > 2 or nouns):
        return None
    if not whole and not shares:
        return None
    kept = tuple((name, *row.parts[at][1:]) for at, name in sorted(parts.items()))
    of = tuple((name, parts[at]) for at, name in shares
               if at in parts and name != parts[at])  # fmt: skip
    told = sum(low + high for _, low, high in kept) / 2
    return Split(whole, kept, row.usual, of, max(0.0, row.size - told))


def _whole(
    row: _Partition, keys: Mapping[str, frozenset[str]], but: set[str], nouns: set[str]
) -> str:
    """Return the name of the whole: one that says so, or what is counted alone."""
    found = []
    for name, words in keys.items():
        if name in but or words & _NO:
            continue
        bare = words - row.nouns - _FILL
        is_own = bool(words & row.nouns)
        if not bare <= {*row.whole} or not (bare or is_own):
            continue
        if is_own or "total" in bare or nouns or bare & _SURE:
            rank = min(map(row.whole.index, bare), default=len(row.whole))
            found.append((rank, name))
    return min(found)[1] if found else ""


_SURE = frozenset(("sent", "invited", "enrolled", "roster", "executed"))


def is_split(names: tuple[str, ...], about: str = "") -> bool:
    """Return whether any of *names* are parts of a whole."""
    return bool(splits_of(names, about))


def split(members: Members, rng: Random, about: str = "") -> None:
    """Let parts be all of their whole, and shares what the parts are of it."""
    for one in splits_of(tuple(members.made), about):
        _share_out(members, one, rng)


def _share_out(members: Members, one: Split, rng: Random) -> None:
    parts = [part for part in one.parts if is_number(members.made.get(part[0]))]
    held = members.worth(one.whole) if one.whole else None
    free = [part for part in parts if not members.is_given(part[0])]
    if len(parts) < 2 or not free or (one.whole and held is None):
        return
    worth = sum(members.worth(part[0]) or 0.0 for part in parts if part not in free)
    whole = _size(members, one, (held, worth), rng)
    usual = sum(part[1] + part[2] for part in free) / 2
    if one.rest > usual and len(free) == len(parts):
        _draw(members, free, (whole, one.rest + usual))
    elif whole >= worth:
        whole = worth + _fill(members, free, whole - worth, rng)
    if one.whole and not members.is_given(one.whole):
        members.put_number(one.whole, round(whole, 2))
    for name, part_name in one.shares:
        if whole and not members.is_given(name):
            members.put_share(name, (members.worth(part_name) or 0.0) / whole)


def _fill(
    members: Members, free: Sequence[tuple[str, float, float]], left: float, rng: Random
) -> float:
    """Let the parts that are *free* make up what is *left*; return what they do."""
    sizes = [low + (high - low) * rng.random() for _, low, high in free]
    values = [members.worth(part[0]) or 0.0 for part in free]
    if abs(sum(values) - left) > 0.01 or not _is_usual(free, values, left):
        is_whole = all(isinstance(members.made[part[0]], int) for part in free)
        values = shared_out(sizes, left, 0 if is_whole else 2)
    values = _by_status(members, free, values)
    for part, value in zip(free, values, strict=True):
        members.put_number(part[0], value)
    return sum(values)


def _draw(
    members: Members,
    parts: Sequence[tuple[str, float, float]],
    of: tuple[float, float],
) -> None:
    """Let each part be as much of the whole as is usual, where the rest is untold."""
    whole, size = of
    for name, low, high in parts:
        held = members.worth(name) or 0.0
        if held > whole * high / size:
            members.put_like(name, whole * (low + (high - low) * 0.3) / size)


def _is_usual(
    parts: Sequence[tuple[str, float, float]], values: list[float], whole: float
) -> bool:
    """Return whether *values* are near to the shares that are usual."""
    most = sum(high for _, _, high in parts)
    return all(value <= max(1.0, 2 * whole * high / most) and value >= 0
               for (_, _, high), value in zip(parts, values, strict=True))  # fmt: skip


def _size(
    members: Members, one: Split, told: tuple[float | None, float], rng: Random
) -> float:
    """Return how much the whole is: as it is told, or as is usual."""
    held, fixed = told
    low, high = one.usual
    if held is None:
        made = sum(members.worth(part[0]) or 0.0 for part in one.parts)
        return max(made, fixed)
    if members.is_given(one.whole):
        return held
    if fixed > held or not fixed <= held:
        shares = [(part[1] + part[2]) / 2 for part in one.parts]
        known = [share for share, part in zip(shares, one.parts, strict=True)
                 if members.is_given(part[0])]  # fmt: skip
        return float(round(fixed * sum(shares) / max(sum(known), 1)))
    if low <= held <= high or not isinstance(members.made[one.whole], int):
        return held
    return float(rng.randint(low, min(high, low * 40)))


_GREEN = frozenset(("passed", "success", "succeeded", "successful", "green", "ok",
                    "healthy", "operational"))  # fmt: skip
_RED = frozenset(("failed", "failure", "failing", "red", "error", "errored",
                  "degraded"))  # fmt: skip
_BAD = frozenset(("failed", "failure", "fail", "failing", "error", "errored", "broken",
                  "unhealthy", "down"))  # fmt: skip


def within(members: Members) -> None:
    """Nothing of what has passed has failed in what is told within it."""
    if status_of(members) not in _GREEN:
        return
    for name, value in members.made.items():
        if not isinstance(value, dict) or members.is_given(name):
            continue
        for one in splits_of(tuple(value), name):
            first = one.parts[0][0]
            for part, _, _ in one.parts[1:]:
                held = value.get(part)
                if _words(part) & _BAD and is_number(held) and is_number(value[first]):
                    value[first] += held
                    value[part] = 0


def _by_status(
    members: Members, parts: Sequence[tuple[str, float, float]], values: list[float]
) -> list[float]:
    """Nothing has failed of what has passed, and something of what has failed."""
    status = status_of(members)
    bad = [at for at, part in enumerate(parts) if _words(part[0]) & _BAD]
    if not bad or bad[0] == 0 or status not in _GREEN | _RED:
        return values
    made = list(values)
    wrong = sum(made[at] for at in bad)
    if status in _GREEN:
        for at in bad:
            made[at] = 0
        made[0] += wrong
    elif wrong < 1 <= made[0]:
        made[bad[0]] += 1
        made[0] -= 1
    return made
