"""Texts drawn from a regular expression."""

from __future__ import annotations

from random import Random  # noqa: TID251 - the type alone

_DIGITS = "0123456789"
_SMALL = "abcdefghijklmnopqrstuvwxyz"
_WORD = _SMALL + _SMALL.upper() + _DIGITS + "_"
_PLAIN = _SMALL + _SMALL.upper() + _DIGITS
_ESCAPED = {"d": _DIGITS, "w": _WORD, "s": " ", "D": _SMALL, "W": "-", "S": _PLAIN}
_CONTROL = {"n": "\n", "t": "\t", "r": "\r", "f": "\f", "v": "\v", "0": "\0"}
MORE = 6
"""How often more than asked for a piece without an upper bound may come."""
LONGEST = 2000
"""Characters of an expression that is read."""


def from_pattern(pattern: str, rng: Random) -> str | None:
    """Return a text that *pattern* is likely to match, None if it is not understood.

    Groups, alternatives, classes and repetitions are; looking round and referring
    back are not.
    """
    if len(pattern) > LONGEST:
        return None
    reading = _Reading(pattern, rng)
    try:
        made = reading.alternatives(0)
    except (ValueError, IndexError, RecursionError):
        return None
    return made if reading.at == len(pattern) else None


class _Reading:
    """An expression that is read from left to right, and drawn from as it is read."""

    def __init__(self, pattern: str, rng: Random) -> None:
        self.pattern = pattern
        self.rng = rng
        self.at = 0

    def alternatives(self, depth: int) -> str:
        """Draw from one of the alternatives up to the end, or to a bracket."""
        made = [self._sequence(depth)]
        while self._peek() == "|":
            self.at += 1
            made.append(self._sequence(depth))
        return self.rng.choice(made)

    def _peek(self) -> str:
        return self.pattern[self.at : self.at + 1]

    def _sequence(self, depth: int) -> str:
        made = ""
        while self._peek() not in ("", "|", ")"):
            start = self.at
            one = self._piece(depth)
            end = self.at
            count = self._count()
            after = self.at
            if count == 0:
                continue
            made += one
            # Each repetition is drawn for itself.
            for _ in range(count - 1):
                self.at = start
                made += self._piece(depth)
                if self.at != end:
                    raise ValueError("a piece ends elsewhere")
            self.at = after
            if len(made) > 10 * LONGEST:
                raise ValueError("too long")
        return made

    def _piece(self, depth: int) -> str:
        mark = self.pattern[self.at]
        self.at += 1
        if mark in "^$":
            return ""
        if mark == ".":
            return self.rng.choice(_PLAIN)
        if mark == "[":
            return self._class()
        if mark == "(":
            return self._group(depth)
        if mark == "\\":
            return self._escaped()
        if mark in "*+?{":
            raise ValueError("nothing to repeat")
        return mark

    def _group(self, depth: int) -> str:
        if depth > 20:
            raise ValueError("too deep")
        if self.pattern.startswith("?:", self.at):
            self.at += 2
        elif self._peek() == "?":
            raise ValueError("not understood")
        made = self.alternatives(depth + 1)
        if self._peek() != ")":
            raise ValueError("a group does not end")
        self.at += 1
        return made

    def _escaped(self) -> str:
        mark = self.pattern[self.at]
        self.at += 1
        if mark in _ESCAPED:
            return self.rng.choice(_ESCAPED[mark])
        if mark in _CONTROL:
            return _CONTROL[mark]
        if mark in "bB":
            return ""
        if mark.isalnum():
            raise ValueError("not understood")
        return mark

    def _class(self) -> str:
        is_not = self._peek() == "^"
        self.at += is_not
        letters = ""
        is_first = True
        while is_first or self._peek() != "]":
            is_first = False
            letters += self._range()
        self.at += 1
        if is_not:
            letters = "".join(each for each in _PLAIN + "-_ " if each not in letters)
        return self.rng.choice(letters)

    def _range(self) -> str:
        first = self._letters()
        if len(first) != 1 or self._peek() != "-":
            return first
        if self.pattern[self.at + 1] == "]":
            return first
        self.at += 1
        last = self._letters()
        if len(last) != 1 or ord(last) - ord(first) not in range(0x3000):
            raise ValueError("no range")
        return "".join(map(chr, range(ord(first), ord(last) + 1)))

    def _letters(self) -> str:
        mark = self.pattern[self.at]
        self.at += 1
        if mark != "\\":
            return mark
        mark = self.pattern[self.at]
        self.at += 1
        return _ESCAPED.get(mark, _CONTROL.get(mark, mark))

    def _count(self) -> int:
        """Return how often the piece before is to come."""
        mark = self._peek()
        if mark not in ("*", "+", "?", "{") or not mark:
            return 1
        self.at += 1
        least, most = {"*": (0, MORE), "+": (1, MORE), "?": (0, 1), "{": (0, 0)}[mark]
        if mark == "{":
            end = self.pattern.index("}", self.at)
            low, comma, high = self.pattern[self.at : end].partition(",")
            self.at = end + 1
            least = int(low or 0)
            most = int(high) if high else least + MORE if comma else least
        if self._peek() in ("?", "+"):
            self.at += 1
        if most > LONGEST:
            most = max(least, LONGEST)
        return self.rng.randint(least, most)
