"""Values of every format class, made by their published layouts for volatile.py."""

import base64
import hashlib
import json
import string
import uuid
from datetime import UTC, datetime
from email.utils import format_datetime

BASE62 = string.digits + string.ascii_uppercase + string.ascii_lowercase
CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
HEX32 = "0123456789abcdefghijklmnopqrstuv"
NANO = string.ascii_letters + string.digits + "_-"


def chars(rng, alphabet, count):
    return "".join(rng.choice(alphabet) for _ in range(count))


def based(number, alphabet, length):
    text = ""
    for _ in range(length):
        number, digit = divmod(number, len(alphabet))
        text = alphabet[digit] + text
    return text


def _uuid(number, version):
    number = number & ~(0xF << 76) | (version << 76)
    number = number & ~(0x3 << 62) | (0x2 << 62)
    return str(uuid.UUID(int=number))


def _gregorian(now):
    return int(now * 1e7) + 0x01B21DD213814000


def uuid1(rng, now):
    ticks = _gregorian(now)
    low, mid, high = ticks & 0xFFFFFFFF, (ticks >> 32) & 0xFFFF, ticks >> 48
    number = low << 96 | mid << 80 | high << 64 | rng.getrandbits(62)
    return _uuid(number, 1)


def uuid3(rng, now):
    return str(uuid.uuid3(uuid.NAMESPACE_URL, f"{now}{rng.random()}"))


def uuid4(rng, now):
    return _uuid(rng.getrandbits(128), 4)


def uuid5(rng, now):
    return str(uuid.uuid5(uuid.NAMESPACE_DNS, f"{now}{rng.random()}"))


def uuid6(rng, now):
    ticks = _gregorian(now)
    number = (ticks >> 12) << 80 | (ticks & 0xFFF) << 64 | rng.getrandbits(62)
    return _uuid(number, 6)


def uuid7(rng, now):
    return _uuid(int(now * 1000) << 80 | rng.getrandbits(74), 7)


def ulid(rng, now):
    return based(int(now * 1000) << 80 | rng.getrandbits(80), CROCKFORD, 26)


def ksuid(rng, now):
    return based((int(now) - 1400000000) << 128 | rng.getrandbits(128), BASE62, 27)


def xid(rng, now):
    # 96 bits, written in 100: four bits of nothing at the end.
    return based((int(now) << 64 | rng.getrandbits(64)) << 4, HEX32, 20)


def snowflake(rng, now):
    return str(int(now * 1000 - 1288834974657) << 22 | rng.getrandbits(22))


def nanoid(rng, now):
    return chars(rng, NANO, 21)


def object_id(rng, now):
    return f"{int(now):08x}{rng.getrandbits(64):016x}"


def hex16(rng, now):
    return f"{rng.getrandbits(64):016x}"


def hex32(rng, now):
    return f"{rng.getrandbits(128):032x}"


def hex64(rng, now):
    return f"{rng.getrandbits(256):064x}"


def prefixed(rng, now):
    return rng.choice(("req_", "txn-", "ik_live_")) + chars(rng, BASE62, 24)


def token(rng, now):
    return base64.urlsafe_b64encode(rng.randbytes(32)).decode().rstrip("=")


def _part(value):
    text = json.dumps(value, separators=(",", ":")).encode()
    return base64.urlsafe_b64encode(text).decode().rstrip("=")


def jwt(rng, now):
    claims = {"iss": "cli", "iat": int(now), "exp": int(now) + 300}
    head = _part({"alg": "HS256", "typ": "JWT"})
    return f"{head}.{_part({**claims, 'jti': hex16(rng, now)})}.{token(rng, now)}"


def epoch(rng, now):
    return int(now)


def epoch_text(rng, now):
    return str(int(now))


def epoch_ms(rng, now):
    return int(now * 1000)


def epoch_us(rng, now):
    return int(now * 1e6)


def epoch_float(rng, now):
    return round(now, 6)


def rfc3339(rng, now):
    return datetime.fromtimestamp(int(now), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def rfc3339_ms(rng, now):
    moment = datetime.fromtimestamp(now, UTC)
    return moment.isoformat(timespec="milliseconds")


def compact(rng, now):
    return datetime.fromtimestamp(now, UTC).strftime("%Y%m%dT%H%M%SZ")


def http_date(rng, now):
    return format_datetime(datetime.fromtimestamp(int(now), UTC), usegmt=True)


def etag(rng, now):
    return f'"{rng.getrandbits(128):032x}"'


def weak_etag(rng, now):
    return f'W/"{rng.getrandbits(64):x}"'


def cursor(rng, now):
    after = {"after": rng.randrange(10**6), "k": chars(rng, BASE62, 6)}
    return base64.urlsafe_b64encode(json.dumps(after).encode()).decode()


def opaque_cursor(rng, now):
    return base64.b64encode(rng.randbytes(24)).decode()


RANDOM = [uuid3, uuid4, uuid5, nanoid, hex16, hex32, hex64, prefixed, token]
TIMED = [uuid1, uuid6, uuid7, ulid, ksuid, xid, snowflake, object_id, jwt]
TIMES = [
    *(epoch, epoch_text, epoch_ms, epoch_us, epoch_float),
    *(rfc3339, rfc3339_ms, compact, http_date),
]
CARRIED = [
    *(uuid1, uuid4, uuid7, ulid, ksuid, xid, snowflake, nanoid, object_id),
    *(hex32, prefixed, token, jwt, etag, weak_etag, cursor, opaque_cursor),
]


def git_hash(rng, now):
    return hashlib.sha1(str(rng.random()).encode()).hexdigest()


def _day(rng, now):
    year, month = rng.randrange(1950, 2024), rng.randrange(1, 13)
    return f"{year}-{month:02}-{rng.randrange(1, 29):02}"


def _word(rng, now):
    return rng.choice(("active", "pending", "asc", "created_at", "premium", "en-GB"))


def _old(make):
    # Made long before: between two months and six years.
    def made(rng, now):
        return make(rng, now - rng.uniform(60, 2200) * 86400)

    made.__name__ = f"old {make.__name__}"
    return made


LOOKALIKES = {
    "tenant id": _old(uuid4),
    "tenant id v1": _old(uuid1),
    "tenant id v5": _old(uuid5),
    "tenant id v7": _old(uuid7),
    "account id": _old(object_id),
    "project id": _old(ulid),
    "guild id": _old(snowflake),
    "public key": _old(prefixed),
    "client id": hex32,
    "site id": nanoid,
    "api token": _old(jwt),
    "git hash": git_hash,
    "content digest": hex64,
    "api version": lambda rng, now: rng.choice(
        ("2024-01-15", "v2", "1.4.0", "2023-10")
    ),
    "birthday": _day,
    "since": lambda rng, now: f"{_day(rng, now)}T00:00:00Z",
    "booked at": _old(rfc3339),
    "valid from": _old(epoch),
    "valid from ms": _old(epoch_ms),
    "modified since": _old(http_date),
    "enum": _word,
    "sku": lambda rng, now: f"SKU-{rng.randrange(1000, 9999)}",
    "number": lambda rng, now: rng.randrange(1, 5000),
    "phone": lambda rng, now: f"+4420{rng.randrange(10**7, 10**8)}",
    "amount": lambda rng, now: rng.randrange(100, 99999) / 100,
    "email": lambda rng, now: f"{chars(rng, 'abcdeio', 6)}@example.com",
    "callback": lambda rng, now: f"https://example.org/hooks/{rng.randrange(99)}",
}
"""What is the same in every run, by what it is."""
