"""Values of every format, drawn from a generator: what tests of formats need."""

import base64
import json
import string
from datetime import UTC, datetime
from uuid import UUID

from mockforge.learning.formats import Format, identifiers

HEX = "0123456789abcdef"
BASE36 = string.digits + string.ascii_lowercase
BASE62 = identifiers.BASE62

SEEDS = 300
"""Seeds that tests draw from: what is told by likelihood is wrong once in a while."""


def drawn(rng, letters, length):
    return "".join(rng.choice(letters) for _ in range(length))


def seconds(rng):
    return rng.randrange(1_500_000_000, 1_900_000_000) + rng.randrange(10**6) / 1e6


def when(rng, form):
    return datetime.fromtimestamp(seconds(rng), UTC).strftime(form)


def uuid(rng, version):
    bits = rng.getrandbits(128) & ~(0xF000 << 64) & ~(0xC000 << 48)
    return str(UUID(int=bits | version << 76 | 0x8000 << 48))


def timed(format, like):
    layout = next(
        layout
        for layout in identifiers._CANDIDATES[len(like)]
        if layout.format is format
    )
    return lambda rng: layout.with_time(
        uuid(rng, int(format[-1])) if format.startswith("uuid") else like_of(rng, like),
        seconds(rng),
    )


def like_of(rng, like):
    letters = {20: identifiers.BASE32HEX, 24: HEX, 26: identifiers.CROCKFORD}
    made = "0" + drawn(rng, letters.get(len(like), BASE62), len(like) - 1)
    return made[:-1] + "g" if len(like) == 20 else made


def segment(value):
    raw = base64.urlsafe_b64encode(json.dumps(value).encode())
    return raw.decode().rstrip("=")


def jwt(rng):
    issued = int(seconds(rng))
    claims = {"iss": "me", "iat": issued, "exp": issued + 3600, "jti": uuid(rng, 4)}
    signature = drawn(rng, BASE62 + "-_", 43)
    return f"{segment({'alg': 'HS256', 'typ': 'JWT'})}.{segment(claims)}.{signature}"


MAKERS = {
    Format.UUID1: timed(Format.UUID1, " " * 36),
    Format.UUID2: lambda rng: uuid(rng, 2),
    Format.UUID3: lambda rng: uuid(rng, 3),
    Format.UUID4: lambda rng: uuid(rng, 4),
    Format.UUID5: lambda rng: uuid(rng, 5).upper(),
    Format.UUID6: timed(Format.UUID6, " " * 36),
    Format.UUID7: timed(Format.UUID7, " " * 36),
    Format.UUID8: lambda rng: uuid(rng, 8),
    Format.ULID: timed(Format.ULID, " " * 26),
    Format.KSUID: timed(Format.KSUID, " " * 27),
    Format.XID: timed(Format.XID, " " * 20),
    Format.OBJECT_ID: timed(Format.OBJECT_ID, " " * 24),
    Format.SNOWFLAKE: lambda rng: str(
        identifiers.snowflake_with(
            0, seconds(rng) / 2 + 9e8, rng.randrange(32) << 12 | 1
        )
    ),
    Format.NANO_ID: lambda rng: drawn(rng, BASE62, 21),
    Format.HEX: lambda rng: drawn(rng, HEX, 40),
    Format.JWT: jwt,
    Format.TRACE: lambda rng: f"00-{drawn(rng, HEX, 32)}-{drawn(rng, HEX, 16)}-01",
    Format.TOKEN: lambda rng: drawn(rng, BASE62, 28),
    Format.PREFIXED: lambda rng: f"ord_{drawn(rng, BASE36, 16)}",
    Format.ETAG: lambda rng: f'W/"{drawn(rng, HEX, 16)}"',
    Format.EPOCH: lambda rng: int(seconds(rng)),
    Format.EPOCH_MS: lambda rng: int(seconds(rng) * 1e3),
    Format.EPOCH_US: lambda rng: str(int(seconds(rng) * 1e6)),
    Format.EPOCH_NS: lambda rng: int(seconds(rng) * 1e6) * 1000,
    Format.RFC3339: lambda rng: when(rng, "%Y-%m-%dT%H:%M:%S.%f+02:00"),
    Format.HTTP_DATE: lambda rng: when(rng, "%a, %d %b %Y %H:%M:%S GMT"),
    Format.DATE: lambda rng: when(rng, "%Y-%m-%d"),
    Format.BASE64: lambda rng: base64.b64encode(
        json.dumps({"after": rng.randrange(10**6)}).encode()
    ).decode(),
    Format.EMAIL: lambda rng: f"ann.{rng.randrange(100)}@example.com",
    Format.URL: lambda rng: f"https://api.example.com/a/{drawn(rng, HEX, 12)}?b=1",
    Format.IP: lambda rng: f"10.1.{rng.randrange(256)}.{rng.randrange(256)}",
    Format.SEMVER: lambda rng: f"v1.{rng.randrange(99)}.{rng.randrange(99)}",
    Format.SLUG: lambda rng: rng.choice(["red-shirt", "hello-world", "small-blue-car"]),
    Format.NUMBERED: lambda rng: f"INV-{rng.randrange(10_000, 99_999)}",
    Format.COUNTER: lambda rng: rng.randrange(10, 10**6),
}
