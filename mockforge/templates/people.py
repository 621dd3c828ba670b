"""People whose name, e-mail address and other words are of one another."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from random import Random  # noqa: TID251 - the type alone

from mockforge.options import Json
from mockforge.templates import faking

_DOMAINS = ("example.com", "example.org", "example.net")
_NO_LETTER = re.compile(r"[^a-z0-9]+")


class Person(Mapping[str, str]):
    """Somebody, made up word by word as they are asked for."""

    __slots__ = ("_draws", "_known", "_now", "_seed")

    def __init__(self, rng: Random, now: float) -> None:
        # The words have chance of their own, so that their order is of no matter.
        self._seed = rng.getrandbits(64)
        self._draws = rng.__class__
        self._now = now
        self._known: dict[str, str] = {}

    def __getitem__(self, word: str) -> str:
        if word not in self._known:
            self._known[word] = WORDS[word](self)
        return self._known[word]

    def __iter__(self) -> Iterator[str]:
        return iter(WORDS)

    def __len__(self) -> int:
        return len(WORDS)

    def fake(self, name: str, word: str) -> Json:
        """Return what Faker makes for *word*, the same however often it is asked."""
        rng = self._draws(f"{self._seed} {word}")
        return faking.called(name, rng=rng, now=self._now)

    def pick(self, word: str, count: int) -> int:
        """Return a number below *count*, drawn for *word*."""
        return self._draws(f"{self._seed} {word}").randrange(count)


def _slug(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.lower()).encode("ascii", "ignore")
    return _NO_LETTER.sub("", plain.decode()) or "x"


def _name(someone: Person) -> str:
    return f"{someone['first_name']} {someone['last_name']}"


def _username(someone: Person) -> str:
    first, last = _slug(someone["first_name"]), _slug(someone["last_name"])
    number = someone.pick("number", 90) + 10
    return (f"{first}.{last}", f"{first[0]}{last}", f"{first}{number}")[
        someone.pick("username", 3)
    ]


def _email(someone: Person) -> str:
    first, last = _slug(someone["first_name"]), _slug(someone["last_name"])
    domain = _DOMAINS[someone.pick("domain", len(_DOMAINS))]
    return f"{first}.{last}@{domain}"


def _phone(someone: Person) -> str:
    # 555-01xx is kept free for stories in North America.
    area = (212, 312, 415, 503, 617, 702, 808, 919)[someone.pick("area", 8)]
    return f"+1-{area}-555-{100 + someone.pick('phone', 100):04}"


def _faked(name: str) -> Callable[[Person], str]:
    return lambda someone: str(someone.fake(name, name))


WORDS: dict[str, Callable[[Person], str]] = {
    "name": _name,
    "first_name": _faked("first_name"),
    "last_name": _faked("last_name"),
    "email": _email,
    "username": _username,
    "phone": _phone,
    "company": _faked("company"),
    "job": _faked("job"),
    "street": _faked("street_address"),
    "city": _faked("city"),
    "country": _faked("country"),
}
"""What a template may ask of the person of its rendering."""
