"""Filters of texts, numbers and times: `| upper`, `| round(2)`, `| date('%Y')`."""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
import re
import unicodedata
from urllib.parse import quote, unquote_plus

from mockforge import arithmetic
from mockforge.arithmetic import LONGEST, Unfit
from mockforge.options import Json
from mockforge.templates.filtering import fitting, named, text_of
from mockforge.templates.moments import Moment, written
from mockforge.templates.running import MISSING, Run, as_json, texted


@named("default", "d")
def _default(run: Run, value: Json, other: Json = "", falsy: Json = False) -> Json:
    """Another value where there is none; with `true` also for null, 0 and ''."""
    if value is MISSING or value is None or (falsy and not value):
        return other
    return value


@named("upper")
def _upper(run: Run, value: Json) -> Json:
    """In upper case."""
    return text_of(value).upper()


@named("lower")
def _lower(run: Run, value: Json) -> Json:
    """In lower case."""
    return text_of(value).lower()


@named("capitalize")
def _capitalize(run: Run, value: Json) -> Json:
    """The first letter in upper case, the rest in lower."""
    return text_of(value).capitalize()


@named("title")
def _title(run: Run, value: Json) -> Json:
    """The first letter of each word in upper case."""
    return re.sub(
        r"\S+", lambda found: found[0][0].upper() + found[0][1:].lower(), text_of(value)
    )


@named("trim", "strip")
def _trim(run: Run, value: Json) -> Json:
    """Without spaces around it."""
    return text_of(value).strip()


@named("slug")
def _slug(run: Run, value: Json) -> Json:
    """As in addresses: `a-new-phone`."""
    plain = unicodedata.normalize("NFKD", text_of(value).lower())
    return "-".join(re.findall(r"[a-z0-9]+", plain.encode("ascii", "ignore").decode()))


@named("replace")
def _replace(run: Run, value: Json, old: Json, new: Json) -> Json:
    """With another text in place of one."""
    text, old, new = text_of(value), text_of(old), texted(new)
    found = text.count(old)
    if len(text) + found * (len(new) - len(old)) > LONGEST:
        raise Unfit
    return text.replace(old, new)


@named("split")
def _split(run: Run, value: Json, by: Json = None) -> Json:
    """The parts between a text, or between spaces."""
    text = text_of(value)
    return text.split(text_of(by)) if by else text.split()


@named("truncate")
def _truncate(run: Run, value: Json, length: Json = 255, end: Json = "...") -> Json:
    """At most so many characters, with three dots where it was longer."""
    text, end = text_of(value), texted(end)
    if not isinstance(length, int) or length < 0:
        raise Unfit
    return text if len(text) <= length else text[: max(length - len(end), 0)] + end


@named("substring")
def _substring(run: Run, value: Json, start: Json, end: Json = None) -> Json:
    """From one place to another, counted from 0."""
    if not isinstance(start, int) or not isinstance(end, (int, type(None))):
        raise Unfit
    return text_of(value)[start:end]


@named("pad", "rjust", "zfill")
def _pad(run: Run, value: Json, length: Json, fill: Json = "0") -> Json:
    """Zeros, or another sign, in front up to a length: `7 | pad(3)` is `007`."""
    return text_of(value).rjust(_width(length), _sign(fill))


@named("pad_end", "ljust")
def _pad_end(run: Run, value: Json, length: Json, fill: Json = " ") -> Json:
    """Spaces, or another sign, behind up to a length."""
    return text_of(value).ljust(_width(length), _sign(fill))


def _width(length: Json) -> int:
    if not isinstance(length, int) or not 0 <= length <= 10_000:
        raise Unfit(f"{length!r} is no length up to 10000")
    return length


def _sign(fill: Json) -> str:
    if not isinstance(fill, str) or len(fill) != 1:
        raise Unfit(f"{fill!r} is not one character")
    return fill


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
    return fitting(texted(value))


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
    return fitting(as_json(value, indent))


@named("fromjson")
def _fromjson(run: Run, value: Json) -> Json:
    """What a JSON text says."""
    try:
        return json.loads(text_of(value), parse_constant=_unknown)
    except (ValueError, RecursionError) as refused:
        raise Unfit from refused


def _unknown(name: str) -> Json:
    raise ValueError(f"{name} is no JSON")


@named("base64", "b64encode")
def _base64(run: Run, value: Json) -> Json:
    """In Base64."""
    return fitting(base64.b64encode(_bytes(value)).decode())


@named("base64_decode", "b64decode")
def _base64_decode(run: Run, value: Json) -> Json:
    """What a text in Base64 says."""
    try:
        return base64.b64decode(text_of(value), validate=True).decode()
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
    return text_of(value).encode("utf-8", "surrogatepass")


@named("urlencode")
def _urlencode(run: Run, value: Json) -> Json:
    """As it stands in an address."""
    return fitting(quote(text_of(value), safe="", errors="replace"))


@named("urldecode")
def _urldecode(run: Run, value: Json) -> Json:
    """What it says in an address."""
    return unquote_plus(text_of(value))


@named("escape", "e")
def _escape(run: Run, value: Json) -> Json:
    """As it stands in HTML and XML."""
    text = texted(value).replace("&", "&amp;").replace("<", "&lt;")
    text = text.replace(">", "&gt;").replace('"', "&#34;").replace("'", "&#39;")
    return fitting(text)


@named("date", "dateformat", "strftime")
def _date(run: Run, value: Json, pattern: Json = "iso") -> Json:
    """A time in a format: `%d.%m.%Y`, `yyyy-MM-dd`, `http`, `unix`."""
    return written(value, pattern)
