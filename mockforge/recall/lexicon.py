"""A lexicon: which exchanges have which words, and how well they fit a question."""

from __future__ import annotations

import json
import struct
from array import array
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from math import log

from mockforge.recall.wording import COMMON, stem, words

VERSION = 1
"""Of the words that are kept."""

MOST = 160
"""Words of an exchange that are kept, those that weigh most."""

# Okapi BM25 (Robertson and Zaragoza 2009): a word said often counts little more than
# one said once, and a long answer is not better for having more words.
_OFTEN = 1.2
_LONG = 0.3

_PART = 4_096
_HEAD = struct.Struct("<qH")


class Lexicon:
    """The words of the exchanges of a recording."""

    def __init__(self) -> None:
        self._ids: list[int] = []
        self._words: dict[str, int] = {}
        self._has: list[array[int]] = []
        """Of each exchange its words, and by turns what each weighs in tenths."""

    def __len__(self) -> int:
        return len(self._ids)

    def add(self, number: int, texts: Iterable[tuple[str, float]]) -> None:
        """Take in the exchange *number*, which says *texts*, each of a weight."""
        said: dict[str, float] = {}
        for text, weight in texts:
            for word in words(text):
                if word not in COMMON:
                    key = stem(word)
                    said[key] = said.get(key, 0.0) + weight
        chosen = sorted(said, key=lambda key: -said[key])[:MOST]
        has = array("I")
        for key in chosen:
            has.append(self._words.setdefault(key, len(self._words)))
            has.append(min(10_000, int(said[key] * 10)))
        self._ids.append(number)
        self._has.append(has)

    def search(self, question: str, limit: int) -> list[tuple[int, float]]:
        """Return up to *limit* numbers with how well each fits, the best first.

        At most that is 1; what has no word of the question is left out.
        """
        asked = self.asked(question)
        if not asked:
            return []
        found = self._having(set(asked.values()))
        count = len(self._ids)
        worth = {
            word: log(1 + (count - len(rows) + 0.5) / (len(rows) + 0.5))
            for word, rows in found.items()
        }
        mean = sum(map(len, self._has)) / max(1, count)
        scores: dict[int, float] = {}
        for word, rows in found.items():
            for place, weight in rows.items():
                length = 1 - _LONG + _LONG * len(self._has[place]) / mean
                fit = worth[word] * weight / (weight + _OFTEN * length)
                scores[place] = scores.get(place, 0.0) + fit
        # A word that nothing has counts as the rarest of all.
        rarest = log(1 + (count + 0.5) / 0.5)
        most = sum(worth.get(word, rarest) for word in asked.values())
        best = sorted(scores, key=lambda place: (-scores[place], place))[:limit]
        return [(self._ids[place], min(1.0, scores[place] / most)) for place in best]

    def asked(self, question: str) -> dict[str, int]:
        """Return the words of *question* by stem; -1 for those that nothing has.

        A word that nothing has is taken for the one that is nearest by its letters.
        """
        said = [word for word in words(question) if word not in COMMON]
        asked = {}
        for key in map(stem, said or words(question)):
            if key not in self._words and len(key) > 3:
                near = get_close_matches(key, self._words, n=1, cutoff=0.8)
                key = near[0] if near else key
            asked[key] = self._words.get(key, -1)
        return asked

    def parts(self) -> list[bytes]:
        """Return this as `from_parts` takes it."""
        parts = [json.dumps(list(self._words)).encode("ascii")]
        for start in range(0, len(self._ids), _PART):
            part = bytearray()
            for number, has in zip(
                self._ids[start : start + _PART],
                self._has[start : start + _PART],
                strict=True,
            ):
                part += _HEAD.pack(number, len(has)) + has.tobytes()
            parts.append(bytes(part))
        return parts

    @classmethod
    def from_parts(cls, parts: Sequence[bytes]) -> Lexicon:
        """Return what `parts` told.

        Raises:
            ValueError: If it is of another shape.
        """
        found = cls()
        try:
            told = json.loads(parts[0])
            found._words = {word: number for number, word in enumerate(told)}
            for part in parts[1:]:
                at = 0
                while at < len(part):
                    number, length = _HEAD.unpack_from(part, at)
                    at += _HEAD.size
                    has = array("I")
                    has.frombytes(part[at : at + length * has.itemsize])
                    at += length * has.itemsize
                    found._ids.append(number)
                    found._has.append(has)
        except (IndexError, TypeError, struct.error) as error:
            raise ValueError(f"no lexicon: {error!r}") from error
        return found

    def _having(self, wanted: set[int]) -> dict[int, dict[int, float]]:
        """Return by word of *wanted* where it is said, with its weight."""
        found: dict[int, dict[int, float]] = {word: {} for word in wanted if word >= 0}
        if not found:
            return found
        for place, has in enumerate(self._has):
            for at in range(0, len(has), 2):
                if has[at] in found:
                    found[has[at]][place] = has[at + 1] / 10
        return found
