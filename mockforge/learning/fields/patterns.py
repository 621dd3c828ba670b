"""Texts drawn from a regular expression."""

from __future__ import annotations

import re
from random import Random  # noqa: TID251 - the type alone

_DIGITS = "0123456789"
_SMALL = "abcdefghijklmnopqrstuvwxyz"
_WORD = _SMALL + _SMALL.upper() + _DIGITS + "_"
_PLAIN = _SMALL + _SMALL.upper() + _DIGITS
_ESCAPED = {"d": _DIGITS, "w": _WORD, "s": " ", "D": _SMALL, "W": "-", "S": _PLAIN}
_WIDE = _PLAIN + "-_ .,;:!?"
_CONTROL = {"n": "\n", "t": "\t", "r": "\r", "f": "\f", "v": "\v", "0": "\0"}
_WORDS = (
    *("sun", "oak", "red", "sky", "bay", "fox", "ivy", "elm", "east", "blue", "gold"),
    *("park", "lake", "mint", "pine", "star", "rose", "amber", "cedar", "coral"),
    *("delta", "grove", "maple", "north", "olive", "pearl", "river", "stone", "anchor"),
    *("canyon", "harbor", "meadow", "orchid", "silver", "summit", "timber", "compass"),
    *("lantern", "horizon", "granite", "journey", "mountain", "sapphire", "lighthouse"),
)
"""Ordinary words: letters that may be any and any number are made of them."""
_FEW = 5
"""Digits of a number, and letters of a word, of which any number may be."""
MORE = 6
"""How often more than asked for a piece without an upper bound may come."""
LONGEST = 2000
"""Characters of an expression that is read."""
_HEAD = re.compile(
    r"(?:\?(?:(?P<look><?[=!])|:|[a-z]*-?[a-z]*:|P?<(?P<name>[A-Za-z_]\w*)>))?"
)
_CODE = re.compile(
    r"x(?P<code>[0-9A-Fa-f]{2})|u(?:(?P<long>[0-9A-Fa-f]{4})|\{(?P<wide>[0-9A-Fa-f]+)\})"
    r"|[pP]\{(?:[A-Za-z_]+=)?(?P<class>\w+)\}"
)
_CLASSES = {
    **dict.fromkeys(("L", "Letter", "Alphabetic", "Latin"), _SMALL + _SMALL.upper()),
    **dict.fromkeys(("Lu", "Uppercase_Letter", "Uppercase"), _SMALL.upper()),
    **dict.fromkeys(("Ll", "Lowercase_Letter", "Lowercase"), _SMALL),
    **dict.fromkeys(("N", "Nd", "Number", "Decimal_Number"), _DIGITS),
    "P": ".-",
    "Punctuation": ".-",
    "Z": " ",
    "Zs": " ",
    "Sc": "$",
}


def from_pattern(
    pattern: str, rng: Random, *, least: int = 0, most: int = LONGEST
) -> str | None:
    """Return a text that *pattern* is likely to match, None if it is not understood.

    Groups, alternatives, classes, repetitions and referring back are; what looks
    round is left out, so that its text matches or not by chance.

    Args:
        pattern: A regular expression as ECMA-262 has them.
        rng: What everything is drawn with.
        least: The length that is aimed at, where repetitions allow it.
        most: The greatest length that is aimed at.
    """
    if len(pattern) > LONGEST:
        return None
    reading = _Reading(pattern, rng, _more(least, most))
    try:
        made = reading.alternatives(0)
    except (ValueError, IndexError, RecursionError):
        return None
    return reading.with_sought(made) if reading.at == len(pattern) else None


def _more(least: int, most: int) -> int:
    return min(max(min(MORE, most), least), LONGEST)


class _Reading:
    """An expression that is read from left to right, and drawn from as it is read."""

    def __init__(self, pattern: str, rng: Random, more: int = MORE) -> None:
        self.pattern = pattern
        self.rng = rng
        self.more = more
        self.groups: list[str] = []
        self.names: dict[str, int] = {}
        self.at = 0
        # What is looked for ahead is met by chance, and by no words.
        self.is_looking = "(?=" in pattern or "(?!" in pattern
        self.sought: list[str] = []
        """Ends of what is looked for ahead: `(?=.*[A-Z])` wants a capital."""
        self.letters = ""
        """The letters that the last piece may be, where it is one of several."""
        self.least = 0
        """How often the last piece has to come."""
        self.before = ""
        """Those of the piece before that."""

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
            self.before, self.letters = self.letters, ""
            one = self._piece(depth)
            end = self.at
            count, is_open = self._count(self.pattern[start:end])
            after = self.at
            if count == 0:
                continue
            run = self._run(self.pattern[start:end], count, made) if is_open else None
            if run is not None:
                made = run
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

    def _run(self, piece: str, count: int, made: str) -> str | None:
        """Return *made* with a word, or a number as people write it, after it."""
        letters = self.letters
        if piece[:1] == "(" or not letters or self.is_looking:
            return None
        if letters == _DIGITS:
            if count < 2 or made[-1:].isdigit():
                return None
            rest = "".join(self.rng.choice(_DIGITS) for _ in range(count - 1))
            return made + self.rng.choice(_DIGITS[1:]) + rest
        is_small = _SMALL in letters
        if count < 3 or not (is_small or _SMALL.upper() in letters):
            return None
        least = min(max(self.least, 3), count)
        some = [word for word in _WORDS if least <= len(word) <= count]
        word = self.rng.choice(some or [word for word in _WORDS if len(word) <= count])
        if self.more <= MORE and some:
            count = len(word)
        while len(word) < count:
            more = [word for word in _WORDS if len(word) <= count - len(word)]
            word += self.rng.choice(more) if more else self.rng.choice(_SMALL)
        before = made[-1:]
        if is_small and before.isupper() and self.before == _SMALL.upper():
            # A capital on its own begins the word.
            return made[:-1] + word[0].upper() + word[1:]
        return made + (word if is_small else word.upper())

    def _is_coded(self, piece: str) -> bool:
        """Return whether letters and digits are mixed as in a code."""
        return piece[:1] == "[" and _SMALL not in self.letters and "0" in self.letters

    def _piece(self, depth: int) -> str:
        mark = self.pattern[self.at]
        self.at += 1
        if mark in "^$":
            return ""
        if mark == ".":
            self.letters = _PLAIN
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
        head = _HEAD.match(self.pattern, self.at)
        assert head is not None, "it matches nothing as well"
        self.at = head.end()
        if self._peek() == "?":
            raise ValueError("not understood")
        number = len(self.groups)
        if head["name"] or not head[0]:
            self.groups.append("")
            self.names[head["name"] or ""] = number
        made = self.alternatives(depth + 1)
        if self._peek() != ")":
            raise ValueError("a group does not end")
        self.at += 1
        if head["name"] or not head[0]:
            self.groups[number] = made
        if head["look"] == "=" and self.pattern.startswith(".*", head.end()):
            self.sought.append(made[-1:])
        return "" if head["look"] else made

    def with_sought(self, made: str) -> str:
        """Return *made* with what is looked for ahead at some of its places."""
        marks = [*made]
        places = self.rng.sample(range(len(marks)), min(len(self.sought), len(marks)))
        for place, mark in zip(places, self.sought, strict=False):
            marks[place] = mark or marks[place]
        return "".join(marks)

    def _escaped(self) -> str:
        mark = self.pattern[self.at]
        self.at += 1
        if mark in _ESCAPED:
            self.letters = _ESCAPED[mark]
            return self.rng.choice(self.letters)
        if mark in _CONTROL:
            return _CONTROL[mark]
        if mark in "bB":
            return ""
        if mark in "123456789":
            return self.groups[int(mark) - 1]
        if mark == "k":
            end = self.pattern.index(">", self.at)
            name = self.pattern[self.at + 1 : end]
            self.at = end + 1
            return self.groups[self.names.get(name, len(self.groups))]
        self.letters = self._coded(mark)
        return self.rng.choice(self.letters)

    def _coded(self, mark: str) -> str:
        """Return the letters of a code, of a class of Unicode, or the letter."""
        found = _CODE.match(self.pattern, self.at - 1)
        if found is not None:
            self.at = found.end()
            if found["class"] is None:
                return chr(int(found["code"] or found["long"] or found["wide"], 16))
            letters = _CLASSES.get(found["class"])
            if letters is None or mark == "P":
                raise ValueError("not understood")
            return letters
        if mark == "c":
            self.at += 1
            return chr(ord(self.pattern[self.at - 1].upper()) % 32)
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
            letters = "".join(each for each in _WIDE if each not in letters)
        self.letters = letters
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
        if mark in _ESCAPED or mark in _CONTROL:
            return _ESCAPED.get(mark, _CONTROL.get(mark, mark))
        return "\b" if mark == "b" else self._coded(mark)

    def _count(self, piece: str) -> tuple[int, bool]:
        """Return how often *piece* is to come, and whether that is open."""
        mark = self._peek()
        if mark not in ("*", "+", "?", "{") or not mark:
            return 1, False
        self.at += 1
        least, most = {"*": (0, None), "+": (1, None), "?": (0, 1)}.get(mark, (0, 0))
        if mark == "{":
            end = self.pattern.index("}", self.at)
            low, comma, high = self.pattern[self.at : end].partition(",")
            self.at = end + 1
            least = int(low or 0)
            most = int(high) if high else None if comma else least
        if self._peek() in ("?", "+"):
            self.at += 1
        if most is not None and self._is_coded(piece):
            return self._aimed(least, most), False
        return self._times(piece, least, most)

    def _aimed(self, least: int, most: int) -> int:
        most = min(most, max(least, LONGEST))
        if self.more > MORE and self.rng.random() < 0.5:
            # What is aimed at is long.
            return most
        return self.rng.randint(least, most)

    def _times(self, piece: str, least: int, most: int | None) -> tuple[int, bool]:
        """Return how often a piece comes, as often as one would expect."""
        end = most if most is not None else least + max(self.more, 1)
        is_open = end > max(least, 2) and (end - least > 1 or most is None)
        self.least = least
        if not is_open or self.more > MORE:
            return self._aimed(least, end), is_open
        if piece[:1] == "(":
            return self.rng.randint(least, min(end, least + 2)), is_open
        if self.letters == _DIGITS:
            several = self.pattern.count("\\d") + self.pattern.count("[0-9]") > 1
            usual = least + (2 if several and not least > 1 else _FEW) - (least > 0)
            return self.rng.randint(max(least, 0), min(end, usual)), is_open
        start = max(least, min(3, end)) if self.rng.random() < 0.95 else least
        return self.rng.randint(start, max(start, min(end, start + _FEW))), is_open
