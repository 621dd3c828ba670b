"""Filters and tests: what `|` and `is` are followed by in a template."""

from __future__ import annotations

import base64
import binascii
import hashlib
import inspect
import json
import re
import unicodedata
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import quote, unquote_plus

from mockforge import arithmetic
from mockforge.arithmetic import LONGEST, Unfit, is_number
from mockforge.options import Json
from mockforge.templates.moments import Moment, written
from mockforge.templates.running import MISSING, Run, as_json, item, texted

Filter = Callable[..., Json]

FILTERS: dict[str, Filter] = {}
"""Name to what takes the run, the value and the arguments."""


def named(*names: str) -> Callable[[Filter], Filter]:
    """Make a function a filter by each of *names*; its docstring says what it does."""

    def made(call: Filter) -> Filter:
        FILTERS.update(dict.fromkeys(names, call))
        return call

    return made


def _text(value: Json) -> str:
    if value is MISSING or value is None:
        raise Unfit
    return texted(value)


def _list(value: Json) -> list[Json]:
    if isinstance(value, Mapping):
        return list(value)
    if not isinstance(value, list):
        raise Unfit
    return value


def _fits(text: str) -> str:
    if len(text) > LONGEST:
        raise Unfit
    return text


@named("default", "d")
def _default(run: Run, value: Json, other: Json = "", falsy: Json = False) -> Json:
    """Another value where there is none; with `true` also for null, 0 and ''."""
    if value is MISSING or value is None or (falsy and not value):
        return other
    return value


@named("upper")
def _upper(run: Run, value: Json) -> Json:
    """In upper case."""
    return _text(value).upper()


@named("lower")
def _lower(run: Run, value: Json) -> Json:
    """In lower case."""
    return _text(value).lower()


@named("capitalize")
def _capitalize(run: Run, value: Json) -> Json:
    """The first letter in upper case, the rest in lower."""
    return _text(value).capitalize()


@named("title")
def _title(run: Run, value: Json) -> Json:
    """The first letter of each word in upper case."""
    return re.sub(
        r"\S+", lambda found: found[0][0].upper() + found[0][1:].lower(), _text(value)
    )


@named("trim", "strip")
def _trim(run: Run, value: Json) -> Json:
    """Without spaces around it."""
    return _text(value).strip()


@named("slug")
def _slug(run: Run, value: Json) -> Json:
    """As in addresses: `a-new-phone`."""
    plain = unicodedata.normalize("NFKD", _text(value).lower())
    return "-".join(re.findall(r"[a-z0-9]+", plain.encode("ascii", "ignore").decode()))


@named("replace")
def _replace(run: Run, value: Json, old: Json, new: Json) -> Json:
    """With another text in place of one."""
    text, old, new = _text(value), _text(old), texted(new)
    found = text.count(old)
    if len(text) + found * (len(new) - len(old)) > LONGEST:
        raise Unfit
    return text.replace(old, new)


@named("split")
def _split(run: Run, value: Json, by: Json = None) -> Json:
    """The parts between a text, or between spaces."""
    text = _text(value)
    return text.split(_text(by)) if by else text.split()


@named("join")
def _join(run: Run, value: Json, by: Json = "", attribute: Json = None) -> Json:
    """The items of a list as one text, with another between them."""
    parts = [texted(each) for each in _column(_list(value), attribute)]
    by = texted(by)
    if sum(map(len, parts)) + len(by) * len(parts) > LONGEST:
        raise Unfit
    return by.join(parts)


@named("truncate")
def _truncate(run: Run, value: Json, length: Json = 255, end: Json = "...") -> Json:
    """At most so many characters, with three dots where it was longer."""
    text, end = _text(value), texted(end)
    if not isinstance(length, int) or length < 0:
        raise Unfit
    return text if len(text) <= length else text[: max(length - len(end), 0)] + end


@named("substring")
def _substring(run: Run, value: Json, start: Json, end: Json = None) -> Json:
    """From one place to another, counted from 0."""
    if not isinstance(start, int) or not isinstance(end, (int, type(None))):
        raise Unfit
    return _text(value)[start:end]


@named("pad", "rjust", "zfill")
def _pad(run: Run, value: Json, length: Json, fill: Json = "0") -> Json:
    """Zeros, or another sign, in front up to a length: `7 | pad(3)` is `007`."""
    return _text(value).rjust(_width(length), _sign(fill))


@named("pad_end", "ljust")
def _pad_end(run: Run, value: Json, length: Json, fill: Json = " ") -> Json:
    """Spaces, or another sign, behind up to a length."""
    return _text(value).ljust(_width(length), _sign(fill))


def _width(length: Json) -> int:
    if not isinstance(length, int) or not 0 <= length <= 10_000:
        raise Unfit(f"{length!r} is no length up to 10000")
    return length


def _sign(fill: Json) -> str:
    if not isinstance(fill, str) or len(fill) != 1:
        raise Unfit(f"{fill!r} is not one character")
    return fill


@named("length", "count", "size")
def _length(run: Run, value: Json) -> Json:
    """How many characters, items or keys."""
    if not isinstance(value, (str, list, Mapping)):
        raise Unfit
    return len(value)


@named("int")
def _int(run: Run, value: Json, other: Json = MISSING) -> Json:
    """As an integer; another value where it is none."""
    made = _number(value)
    return other if made is MISSING else int(made)


@named("float", "number")
def _float(run: Run, value: Json, other: Json = MISSING) -> Json:
    """As a number with a fraction; another value where it is none."""
    made = _number(value)
    return other if made is MISSING else float(made)


def _number(value: Json) -> Json:
    if isinstance(value, (bool, int, float)):
        return value
    if isinstance(value, Moment):
        return value.seconds
    if not isinstance(value, str) or len(value) > 300:
        return MISSING
    for kind in (int, float):
        try:
            return arithmetic.bounded(kind(value))
        except (ValueError, Unfit):
            continue
    return MISSING


@named("string", "str")
def _string(run: Run, value: Json) -> Json:
    """As a text."""
    return _fits(texted(value))


@named("bool", "boolean")
def _bool(run: Run, value: Json) -> Json:
    """As true or false; the texts `false`, `no`, `off` and `0` are false."""
    if isinstance(value, str):
        return value.strip().lower() not in ("", "false", "no", "off", "0")
    return bool(value)


@named("round")
def _round(run: Run, value: Json, digits: Json = 0) -> Json:
    """With so many digits after the point."""
    return arithmetic.rounded(value, digits)


@named("abs")
def _abs(run: Run, value: Json) -> Json:
    """Without its sign."""
    return arithmetic.negate(value) if arithmetic.below(value, 0) else value


@named("tojson", "json")
def _tojson(run: Run, value: Json, indent: Json = None) -> Json:
    """As JSON, in one line or with an indent."""
    if indent is not None and (not isinstance(indent, int) or not 0 <= indent <= 8):
        raise Unfit(f"{indent!r} is no indent up to 8")
    return _fits(as_json(value, indent))


@named("fromjson")
def _fromjson(run: Run, value: Json) -> Json:
    """What a JSON text says."""
    try:
        return json.loads(_text(value), parse_constant=_unknown)
    except (ValueError, RecursionError) as refused:
        raise Unfit from refused


def _unknown(name: str) -> Json:
    raise ValueError(f"{name} is no JSON")


@named("base64", "b64encode")
def _base64(run: Run, value: Json) -> Json:
    """In Base64."""
    return _fits(base64.b64encode(_bytes(value)).decode())


@named("base64_decode", "b64decode")
def _base64_decode(run: Run, value: Json) -> Json:
    """What a text in Base64 says."""
    try:
        return base64.b64decode(_text(value), validate=True).decode()
    except (binascii.Error, ValueError) as refused:
        raise Unfit from refused


@named("md5")
def _md5(run: Run, value: Json) -> Json:
    """Its MD5, in hexadecimal."""
    return hashlib.md5(_bytes(value), usedforsecurity=False).hexdigest()


@named("sha256")
def _sha256(run: Run, value: Json) -> Json:
    """Its SHA-256, in hexadecimal."""
    return hashlib.sha256(_bytes(value)).hexdigest()


def _bytes(value: Json) -> bytes:
    return _text(value).encode("utf-8", "surrogatepass")


@named("urlencode")
def _urlencode(run: Run, value: Json) -> Json:
    """As it stands in an address."""
    return _fits(quote(_text(value), safe="", errors="replace"))


@named("urldecode")
def _urldecode(run: Run, value: Json) -> Json:
    """What it says in an address."""
    return unquote_plus(_text(value))


@named("escape", "e")
def _escape(run: Run, value: Json) -> Json:
    """As it stands in HTML and XML."""
    text = texted(value).replace("&", "&amp;").replace("<", "&lt;")
    text = text.replace(">", "&gt;").replace('"', "&#34;").replace("'", "&#39;")
    return _fits(text)


@named("date", "dateformat", "strftime")
def _date(run: Run, value: Json, pattern: Json = "iso") -> Json:
    """A time in a format: `%d.%m.%Y`, `yyyy-MM-dd`, `http`, `unix`."""
    return written(value, pattern)


@named("first")
def _first(run: Run, value: Json) -> Json:
    """The first item."""
    return item(value if isinstance(value, str) else _list(value), 0)


@named("last")
def _last(run: Run, value: Json) -> Json:
    """The last item."""
    return item(value if isinstance(value, str) else _list(value), -1)


@named("reverse")
def _reverse(run: Run, value: Json) -> Json:
    """From the end to the beginning."""
    return value[::-1] if isinstance(value, str) else _list(value)[::-1]


@named("sort")
def _sort(run: Run, value: Json, reverse: Json = False, attribute: Json = None) -> Json:
    """In order; of the whole items or of one of their keys."""
    items = list(_list(value))
    keys = _column(items, attribute)
    if not (all(map(is_number, keys)) or all(isinstance(key, str) for key in keys)):
        raise Unfit
    order = sorted(range(len(items)), key=keys.__getitem__, reverse=bool(reverse))
    return [items[place] for place in order]


@named("unique")
def _unique(run: Run, value: Json) -> Json:
    """Each item once."""
    return list({as_json(each): each for each in reversed(_list(value))}.values())[::-1]


@named("sum")
def _sum(run: Run, value: Json, attribute: Json = None) -> Json:
    """The sum of the items, or of one of their keys."""
    total: Json = 0
    for each in _column(_list(value), attribute):
        total = arithmetic.add(total, each)
    return total


@named("min")
def _min(run: Run, value: Json, attribute: Json = None) -> Json:
    """The least of the items."""
    return item(_sort(run, _column(_list(value), attribute)), 0)


@named("max")
def _max(run: Run, value: Json, attribute: Json = None) -> Json:
    """The greatest of the items."""
    return item(_sort(run, _column(_list(value), attribute)), -1)


@named("map")
def _map(run: Run, value: Json, attribute: Json) -> Json:
    """One key of each item: `body.items | map(attribute='id')`."""
    return _column(_list(value), attribute)


@named("selectattr")
def _selectattr(
    run: Run, value: Json, key: Json, test: Json = "", *given: Json
) -> Json:
    """The items whose key is so: `selectattr('price', 'gt', 10)`."""
    return [each for each in _list(value) if _holds(run, each, key, test, given)]


@named("rejectattr")
def _rejectattr(
    run: Run, value: Json, key: Json, test: Json = "", *given: Json
) -> Json:
    """The items whose key is not so."""
    return [each for each in _list(value) if not _holds(run, each, key, test, given)]


def _holds(run: Run, each: Json, key: Json, test: Json, given: Any) -> bool:
    found = _at(each, key)
    if not test:
        return bool(found)
    if test not in TESTS:
        raise Unfit(f"there is no test {test!r}")
    try:
        return TESTS[test](found, *given)
    except (TypeError, AttributeError, Unfit):
        return False


@named("list")
def _as_list(run: Run, value: Json) -> Json:
    """The items, keys or characters as a list."""
    return list(value) if isinstance(value, (str, list, Mapping)) else [value]


@named("items")
def _items(run: Run, value: Json) -> Json:
    """The keys of an object, each with its value."""
    return [[key, held] for key, held in _object(value).items()]


@named("keys")
def _keys(run: Run, value: Json) -> Json:
    """The keys of an object."""
    return list(_object(value))


@named("values")
def _values(run: Run, value: Json) -> Json:
    """The values of an object."""
    return list(_object(value).values())


def _object(value: Json) -> Mapping[str, Json]:
    if not isinstance(value, Mapping):
        raise Unfit
    return value


@named("random")
def _random(run: Run, value: Json) -> Json:
    """One of the items."""
    items = _list(value)
    return run.scope.rng.choice(items) if items else MISSING


def _column(items: list[Json], attribute: Json) -> list[Json]:
    return items if attribute is None else [_at(each, attribute) for each in items]


def _at(value: Json, attribute: Json) -> Json:
    for key in str(attribute).split("."):
        value = item(value, int(key) if key.isdecimal() and len(key) < 9 else key)
    return value


def _whole(value: Json) -> bool:
    return isinstance(value, int) and is_number(value)


TESTS: dict[str, Callable[..., bool]] = {
    "defined": lambda value: value is not MISSING,
    "undefined": lambda value: value is MISSING,
    "none": lambda value: value is None,
    "null": lambda value: value is None,
    "true": lambda value: value is True,
    "false": lambda value: value is False,
    "boolean": lambda value: isinstance(value, bool),
    "number": is_number,
    "integer": _whole,
    "float": lambda value: isinstance(value, float),
    "string": lambda value: isinstance(value, str),
    "mapping": lambda value: isinstance(value, Mapping),
    "sequence": lambda value: isinstance(value, (list, str)),
    "iterable": lambda value: isinstance(value, (list, str, Mapping)),
    "empty": lambda value: value in (MISSING, None, "", [], {}),
    "even": lambda value: _whole(value) and value % 2 == 0,
    "odd": lambda value: _whole(value) and value % 2 == 1,
    "divisibleby": lambda value, by: arithmetic.modulo(value, by) == 0,
    "in": arithmetic.within,
    "contains": lambda whole, part: arithmetic.within(part, whole),
    "eq": arithmetic.same,
    "equalto": arithmetic.same,
    "ne": lambda left, right: not arithmetic.same(left, right),
    "lt": arithmetic.below,
    "gt": lambda left, right: arithmetic.below(right, left),
    "le": lambda left, right: not arithmetic.below(right, left),
    "ge": lambda left, right: not arithmetic.below(left, right),
    "startswith": lambda text, start: text.startswith(_text(start)),
    "endswith": lambda text, end: text.endswith(_text(end)),
}
"""Name to what takes the value and the arguments."""
TESTS |= {"==": TESTS["eq"], "!=": TESTS["ne"], "<": TESTS["lt"], ">": TESTS["gt"]}
TESTS |= {"<=": TESTS["le"], ">=": TESTS["ge"]}


def signature(call: Callable[..., Any], taken: int) -> inspect.Signature:
    """Return what is left to be given to *call* when *taken* arguments are."""
    whole = inspect.signature(call)
    return whole.replace(parameters=list(whole.parameters.values())[taken:])
