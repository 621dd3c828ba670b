"""Laws of plausibility: what a person who knows a field would check in a document.

A law looks at one document and returns None where it has nothing to say, or the list
of what it found wrong. Names are compared in snake case: `unitPrice` is `unit_price`.
"""

import re
import unicodedata
from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import cache
from itertools import pairwise
from typing import NamedTuple

NOW = 1_773_828_000.0
"""2026-03-18T10:00:00Z, the time of every request."""
DAY = 86_400.0
SHOWN = 170
FAULTS = (TypeError, ValueError, AttributeError, LookupError, ArithmeticError)
"""What happens to a law that is asked of values of another sort."""


class Law(NamedTuple):
    """One thing that holds of documents a person would believe."""

    kind: str
    text: str
    check: Callable[[object], list[str] | None]


class Missing(Exception):
    """A row lacks what a law speaks of."""


class Row(dict):
    """An object with its members as attributes; a missing or null one is told."""

    def __getattr__(self, name):
        found = self.get(name)
        if found is None:
            raise Missing(name)
        return wrapped(found)


def wrapped(value):
    """Return *value* with its objects as rows, names in snake case."""
    if isinstance(value, dict):
        return Row({snake(name): wrapped(each) for name, each in value.items()})
    return [wrapped(each) for each in value] if isinstance(value, list) else value


@cache
def snake(name):
    """Return a name in snake case."""
    name = re.sub(r"([a-z0-9])([A-Z])", r"\1_\2", name)
    return re.sub(r"([A-Z]+)([A-Z][a-z])", r"\1_\2", name).replace("-", "_").lower()


def plain(text):
    """Return *text* in small letters without accents."""
    text = text.replace("ß", "ss").replace("ø", "o").replace("ł", "l").lower()
    apart = unicodedata.normalize("NFKD", text)
    return "".join(each for each in apart if not unicodedata.combining(each))


def walk(value, key=""):
    """Yield each key in snake case with its value, all the way down."""
    if isinstance(value, dict):
        for name, each in value.items():
            yield snake(name), each
            yield from walk(each, snake(name))
    elif isinstance(value, list):
        for each in value:
            if not isinstance(each, dict | list):
                yield key, each
            yield from walk(each, key)


def rows(value):
    """Yield all objects in *value*, itself included."""
    if isinstance(value, dict):
        yield wrapped(value)
    for each in value.values() if isinstance(value, dict) else value:
        if isinstance(each, dict | list):
            yield from rows(each)


def at(document, where):
    """Return what stands at *where*, `a.b`; lists on the way are gone through."""
    found = [document]
    for step in [*filter(None, where.split(".")), None]:
        found = [e for one in found for e in (one if isinstance(one, list) else [one])]
        if step is not None:
            found = [
                each
                for one in found
                if isinstance(one, dict)
                for name, each in one.items()
                if snake(name) == step and each is not None
            ]
    return found


def pick(document, where):
    """Return the values at a path, or, after `~`, of all keys that a pattern fits."""
    if not where.startswith("~"):
        return at(document, where)
    wanted = re.compile(where[1:])
    return [
        each
        for name, each in walk(document)
        if wanted.search(name)
        and each is not None
        and not isinstance(each, dict | list)
    ]


def of_values(kind, text, where, holds):
    """Return the law that *holds* of each value at *where*."""

    def check(document):
        values = pick(document, where)
        return [f"{where}={v!r}"[:SHOWN] for v in values if not sure(holds, v)] or (
            [] if values else None
        )

    return Law(kind, text, check)


def sure(holds, value):
    """Whether *holds*; a value of another type does not."""
    try:
        return bool(holds(value))
    except FAULTS:
        return False


def within(where, low, high, kind="quantity"):
    """Return the law that numbers lie in a usual range."""
    return of_values(
        kind, f"{where} in {low}..{high}", where, lambda v: low <= number(v) <= high
    )


def number(value):
    """Return *value* as a number, also one written as a text."""
    if isinstance(value, bool):
        raise TypeError(value)
    return float(value) if isinstance(value, str) else value


def form(where, pattern, kind="codes"):
    """Return the law that texts are whole of a form."""
    fits = re.compile(pattern)
    return of_values(
        kind, f"{where} like {pattern}", where, lambda v: fits.fullmatch(str(v))
    )


def about(where, words, share=0.6):
    """Return the law that most texts at *where* have one of the *words* in them."""
    wanted = re.compile(rf"\b({words})", re.IGNORECASE)

    def check(document):
        texts = [each for each in pick(document, where) if isinstance(each, str)]
        if not texts:
            return None
        off = [each for each in texts if not wanted.search(plain(each))]
        is_kept = len(off) <= (1 - share) * len(texts)
        return [] if is_kept else [f"{where}={each!r}"[:SHOWN] for each in off]

    return Law("texts", f"{where} is about it", check)


def never(words, where="~."):
    """Return the law that no text has one of *words* in it."""
    off = re.compile(rf"\b({words})\b", re.IGNORECASE)

    def check(document):
        texts = [each for each in pick(document, where) if isinstance(each, str)]
        return [repr(each)[:SHOWN] for each in texts if off.search(each)]

    return Law("texts", f"no word of another domain ({words[:24]}…)", check)


def each_row(kind, text, where, holds):
    """Return the law that *holds* of each object at *where*."""

    def check(document):
        wrong, asked = [], False
        for one in at(document, where):
            if not isinstance(one, dict):
                continue
            row = wrapped(one)
            try:
                held = holds(row)
            except Missing:
                continue
            except FAULTS as error:
                held = f"{type(error).__name__}"
            asked = True
            if held is not True:
                wrong.append(f"{row}"[:SHOWN])
        return wrong if asked else None

    return Law(kind, text, check)


def of_list(kind, text, where, holds):
    """Return the law that *holds* of the list of objects at *where*."""

    def check(document):
        found = [wrapped(each) for each in at(document, where)]
        if not found:
            return ["no items"]
        try:
            return [] if holds(found) is True else [f"{found}"[:SHOWN]]
        except Missing:
            return None
        except FAULTS as error:
            return [f"{type(error).__name__}: {found}"[:SHOWN]]

    return Law(kind, text, check)


def has(*patterns):
    """Return laws that there is a field for each of *patterns*."""

    def one(pattern):
        wanted = re.compile(pattern)

        def check(document):
            names = list(dict.fromkeys(name for name, _ in walk(document)))
            found = any(wanted.search(name) for name in names)
            return [] if found else [f"no {pattern} in {names}"[:SHOWN]]

        return Law("fields", f"has a field like {pattern}", check)

    return [one(each) for each in patterns]


def holds(where, value, count=None):
    """Return the law that a request's *value* is in each of the fields at *where*."""

    def check(document):
        found = pick(document, where)
        if not found:
            return [f"no {where}"]
        off = [v for v in found if plain(str(v)) != plain(str(value))]
        return [f"{where}={each!r}, asked {value!r}"[:SHOWN] for each in off]

    return Law("requests", f"{where} is {value} as asked", check)


def so_many(where, low, high=None):
    """Return the law that there are so many."""

    def check(document):
        count = len(at(document, where))
        is_kept = low <= count <= (low if high is None else high)
        return [] if is_kept else [f"{count} at {where!r}"]

    return Law("requests", f"{where or 'list'} has {low}..{high or low}", check)


def moment(value):
    """Return the seconds of a time as APIs write them."""
    if isinstance(value, bool) or value is None:
        raise TypeError(value)
    if isinstance(value, int | float):
        return value / 1000 if value > 1e11 else float(value)
    if re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        one = date.fromisoformat(value)
        return datetime(one.year, one.month, one.day, tzinfo=UTC).timestamp()
    one = datetime.fromisoformat(value.replace("Z", "+00:00"))
    return (one if one.tzinfo else one.replace(tzinfo=UTC)).timestamp()


def days(before, after):
    """Return the days between two times."""
    return (moment(after) - moment(before)) / DAY


def near(one, other, most=0.011):
    """Whether two amounts are the same but for rounding."""
    return abs(number(one) - number(other)) <= most


def rising(values):
    """Whether *values* never fall."""
    return all(one <= other for one, other in pairwise(values))


def tokens(text):
    """Return the words of a name that are long enough to know again."""
    return [each for each in re.split(r"[^a-z]+", plain(text)) if len(each) > 2]


def shares(name, address):
    """Whether an address of mail or a username is made of a name."""
    first = plain(address)
    return any(each[:4] in first for each in tokens(name))
