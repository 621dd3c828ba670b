"""Outlines: the shape that all texts of a field share, such as AAA-999."""

from __future__ import annotations

import re
from functools import lru_cache
from random import Random  # noqa: TID251 - the type alone

from mockforge.options import Json

_FINE = re.compile(r"[A-Z]+|[a-z]+|[0-9]+|[^A-Za-z0-9]+")
_COARSE = re.compile(r"[A-Za-z0-9]+|[^A-Za-z0-9]+")
_ALPHABETS = {
    "9": "0123456789",
    "A": "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "a": "abcdefghijklmnopqrstuvwxyz",
}
_CLASSES = {"9": "0-9", "A": "A-Z", "a": "a-z"}
LONGEST = 80
"""Characters of a text that may still have an outline."""
MOST = 12
"""Pieces that one may have."""


class Outline:
    """Pieces of text: which letters each is made of, and how long it is.

    Pieces are runs of one kind of letter (`fine`), or words between other characters.
    A text that falls into other pieces than those before ends it for good, so the
    outcome does not depend on their order.
    """

    __slots__ = ("fine", "is_broken", "pieces")

    def __init__(self, *, fine: bool) -> None:
        self.fine = fine
        self.is_broken = False
        self.pieces: list[Piece] | None = None

    def add(self, text: str) -> None:
        """Take in *text*."""
        if self.is_broken:
            return
        if len(text) > LONGEST or not text.isascii():
            self.end()
            return
        found = (_FINE if self.fine else _COARSE).findall(text)
        self._take([_piece(one) for one in found[: MOST + 1]])

    def end(self) -> None:
        """Give up: texts share no outline."""
        self.is_broken, self.pieces = True, None

    def merge(self, other: Outline) -> None:
        """Take in all that *other* has taken in."""
        if other.is_broken:
            self.end()
        elif other.pieces is not None and not self.is_broken:
            self._take(other.pieces)

    def _take(self, pieces: list[Piece]) -> None:
        if len(pieces) > MOST:
            self.end()
        elif self.pieces is None:
            self.pieces = pieces
        elif len(pieces) != len(self.pieces):
            self.end()
        else:
            both = zip(self.pieces, pieces, strict=True)
            joined = [one.joined(two, fine=self.fine) for one, two in both]
            self.pieces = [one for one in joined if one is not None]
            if len(self.pieces) < len(pieces):
                self.end()

    @property
    def is_telling(self) -> bool:
        """Whether it says more than that there are letters: a fixed part, or digits."""
        if not self.pieces or self.is_broken:
            return False
        has_free = any(one.text is None for one in self.pieces)
        return has_free and (len(self.pieces) > 1 or "9" in self.pieces[0].kinds)

    def pattern(self) -> str:
        """Return a regular expression that every text that was taken in matches.

        Lengths are left open: the next text of the same make may be longer.
        """
        return f"^{''.join(one.pattern() for one in self.pieces or ())}$"

    def draw(self, rng: Random) -> str:
        """Return a text of this outline."""
        return "".join(one.draw(rng) for one in self.pieces or ())

    def to_json(self) -> Json:
        """Return what `from_json` takes."""
        pieces = self.pieces
        told = None if pieces is None else [one.to_json() for one in pieces]
        return [self.fine, self.is_broken, told]

    @classmethod
    def from_json(cls, value: Json) -> Outline:
        """Return the outline that *value* was made from."""
        found = cls(fine=value[0])
        found.is_broken = value[1]
        if value[2] is not None:
            found.pieces = [Piece(*one) for one in value[2]]
        return found


class Piece:
    """A piece of an outline."""

    __slots__ = ("kinds", "longest", "shortest", "text")

    def __init__(
        self, kinds: str, shortest: int, longest: int, text: str | None
    ) -> None:
        self.kinds = kinds
        """`A`, `a` and `9` for the kinds of letters in it; empty for other ones."""
        self.shortest = shortest
        self.longest = longest
        self.text = text
        """What it always is; None if it varies."""

    def joined(self, other: Piece, *, fine: bool) -> Piece | None:
        """Return a piece that is either; None if there is none."""
        if self.text == other.text and self.text is not None:
            return self
        if not self.kinds or not other.kinds or (fine and self.kinds != other.kinds):
            return None
        return Piece(
            "".join(sorted({*self.kinds, *other.kinds})),
            min(self.shortest, other.shortest),
            max(self.longest, other.longest),
            None,
        )

    def pattern(self) -> str:
        """Return it as a part of a regular expression."""
        if self.text is not None:
            return escaped(self.text)
        return f"[{''.join(_CLASSES[kind] for kind in self.kinds)}]+"

    def draw(self, rng: Random) -> str:
        """Return a text for it."""
        if self.text is not None:
            return self.text
        letters = "".join(_ALPHABETS[kind] for kind in self.kinds)
        size = rng.randint(self.shortest, self.longest)
        # A number does not begin with 0 unless its length is fixed.
        first = letters
        if self.kinds == "9" and self.shortest < self.longest:
            first = letters[1:]
        return rng.choice(first) + "".join(rng.choices(letters, k=size - 1))

    def to_json(self) -> Json:
        """Return what the constructor takes."""
        return [self.kinds, self.shortest, self.longest, self.text]


@lru_cache(maxsize=4096)
@lru_cache(maxsize=8192)
def _piece(text: str) -> Piece:
    """Return the piece that *text* is; pieces do not change, so it may be shared."""
    return Piece(_kinds(text), len(text), len(text), text)


def _kinds(text: str) -> str:
    kinds = ""
    for kind, letters in _ALPHABETS.items():
        if any(letter in letters for letter in text):
            kinds += kind
    return kinds


_SPECIAL = frozenset("^$\\.*+?()[]{}|")


def escaped(text: str) -> str:
    """Return *text* for a regular expression of JSON Schema (ECMA-262).

    re.escape() also escapes what ECMA-262 does not let be escaped, as spaces.
    """
    return "".join(f"\\{each}" if each in _SPECIAL else each for each in text)
