"""Faker, with chance and time as arguments, and without what is no good here."""

from __future__ import annotations

import datetime as real
import importlib.util
import inspect
import re
import threading
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cache
from random import Random  # noqa: TID251 - the type alone
from typing import Any

from mockforge.arithmetic import Unfit
from mockforge.options import Json

# fmt: off
REFUSED = frozenset((
    # Bytes, archives and tables; what takes or makes Python objects.
    "binary", "csv", "dsv", "enum", "fixed_width", "image", "json", "json_bytes",
    "psv", "tar", "tsv", "xml", "zip", "pydict", "pyiterable", "pylist", "pyobject",
    "pyset", "pystruct", "pytimezone", "pytuple", "time_delta", "time_object",
    "time_series",
    # What Faker offers to change itself, and what expands its own templates.
    "add_provider", "del_arguments", "format", "get_arguments", "get_formatter",
    "get_providers", "get_words_list", "parse", "provider", "pystr_format", "seed",
    "seed_instance", "seed_locale", "set_arguments", "set_formatter",
    # These have a clock or chance of their own.
    "passport_dates", "passport_full", "passport_gender", "uuid1", "uuid7",
))
# fmt: on
"""Methods of Faker that templates have not."""

_SIZES = {
    **dict.fromkeys(["levels", "deep", "depth"], 10),
    **dict.fromkeys(["digits", "left_digits", "right_digits"], 18),
    **dict.fromkeys(
        [
            "nb",
            "nb_words",
            "nb_sentences",
            "nb_texts",
            "nb_elements",
            "length",
            "count",
            "number",
            "max_chars",
            "min_chars",
            "max_nb_chars",
        ],
        1000,
    ),
}
_LONGEST = 1000
_DATE_CODES = re.compile(r"%(?![A-Za-z%])")
_ARGUMENT = (str, int, float, bool, type(None))
_LOCK = threading.Lock()


class _Now:
    """Where the dates of Faker have the present from."""

    seconds = 0.0


class _Kind(type):
    """Takes any date for one of its own, as those that reckoning gives are not."""

    def __instancecheck__(cls, value: object) -> bool:
        return isinstance(value, cls.__mro__[1])


class _Date(real.date, metaclass=_Kind):
    @classmethod
    def today(cls) -> real.date:  # type: ignore[override]
        """Return the day of the clock that was given."""
        return real.datetime.fromtimestamp(_Now.seconds, real.UTC).date()


class _Datetime(real.datetime, metaclass=_Kind):
    @classmethod
    def now(cls, tz: real.tzinfo | None = None) -> real.datetime:  # type: ignore[override]
        """Return the time of the clock that was given, in UTC where no zone is."""
        at = real.datetime.fromtimestamp(_Now.seconds, tz or real.UTC)
        return at if tz else at.replace(tzinfo=None)


@cache
def faker() -> Any:
    """Return the one generator, whose dates are of the clock that is given to it."""
    from faker.config import DEFAULT_LOCALE
    from faker.factory import Factory

    made = Factory.create(DEFAULT_LOCALE, use_weighting=False)
    # A copy of the module of dates, so that nobody else's Faker has our time.
    spec = importlib.util.find_spec("faker.providers.date_time")
    assert spec is not None
    assert spec.loader is not None
    dates: Any = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(dates)
    dates.dtdate, dates.datetime = _Date, _Datetime
    dates._get_local_timezone = lambda: real.UTC
    made.add_provider(dates.Provider)
    return made


@cache
def names() -> frozenset[str]:
    """Return what `faker.` may be followed by."""
    return frozenset(
        name
        for provider in faker().get_providers()
        for name in dir(provider)
        if not name.startswith("_")
        and name not in REFUSED
        and inspect.isroutine(getattr(provider, name))
    )


def checked(name: str, arguments: Sequence[Json], named: Mapping[str, Json]) -> None:
    """Make sure that a method takes these arguments, and nothing gets out of hand.

    Raises:
        Unfit: If not, with what is wrong.
    """
    try:
        bound = _signature(name).bind(*arguments, **named)
    except TypeError as refused:
        raise Unfit(str(refused)) from refused
    for parameter, value in bound.arguments.items():
        _fits(value)
        limit = _SIZES.get(parameter)
        if limit is not None and isinstance(value, (int, float)) and value > limit:
            raise Unfit(f"{parameter} is at most {limit}")


def called(
    name: str,
    arguments: Sequence[Json] = (),
    named: Mapping[str, Json] | None = None,
    *,
    rng: Random,
    now: float,
) -> Json:
    """Return what Faker makes, as JSON says it.

    Raises:
        Unfit: If it does not take the arguments.
    """
    if arguments or named:
        checked(name, arguments, named or {})
    with _LOCK:
        made = faker()
        made.random = rng
        _Now.seconds = now
        method = getattr(made, name)
        if name.startswith("color"):
            # Its provider keeps the chance that it was first asked with.
            method.__self__._random_color.random = rng
        try:
            return _json(method(*arguments, **(named or {})))
        except Exception as refused:
            # Whatever a provider raises for arguments that it cannot use.
            raise Unfit(str(refused) or type(refused).__name__) from refused


@cache
def _signature(name: str) -> inspect.Signature:
    return inspect.signature(getattr(faker(), name))


def _fits(value: Json) -> None:
    if isinstance(value, (list, tuple)):
        if len(value) > _LONGEST:
            raise Unfit(f"a list of more than {_LONGEST}")
        for item in value:
            _fits(item)
    elif isinstance(value, Mapping):
        _fits([*value, *value.values()])
    elif not isinstance(value, _ARGUMENT):
        raise Unfit("only texts, numbers and lists of them")
    elif isinstance(value, str) and (
        len(value) > _LONGEST or "{" in value or _DATE_CODES.search(value)
    ):
        # Faker formats some of its arguments: `{x.__class__}`, `%999999999Y`.
        raise Unfit(f"a text of at most {_LONGEST} characters without a brace")
    elif isinstance(value, int) and value.bit_length() > 64:
        raise Unfit("a number of at most 64 bits")


def _json(value: Any) -> Json:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral() else float(value)
    if isinstance(value, real.datetime):
        return value.replace(tzinfo=None).isoformat(timespec="seconds") + "Z"
    if isinstance(value, (real.date, real.time)):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): _json(item) for key, item in value.items()}
    if isinstance(value, (list, tuple, set, frozenset)):
        return [_json(item) for item in value]
    if value is None or isinstance(value, (str, int, float)):
        return value
    return str(value)
