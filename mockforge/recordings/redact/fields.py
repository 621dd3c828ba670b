"""Named values in JSON, forms, URLs, XML, multipart and plain text, by one search.

Nothing is parsed as a whole. A name that could be a secret's is looked for, and what
stands around it says whether it names a value, and how that is written. So a body
that is cut short, is JSON in a string in JSON, or is one event of a stream is read
like any other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mockforge.recordings.redact.names import Names
from mockforge.recordings.redact.readings import READINGS, Value
from mockforge.recordings.redact.vocabulary import Rule

# What a name has to contain, in lower case. First looked for in the letters alone, with
# a quote for whatever else ends a name, which is one pass and makes the text short and
# the needles long; then, if it is there, in the text itself.
_NEEDLES: dict[bytes, tuple[bytes, ...]] = {
    b"pass": (b"pass",),
    b"secret": (b"secret",),
    b'auth"': (b"auth",),
    b"credential": (b"credential",),
    b'ssn"': (b"ssn",),
    b'otp"': (b"otp",),
    b'pin"': (b"pin",),
    b"security": (b"security",),
}
# Words with a letter that is rare in English: an expression that begins with one is
# searched for it alone, at a sixth of the cost of a needle.
_RARE: tuple[tuple[re.Pattern[bytes], tuple[bytes, ...]], ...] = (
    (
        re.compile(rb"k(?:(?<=tok)en|ey|(?<=cook)ie|(?<=back)upcode)"),
        (b"token", b"key", b"cookie", b"code"),
    ),
    (re.compile(rb"w(?<=pw)d"), (b"pwd",)),
    (
        re.compile(rb'v(?:(?<=cv)[vc]"|(?<=recov)erycode|erificationcode)'),
        (b"cvv", b"cvc", b"code"),
    ),
    (re.compile(rb"z(?<=authoriz)"), (b"auth",)),
)
_FOLD = bytes(
    c if 97 <= c <= 122 else c + 32 if 65 <= c <= 90 else 34 for c in range(256)
)
_JOINTS = b"-_0123456789.,+/(){}[]"
_SHORT = frozenset([b"pin", b"cvv", b"cvc", b"ssn", b"otp"])
# "key" and "auth" are parts of many words; these are the ones that matter.
_BEFORE_KEY = tuple(
    word + joint
    for word in (
        b"api access secret private signing encryption master account shared auth"
        b" subscription license storage functions function server service webhook app"
        b" application"
    ).split()
    for joint in (b"", b"_", b"-", b".", b" ")
)
_BEFORE_NAME = re.compile(rb"[A-Za-z0-9_.$@:-]{0,64}\Z")
_AFTER_NAME = re.compile(rb"[A-Za-z0-9_.$@-]{0,64}")


class Fields:
    """Finds the values of named fields."""

    def __init__(self, names: Names, extra: Sequence[str] = ()) -> None:
        self._names = names
        self._needles = dict(_NEEDLES)
        for name in extra:
            stem = max(re.split(r"[*?]+", name.lower()), key=len).encode()
            words = stem.translate(_FOLD, _JOINTS).split(b'"')
            needle = max(words, key=len)
            self._needles[needle] = (*self._needles.get(needle, ()), stem)

    def find(self, data: bytes) -> Iterator[Value]:
        """Yield every value in *data* whose name says it is a secret."""
        folded = data.translate(_FOLD, _JOINTS)
        stems = [raw for needle, raw in self._needles.items() if needle in folded]
        stems += [raw for rare, raw in _RARE if rare.search(folded)]
        if not stems and not self._at_end(folded):
            return
        yield from sorted(self._all(data, folded, stems), key=lambda value: value.start)

    def _all(
        self, data: bytes, folded: bytes, stems: Sequence[tuple[bytes, ...]]
    ) -> Iterator[Value]:
        lower, seen = data.lower(), set[int]()
        wanted = [stem for group in stems for stem in group]
        for stem in dict.fromkeys(wanted + self._at_end(folded)):
            at = lower.find(stem)
            while at >= 0:
                if _worth(lower, stem, at):
                    start, end = _name_around(data, at, at + len(stem))
                    if start not in seen:
                        seen.add(start)
                        yield from self._named(data, start, end)
                at = lower.find(stem, at + len(stem))

    def _at_end(self, folded: bytes) -> list[bytes]:
        """Return the short stem that *folded* ends with, where no quote follows it."""
        return [folded[-3:]] if folded[-3:] in _SHORT else []

    def _named(self, data: bytes, start: int, end: int) -> Iterator[Value]:
        while data[start:end][:1] in (b".", b"-", b":", b"$"):
            start += 1
        name = data[start:end]
        rule = self._names.field(name.rpartition(b":")[2])
        # A code is a way to a token in a URL, and what went wrong anywhere else.
        error = name.lower() == b"code" and data[end : end + 1] != b"="
        if rule is Rule.NONE or error:
            return
        for read in READINGS:
            if found := list(read(data, start, end, rule)):
                yield from found
                return


def _name_around(data: bytes, start: int, end: int) -> tuple[int, int]:
    """Return where the name begins and ends that holds *start* to *end*."""
    before = _BEFORE_NAME.search(data, max(0, start - 64), start)
    after = _AFTER_NAME.match(data, end)
    first = before.start() if before else start
    if data[first - 1 : first] == b"\\" and data[first : first + 1] in b"nrt":
        # The n of an escaped line break is no part of the name.
        first += 1
    return first, after.end() if after else end


def _worth(lower: bytes, stem: bytes, at: int) -> bool:
    if stem == b"key":
        return lower.endswith(_BEFORE_KEY, max(0, at - 16), at)
    if stem == b"auth":
        return lower[at + 4 : at + 6] != b"or" or lower[at + 4 : at + 8] == b"oriz"
    return True
