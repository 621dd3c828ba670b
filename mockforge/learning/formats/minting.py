"""New values of the look of another."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random  # noqa: TID251 - named as a type; it comes as an argument

from mockforge.learning.formats.base64text import bytes_in, spelled, text_in
from mockforge.learning.formats.classifying import LONGEST, classify, prefix_of
from mockforge.learning.formats.identifiers import (
    layout_of,
    snowflake_times,
    snowflake_with,
    uuid_version,
)
from mockforge.learning.formats.jwt import Jwt, parse_jwt
from mockforge.learning.formats.kinds import Format, is_minted, is_time
from mockforge.learning.formats.shapes import (
    redrawn,
    redrawn_base32,
    redrawn_hex,
    reworded,
)
from mockforge.learning.formats.times import read_time

Scalar = str | int | float | bool | None

ATTEMPTS = 64

_URL_PIECE = re.compile(r"[^/?#&=:@]+")
_LAST_NUMBER = re.compile(r"[0-9]+(?=[^0-9]*$)")


def mint(like: Scalar, rng: Random, now: float) -> Scalar:
    """Return a new value of the look of *like*.

    Prefix and joints, length, alphabet, case, version bits and type stay. What is
    made of the time is of *now*, in the same notation. A truth and None stay as they
    are; so does what is too long to be looked at.

    Args:
        like: Any value.
        rng: Where chance comes from.
        now: Seconds since 1970.
    """
    if isinstance(like, bool) or like is None:
        return like
    if isinstance(like, str) and (not like or len(like) > LONGEST):
        return like
    wanted = classify(like, near=now)
    if time := read_time(like, near=now):
        return time.at(int(now * 1e6) * 1000)
    if not isinstance(like, str):
        return _number(like, rng, now)
    make = _MAKERS.get(wanted, _reworded)
    made = like
    for _ in range(ATTEMPTS):
        made = make(like, rng, now)
        if made != like and classify(made, near=now) is wanted:
            break
    return made


def _number(like: int | float, rng: Random, now: float) -> int | float:
    text = repr(like)
    if (
        isinstance(like, int)
        and like >= 0
        and classify(like, near=now) is Format.SNOWFLAKE
    ):
        drawn = [int(_snowflake(text, rng, now)) for _ in range(4)]
        return next((number for number in drawn if number != like), like)
    if "e" in text or "n" in text:
        # 1e+22, inf and nan.
        return like
    made = text
    for _ in range(ATTEMPTS):
        made = redrawn(text, rng)
        if made != text and classify(_read(made, like)) is classify(like):
            break
    return _read(made, like)


def _read(text: str, like: int | float) -> int | float:
    return float(text) if isinstance(like, float) else int(text)


Maker = Callable[[str, Random, float], str]


def _reworded(like: str, rng: Random, now: float) -> str:
    return reworded(like, rng)


def _redrawn(like: str, rng: Random, now: float) -> str:
    plain = text_in(like)
    if plain is not None:
        # Who reads it as text could not read bytes drawn by chance.
        return spelled(reworded(plain, rng).encode(), like)
    raw = bytes_in(like) if any(c in "+/=" for c in like) else None
    if raw is not None:
        return spelled(rng.randbytes(len(raw)), like)
    return redrawn(like, rng)


def _uuid(like: str, rng: Random, now: float) -> str:
    made = list(redrawn_hex(like, rng))
    variant = 19 if "-" in like else 16
    version = 14 if "-" in like else 12
    made[version] = like[version]
    made[variant] = rng.choice("89AB" if like != like.lower() else "89ab")
    return _timed("".join(made), like, now)


def _timed(made: str, like: str, now: float) -> str:
    """Return *made* with the time *now*, if *like* holds a time."""
    layout = layout_of(like)
    return layout.with_time(made, now) if layout else made


def _hex(like: str, rng: Random, now: float) -> str:
    # Thirty-two digits that may be a UUID without dashes stay one.
    return _uuid(like, rng, now) if uuid_version(like) else redrawn_hex(like, rng)


def _object_id(like: str, rng: Random, now: float) -> str:
    return _timed(redrawn_hex(like, rng), like, now)


def _ulid(like: str, rng: Random, now: float) -> str:
    return _timed("0" + redrawn_base32(like[1:], rng), like, now)


def _ksuid(like: str, rng: Random, now: float) -> str:
    # The largest is aWgEPTl1tmebfsQzFP4bxwgy80V; what begins lower always fits.
    drawn = "0" + "".join(rng.choice(_BASE62) for _ in like[1:])
    return _timed(drawn, like, now)


def _xid(like: str, rng: Random, now: float) -> str:
    drawn = "".join(rng.choice(_BASE32HEX) for _ in like[1:])
    return _timed(drawn + rng.choice("0g"), like, now)


def _snowflake(like: str, rng: Random, now: float) -> str:
    times = snowflake_times(int(like))
    _, clock = min(times, key=lambda told: (abs(told[0] - now), told[1]))
    for seconds in (now, *(told for told, _ in times)):
        # The sequence at the end, which begins again with each tick, stays.
        low = rng.getrandbits(24) & ~0xFFF | int(like) & 0xFFF
        made = str(snowflake_with(clock, seconds, low))
        if len(made) == len(like):
            return made
    return redrawn(like, rng)


def _nano_id(like: str, rng: Random, now: float) -> str:
    letters = _BASE62 + "-_"
    plain = redrawn(like, rng)
    if alphabet_is_mixed(like):
        return "".join(rng.choice(letters) for _ in like)
    return plain


def alphabet_is_mixed(text: str) -> bool:
    """Tell whether *text* has small letters, capitals and digits."""
    return (
        any(c.islower() for c in text)
        and any(c.isupper() for c in text)
        and any(c.isdigit() for c in text)
    )


def _prefixed(like: str, rng: Random, now: float) -> str:
    prefix = prefix_of(like)
    rest = like[len(prefix) :]
    format = classify(rest, near=now)
    if is_minted(format) and not is_time(format):
        return prefix + str(mint(rest, rng, now))
    return prefix + redrawn(rest, rng)


def _etag(like: str, rng: Random, now: float) -> str:
    start = like.index('"') + 1
    inner = like[start:-1]
    made = mint(inner, rng, now)
    if made == inner or classify(inner) is None:
        made = redrawn(inner, rng)
    return f"{like[:start]}{made}{like[-1]}"


def _jwt(like: str, rng: Random, now: float) -> str:
    """Return *like* issued now, with a new id and a stand-in for the signature."""
    token = parse_jwt(like)
    assert token is not None
    times = token.times()
    claims = dict(token.claims)
    # Issued now; what ends or begins keeps its distance from that.
    origin = next((times[name] for name in ("iat", "nbf", "exp") if name in times), now)
    for name, value in times.items():
        moved = value - origin + now
        claims[name] = moved if isinstance(value, float) else int(moved)
    if isinstance(claims.get("jti"), str | int):
        claims["jti"] = mint(claims["jti"], rng, now)
    letters = _BASE62 + "-_"
    # The last letter has bits to spare, which an encoder leaves at zero.
    drawn = "".join(rng.choice(letters) for _ in token.signature[:-1])
    return str(Jwt(token.header, claims, drawn + token.signature[-1:]))


def _trace(like: str, rng: Random, now: float) -> str:
    return like[:3] + redrawn_hex(like[3:-3], rng) + like[-3:]


def _base64(like: str, rng: Random, now: float) -> str:
    raw = bytes_in(like)
    assert raw is not None
    return spelled(reworded(raw.decode(), rng).encode(), like)


def _email(like: str, rng: Random, now: float) -> str:
    local, _, host = like.rpartition("@")
    return f"{reworded(local, rng)}@{host}"


def _url(like: str, rng: Random, now: float) -> str:
    """Return *like* with what is minted in it minted anew; else its last piece."""
    head = re.match(r"[a-z][a-z0-9+.-]*://[^/?#]*", like)
    start = head.end() if head else 0
    pieces = [p for p in _URL_PIECE.finditer(like, start) if "%" not in p[0]]
    fresh = [p for p in pieces if is_minted(classify(p[0]))] or pieces[-1:]
    out, at = "", 0
    for piece in fresh:
        out += like[at : piece.start()] + str(mint(piece[0], rng, now))
        at = piece.end()
    return out + like[at:] if fresh else like


def _ip(like: str, rng: Random, now: float) -> str:
    if "." in like:
        return f"{like[: like.rindex('.')]}.{rng.randint(1, 254)}"
    return like[: like.rindex(":") + 1] + f"{rng.randint(1, 0xFFFF):x}"


def _last_number(like: str, rng: Random, now: float) -> str:
    found = _LAST_NUMBER.search(like)
    if found is None:
        return reworded(like, rng)
    return like[: found.start()] + redrawn(found[0], rng) + like[found.end() :]


_BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_BASE32HEX = "0123456789abcdefghijklmnopqrstuv"

_MAKERS: dict[Format | None, Maker] = {
    **{format: _uuid for format in Format if format.startswith("uuid")},
    Format.ULID: _ulid,
    Format.KSUID: _ksuid,
    Format.XID: _xid,
    Format.SNOWFLAKE: _snowflake,
    Format.NANO_ID: _nano_id,
    Format.OBJECT_ID: _object_id,
    Format.HEX: _hex,
    Format.JWT: _jwt,
    Format.TRACE: _trace,
    Format.TOKEN: _redrawn,
    Format.PREFIXED: _prefixed,
    Format.ETAG: _etag,
    Format.BASE64: _base64,
    Format.EMAIL: _email,
    Format.URL: _url,
    Format.IP: _ip,
    Format.SEMVER: _last_number,
    Format.NUMBERED: _last_number,
    Format.COUNTER: _redrawn,
}
