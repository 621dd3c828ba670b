"""Models of texts and of numbers: what was seen of the scalars of one field."""

from __future__ import annotations

import math
import re

from mockforge.learning.fields.outline import Outline
from mockforge.learning.fields.tally import Tally
from mockforge.options import Json

LONG = 120
"""Characters from which on a text is kept apart, where fewer are."""
LONGEST = 1000
"""Characters of a text that are kept at most."""
_WHOLE = re.compile(r"-?(?:0|[1-9]\d{0,17})", re.ASCII)
_NUMBER = re.compile(r"-?(?:0|[1-9]\d{0,17})(?:\.\d+)?(?:[eE][-+]?\d+)?", re.ASCII)
_TRUTH = ("true", "false")


class Texts:
    """What texts a field holds."""

    __slots__ = (
        *("coarse", "count", "fine", "is_secret", "long", "longest"),
        *("numbers", "shortest", "tally", "truths", "wholes"),
    )

    def __init__(self) -> None:
        self.count = 0
        self.tally = Tally(64)
        """Those that are not long."""
        self.long = Tally(4)
        """Those that are, cut to their beginning."""
        self.shortest = 0
        self.longest = 0
        self.fine = Outline(fine=True)
        self.coarse = Outline(fine=False)
        self.wholes = 0
        """How many spell a whole number, as a query does."""
        self.numbers = 0
        """How many spell a number."""
        self.truths = 0
        """How many spell true or false."""
        self.is_secret = False
        """Whether stand-ins for secrets are among them: their look tells nothing."""

    def add(self, text: str) -> None:
        """Take in *text*."""
        size = len(text)
        if not self.count or size < self.shortest:
            self.shortest = size
        if size > self.longest:
            self.longest = size
        self.count += 1
        # What an outline has taken in once does not change it again.
        if text not in self.tally.counts:
            self.fine.add(text)
            self.coarse.add(text)
        if size > LONG:
            self.long.add(text[:LONGEST])
        else:
            self.tally.add(text)
        if size < 40:
            self._note_spelling(text)

    def _note_spelling(self, text: str) -> None:
        if text in _TRUTH:
            self.truths += 1
        elif _NUMBER.fullmatch(text):
            self.numbers += 1
            if _WHOLE.fullmatch(text):
                self.wholes += 1

    def merge(self, other: Texts) -> None:
        """Take in all that *other* has taken in."""
        if other.count:
            self.shortest = (
                min(self.shortest, other.shortest) if self.count else other.shortest
            )
            self.longest = max(self.longest, other.longest)
        self.count += other.count
        self.tally.merge(other.tally)
        self.long.merge(other.long)
        self.fine.merge(other.fine)
        self.coarse.merge(other.coarse)
        self.wholes += other.wholes
        self.numbers += other.numbers
        self.truths += other.truths
        self.is_secret = self.is_secret or other.is_secret

    @property
    def outline(self) -> Outline | None:
        """The shape that all of them share, if it tells anything."""
        for one in (self.fine, self.coarse):
            if one.is_telling:
                return one
        return None

    def choices(self) -> list[str] | None:
        """Return the few values that recur, or None if it is open what comes next.

        Twelve values that came forty times leave little room for a thirteenth; a
        text with spaces is prose, however often it came.
        """
        found = self.tally
        if found.is_sample or self.long.total or not len(found) or self.is_secret:
            return None
        if len(found) > 16 or found.total < 5 * len(found) or found.total < 10:
            return None
        if any(not _NAME.fullmatch(value) for value in found):
            return None
        return sorted(found)

    def to_json(self) -> Json:
        """Return what `from_json` takes."""
        return {
            "count": self.count,
            "length": [self.shortest, self.longest],
            "values": self.tally.to_json(),
            "long": self.long.to_json(),
            "outlines": [self.fine.to_json(), self.coarse.to_json()],
            "spelling": [self.wholes, self.numbers, self.truths],
            "is_secret": self.is_secret,
        }

    @classmethod
    def from_json(cls, value: Json) -> Texts:
        """Return the texts that *value* was made from."""
        found = cls()
        found.count = value["count"]
        found.shortest, found.longest = value["length"]
        found.tally = Tally.from_json(value["values"])
        found.long = Tally.from_json(value["long"], 4)
        found.fine, found.coarse = map(Outline.from_json, value["outlines"])
        found.wholes, found.numbers, found.truths = value["spelling"]
        found.is_secret = value["is_secret"]
        return found


_NAME = re.compile(r"[A-Za-z][\w./:+-]{0,39}", re.ASCII)


class Numbers:
    """What numbers a field holds."""

    __slots__ = (
        *("count", "decimals", "falls", "first", "floats", "high"),
        *("last", "low", "rises", "tally"),
    )

    def __init__(self) -> None:
        self.count = 0
        self.floats = 0
        """How many were written with a fraction or an exponent."""
        self.decimals = 0
        """The most digits behind the point."""
        self.low: float = math.inf
        self.high: float = -math.inf
        self.tally = Tally(64)
        """As they are written."""
        self.first: float | None = None
        self.last: float | None = None
        self.rises = 0
        """How often one was above the one before."""
        self.falls = 0
        """How often one was below the one before."""

    def add(self, number: float) -> None:
        """Take in *number*; what came first is to be taken in first."""
        self.count += 1
        if isinstance(number, float):
            self.floats += 1
            if not math.isfinite(number):
                return
            self.decimals = max(self.decimals, _decimals(number))
        elif abs(number) > _MOST:
            return
        self.low = min(self.low, number)
        self.high = max(self.high, number)
        self.tally.add(repr(number))
        if self.last is None:
            self.first = number
        elif number != self.last:
            if number > self.last:
                self.rises += 1
            else:
                self.falls += 1
        self.last = number

    def merge(self, other: Numbers) -> None:
        """Take in all that *other* has taken in, which came later."""
        self.count += other.count
        self.floats += other.floats
        self.decimals = max(self.decimals, other.decimals)
        self.low = min(self.low, other.low)
        self.high = max(self.high, other.high)
        self.tally.merge(other.tally)
        self.rises += other.rises
        self.falls += other.falls
        if self.last is not None and other.first is not None:
            self.rises += other.first > self.last
            self.falls += other.first < self.last
        if self.first is None:
            self.first = other.first
        if other.last is not None:
            self.last = other.last

    @property
    def is_counter(self) -> bool:
        """Whether each is above the one before, often enough to be no chance."""
        return (
            not self.floats
            and self.rises >= 4
            and not self.falls
            and self.rises == self.tally.total - 1
        )

    def values(self) -> list[tuple[float, int]]:
        """Return the numbers that were kept with their counts, the least first."""
        return sorted(
            (float(text) if _is_float(text) else int(text), count)
            for text, count in self.tally.counts.items()
        )

    def choices(self) -> list[float] | None:
        """Return the few numbers that recur, or None if any between may come."""
        found = self.tally
        if found.is_sample or not len(found):
            return None
        if found.total < 3 * len(found) or found.total < 6:
            return None
        return [number for number, _ in self.values()]

    def to_json(self) -> Json:
        """Return what `from_json` takes."""
        is_some = self.tally.total > 0
        return {
            "count": self.count,
            "floats": self.floats,
            "decimals": self.decimals,
            "range": [self.low, self.high] if is_some else None,
            "values": self.tally.to_json(),
            "order": [self.first, self.last, self.rises, self.falls],
        }

    @classmethod
    def from_json(cls, value: Json) -> Numbers:
        """Return the numbers that *value* was made from."""
        found = cls()
        found.count, found.floats = value["count"], value["floats"]
        found.decimals = value["decimals"]
        if value["range"] is not None:
            found.low, found.high = value["range"]
        found.tally = Tally.from_json(value["values"])
        found.first, found.last, found.rises, found.falls = value["order"]
        return found


_MOST = 1 << 1000
"""Whole numbers beyond this have no float beside them."""


def _is_float(text: str) -> bool:
    return not text.lstrip("-").isdigit()


def _decimals(number: float) -> int:
    text = repr(number)
    if "e" in text or "E" in text:
        return 17
    return len(text.partition(".")[2]) if not text.endswith(".0") else 0
