"""Places that words name: a prompt, a description, the parts of a path."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from mockforge.synthesis import atlas
from mockforge.synthesis.demonyms import (
    ADJECTIVES,
    AMBIGUOUS,
    CODES,
    MONEYS,
    REGIONS,
    TONGUES,
    WHOSE,
)
from mockforge.synthesis.naming import singular, tokens, words_of
from mockforge.synthesis.places import Place

_LONGEST = 5000
_PLACING = frozenset(
    tokens(
        "in near around at across within throughout over inside for our of serving "
        "covering from through about visiting to between"
    )
)
_BESIDE = frozenset(
    tokens(
        "office branch area region based warehouse store shop flat apartment market "
        "campus site hub depot headquarters airport metro listing location plant"
    )
)
_OUT = frozenset(tokens("not outside except excluding without beyond besides unlike"))
_FILL = frozenset(
    tokens(
        "the a an all both greater downtown central northern southern eastern western "
        "city of new old our their we are is based located living north south east west"
    )
)
_JOINING = re.compile(r"[\s,/&]*(?:(?:and|or|plus|und)\b)?[\s,/&]*")
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_TO = re.compile(r"\s*(?:to|->|→|\u2013|\u2014)\s*")
_FAR = 3


class Localities(NamedTuple):
    """What some words say of where things are."""

    places: tuple[Place, ...] = ()
    countries: frozenset[str] = frozenset()
    ways: tuple[tuple[str, Place], ...] = ()
    """Where something begins and ends, if both are said."""
    currency: str = ""
    """The money that is named."""
    tongue: str = ""
    """The country whose language texts are said to be in."""
    is_sure: bool = False
    """Whether it is said that things are there, and not the name alone."""


class _Named(NamedTuple):
    start: int
    end: int
    is_city: bool
    places: tuple[Place, ...]
    countries: frozenset[str]
    strength: int


NOWHERE = Localities()


@lru_cache(maxsize=512)
def localities_in(text: str) -> Localities:
    """Return the places that *text* names, as people write sentences."""
    if not text:
        return NOWHERE
    text = text[:_LONGEST]
    named = list(_named(text))
    money, tongue = _money(text), _tongue(text)
    for one, other in pairwise(named):
        between = text[one.end : other.start]
        is_way = one.is_city and other.is_city and (
            _TO.fullmatch(between) or (_before(text, one.start)[:1] == ["between"]
                                       and between.strip() == "and")
        )  # fmt: skip
        if is_way:
            ends = ("origin", one.places[0]), ("destination", other.places[0])
            return Localities(ways=ends, currency=money, tongue=tongue)
    named = _joined(text, named)
    most = max((one.strength for one in named), default=0)
    if not most:
        return NOWHERE._replace(currency=money, tongue=tongue)
    told = [one for one in named if one.strength == most]
    if any(one.is_city for one in told):
        # "Berlin, Germany" is one of them.
        told = [one for one in told if one.is_city]
    found = tuple(dict.fromkeys(place for one in told for place in one.places))
    codes = frozenset(place.country.code for place in found)
    return Localities(found, codes, (), money, tongue, is_sure=most > 1)


def _joined(text: str, named: list[_Named]) -> list[_Named]:
    """Return *named*, those of one list as sure as the surest of them."""
    found: list[_Named] = []
    for one in named:
        is_next = found and _JOINING.fullmatch(text[found[-1].end : one.start])
        if is_next and found[-1].strength > one.strength:
            one = one._replace(strength=found[-1].strength)
        found.append(one)
    return found


def _named(text: str) -> Iterator[_Named]:
    is_small = text == text.lower()
    words = [(match.start(), match.end(), match[0]) for match in _WORD.finditer(text)]
    known = _known()
    at = 0
    while at < len(words):
        size, key = next(
            ((size, key) for size in range(min(_FAR, len(words) - at), 0, -1)
             if (key := " ".join(word[2] for word in words[at : at + size]).lower()
                 ) in known), (1, ""))  # fmt: skip
        start, end = words[at][0], words[at + size - 1][1]
        made = _one(text, start, end, key, is_small=is_small) if key else None
        if made is not None:
            yield made
        at += size


def _one(text: str, start: int, end: int, key: str, *, is_small: bool
         ) -> _Named | None:  # fmt: skip
    """Return what is named from *start* to *end*, if a place is meant."""
    sort, places = _known()[key]
    before, after = _before(text, start), _after(text, end)
    written = text[start:end]
    is_name = written[:1].isupper() and (
        written[1:2].islower() or key in ("us", "usa", "uk", "uae")
    )
    if {*before[:2]} & _OUT or (not is_name and not is_small):
        return None
    codes = frozenset(place.country.code for place in places)
    if sort == "people":
        strength = 2 * any(singular(word) in WHOSE for word in after[:_FAR])
        if after[:1] and (after[0] in TONGUES or after[0] in MONEYS):
            strength = 0
        return _Named(start, end, False, places, codes, strength) if strength else None
    lead = next((word for word in before if word not in _FILL), "")
    is_placed = lead in _PLACING or (before[:1] and before[0] in ("in", "our"))
    is_beside = bool(after) and singular(after[0]) in _BESIDE | WHOSE
    if text[end : end + 6].lower() == "-based":
        is_beside = True
    if not (is_placed or is_beside) and (is_small or key in AMBIGUOUS):
        return None
    if is_small and not is_placed and key in AMBIGUOUS:
        return None
    strength = 2 if is_placed or is_beside else 1
    return _Named(start, end, sort == "city", places, codes, strength)


def _before(text: str, start: int) -> list[str]:
    """Return the words before *start* in its sentence, the nearest first."""
    part = re.split(r"[.;:!?()\n]", text[max(0, start - 60) : start])[-1]
    return [word.lower() for word in _WORD.findall(part)][::-1][:4]


def _after(text: str, end: int) -> list[str]:
    part = re.split(r"[.;:!?()\n,]", text[end : end + 60])[0]
    return [word.lower() for word in _WORD.findall(part)][:4]


def _money(text: str) -> str:
    """Return the code of the money that amounts are said to be in."""
    for match in _IN_MONEY.finditer(text):
        if match[1] in atlas.currencies():
            return match[1]
    words = [word.lower() for word in _WORD.findall(text)]
    for one, other in zip(("", *words), words, strict=False):
        if singular(other) in ("euro", "eur") and one in ("in", "of", "the"):
            return "EUR"
        if other in MONEYS and one in ADJECTIVES:
            code = ADJECTIVES[one]
            country = atlas.countries().get(code)
            return country.currency if country is not None else ""
        if other in MONEYS and other in _ALONE:
            return _ALONE[other]
    return ""


def _tongue(text: str) -> str:
    for match in _IN_TONGUE.finditer(text):
        code = ADJECTIVES.get(match[1].lower(), "")
        after = _after(text, match.end())
        is_of = any(singular(word) in WHOSE or word in MONEYS for word in after[:1])
        if len(code) == len("DE") and not is_of and code not in _NO_TONGUES:
            return code
    return ""


_NO_TONGUES = frozenset(tokens("US AU CA MX CH AT BE ZA NZ IN NG KE GH AR CL CO PE"))
_IN_TONGUE = re.compile(r"\b(?:in|into|written in|speaking)\s+([A-Z][a-z]+)\b")
_ALONE = {"yen": "JPY", "rupees": "INR", "zloty": "PLN", "forint": "HUF",
          "kronor": "SEK"}  # fmt: skip
_IN_MONEY = re.compile(
    r"\b(?:in|currency:?|currency is|all|are|amounts?)\s+([A-Z]{3})\b"
)


Meant = dict[str, tuple[str, tuple[Place, ...]]]


@lru_cache(maxsize=1)
def _known() -> Meant:
    """Return names in small letters: what they are of, and the places meant."""
    by_country: dict[str, list[Place]] = {}
    by_region: dict[str, list[Place]] = {}
    for place in atlas.places():
        by_country.setdefault(place.country.code, []).append(place)
        by_region.setdefault(place.region.lower(), []).append(place)
    found: Meant = {name: ("region", tuple(some)) for name, some in by_region.items()}
    for name, codes in (*REGIONS.items(), *_country_names()):
        found[name] = "country", _in_all(codes, by_country)
    for name, codes in ADJECTIVES.items():
        found.setdefault(name, ("people", _in_all(codes, by_country)))
    for place in atlas.places():
        name = place.city.lower()
        if name not in found or found[name][0] == "region":
            found[name] = "city", (place,)
    for name in atlas.other_names()[0]:
        town = atlas.town_of(name)
        if town is not None and len(name) > len("nyc"):
            found.setdefault(name.replace("-", " "), ("city", (town.place,)))
    found["st louis"] = found["st. louis"]
    return {name: told for name, told in found.items() if told[1]}


def _in_all(codes: str, by_country: dict[str, list[Place]]) -> tuple[Place, ...]:
    return tuple(place for code in codes.split() for place in by_country.get(code, ()))


def _country_names() -> Iterator[tuple[str, str]]:
    """Yield what countries are called, in small letters, and their codes."""
    for name, code in atlas.other_names()[1].items():
        yield name.replace("-", " "), code
    for code, country in atlas.countries().items():
        yield country.name.lower(), code
    yield "us", "US"


def where(
    prompt: str, context: str, segments: tuple[str, ...], described: tuple[str, ...]
) -> Localities:
    """Return where things are: by what is said first of what is given.

    Args:
        prompt: What to make, in words.
        context: What else is known.
        segments: The fixed parts of the path.
        described: What a schema says of the things: its names alone are examples.
    """
    found = localities_in(prompt)
    money = found.currency
    if not (found.places or found.ways):
        for one in (localities_in(context), _of_path(segments),
                    *(each for text in described
                      if (each := localities_in(text)).is_sure)):  # fmt: skip
            money = money or one.currency
            if one.places or one.ways:
                found = one
                break
    return found if found.currency == money else found._replace(currency=money)


def localities_of(segments: Sequence[str]) -> Localities:
    """Return the places that the fixed parts of a path name."""
    return _of_path(tuple(segments))


@lru_cache(maxsize=512)
def _of_path(segments: tuple[str, ...]) -> Localities:
    for part in segments:
        code = _code_in(part)
        country = atlas.country_of(code) if code else None
        if country is not None:
            return Localities(atlas.places_in(country), frozenset((country.code,)))
    for part in segments:
        words = words_of(part)
        if not words or any(mark in part for mark in "{:.*@"):
            continue
        found = localities_in(" ".join(words).title())
        if found.places:
            return found
    return NOWHERE


def _code_in(part: str) -> str:
    """Return the code of the country that a part of a path is, if it is one."""
    told = re.fullmatch(r"(?:([a-z]{2})[-_])?([A-Za-z]{2})", part)
    if told is None:
        return ""
    is_locale = told[1] is not None
    code = told[2].lower()
    return code if code in CODES or (is_locale and told[1] != "id") else ""
