"""Openers: endpoints whose answers give what later requests are let in with."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from mockforge.bodies.document import leaves, read
from mockforge.bodies.messages import told_of
from mockforge.learning.formats import classify, is_minted, is_time
from mockforge.learning.threads import LONGEST, MOST_LEAVES, SHORTEST, values_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mockforge.http import Request, Response
    from mockforge.learning.learned import Learned

MOST_SAID = 200
"""Values of a body that are looked at."""

KEYS = ("authorization", "key", "token", "session", "auth")
"""Words in the names of fields that let in."""


def openers(learned: Learned) -> frozenset[str]:
    """Return the endpoints whose answers held what later requests were let in with.

    What they make up, the upstream would not know.
    """
    giver: dict[str, str] = {}
    found: set[str] = set()
    for sample in sorted(learned.samples, key=lambda each: each.started):
        for key in keys_of(sample.exchange.request, is_cookie=False):
            if key in giver:
                found.add(giver[key])
        found |= {
            giver[key]
            for key in keys_of(sample.exchange.request, is_cookie=True)
            # A cookie that reading sets tells clients apart, and lets nobody in.
            if key in giver and not giver[key].startswith(("GET ", "HEAD "))
        }
        response = sample.exchange.response
        if response is not None and response.status < 400:
            # Who was let in already is given cookies, but not for that.
            is_in = any(True for _ in keys_of(sample.exchange.request, is_cookie=False))
            cookies = {each for _, each in leaves(told_of(response)["cookie"])}
            for value in values_of(response):
                if not is_in or value not in cookies:
                    giver.setdefault(value, sample.endpoint)
    return frozenset(found)


def keys_of(request: Request, *, is_cookie: bool) -> Iterator[str]:
    """Yield what *request* may be let in with.

    Args:
        request: What is asked.
        is_cookie: By its cookies; else by the other fields of its head.
    """
    for name, raw in request.headers:
        known, value = name.lower().decode("latin-1"), raw.decode("latin-1").strip()
        if known == "cookie" and is_cookie:
            for part in value.split(";"):
                yield part.partition("=")[2].strip().strip('"')
        is_key = any(word in known for word in KEYS) and known[:11] != "x-mockforge"
        if is_key and not is_cookie:
            pieces = {value, value.rpartition(" ")[2]}
            yield from (each for each in pieces if SHORTEST <= len(each) <= LONGEST)


def said_in(request: Request) -> Iterator[str]:
    """Yield the values in the address and the body of *request* that may be minted."""
    for part in request.path.split("/"):
        if len(part) >= SHORTEST:
            yield part
    for _, value in request.query:
        yield value
    if request.body:
        body = read(request.headers, request.body).value
        if isinstance(body, dict | list):
            for _, found in islice(leaves(body), MOST_SAID):
                if isinstance(found, str):
                    yield found


def given_in(asked: Request, response: Response) -> Iterator[str]:
    """Yield what *response* gives that only who made it can know.

    Args:
        asked: What it answers: what that said is nothing that was given.
        response: The answer.
    """
    known = {*said_in(asked), *keys_of(asked, is_cookie=False)}
    told = told_of(response)
    for part in ("cookie", "body"):
        for path, value in islice(leaves(told[part]), MOST_LEAVES):
            if not isinstance(value, str) or not SHORTEST <= len(value) <= LONGEST:
                continue
            name = str(path[-1]).lower() if path else ""
            lets_in = part == "cookie" or any(word in name for word in KEYS)
            format = classify(value)
            is_made = is_minted(format) and not is_time(format)
            if (lets_in or is_made) and value not in known:
                yield value
