"""Requests for tests, as a server would read them."""

from urllib.parse import parse_qsl, urlsplit

from mockforge.chance import rng
from mockforge.stubs.paths import parse, split
from mockforge.synthesis import Maker, Wanted
from tests.synthesis.things import NOW

TYPES = {
    "": {"type": "string"},
    "i": {"type": "integer"},
    "n": {"type": "number"},
    "b": {"type": "boolean"},
    "d": {"type": "string", "format": "date"},
    "dt": {"type": "string", "format": "date-time"},
}


def thing(fields="", /, **others):
    """The schema of an object: `id:i name at:dt`."""
    members = {}
    for field in fields.split():
        name, _, kind = field.partition(":")
        members[name] = dict(TYPES[kind])
    members |= others
    return {"type": "object", "properties": members, "required": [*members]}


def several(item):
    """The schema of a list."""
    return {"type": "array", "items": item}


def wanted(pattern, url, schema=None, **others):
    """What is wanted of an endpoint of *pattern* that is asked for *url*."""
    parts = urlsplit(url)
    params = parse(pattern).match(split(parts.path))
    assert params is not None
    query: dict[str, object] = {}
    for name, value in parse_qsl(parts.query):
        known = query.get(name)
        query[name] = value if known is None else [known, value]
    return Wanted(schema, path=parts.path, params=params, query=query, **others)


def ask(pattern, url, schema=None, *, seed=1, **others):
    """What is made for it."""
    asked = wanted(pattern, url, schema, **others)
    return Maker(schema).made(asked, rng(seed, url), now=NOW)
