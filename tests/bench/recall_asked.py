"""Requests nobody recorded, made by rule from recorded ones; and what is right."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterator
from dataclasses import replace
from random import Random
from typing import Any
from urllib.parse import quote

from mockforge.bodies.document import leaves, read, text_of, write
from mockforge.bodies.document import replaced as put
from mockforge.bodies.reading import unquoted
from mockforge.exchange import Exchange
from mockforge.http import Request
from tests.bench.recall_words import reworded

ID = re.compile(
    r"\d{2,}|[0-9a-f]{8}(-?[0-9a-f]{4}){3}-?[0-9a-f]{12}|[0-9a-f]{16,}"
    r"|(?=.*\d)(?=.*[A-Z])[A-Z0-9]{8,}|(?=.*\d)(?=.*[A-Za-z])[A-Za-z0-9_-]{12,}"
)
SOUGHT = re.compile(r"(?i)q|s|query|search|terms?|keywords?|text|prompt|question|find")
"""Names under which a single word, too, is what somebody looks for."""


def is_prose(value: object, name: object = "") -> bool:
    """Words, and no markup or code; a single one where something is looked for."""
    if not isinstance(value, str) or any(mark in value for mark in "<>{}"):
        return False
    words = value.split()
    if len(words) == 1:
        is_sought = isinstance(name, str) and SOUGHT.fullmatch(name) is not None
        return is_sought and value.isalpha()
    worded = sum(word.strip(".,?!:;\"'()").isalpha() for word in words)
    return worded * 2 > len(words) > 1 and len(words) < 800


def is_id(text: str) -> bool:
    return ID.fullmatch(text) is not None and not re.fullmatch(r"20\d\d", text)


def fresh(text: str, rng: Random) -> str:
    """Another id of the same form."""
    if re.fullmatch(r"[0-9a-f-]{36}", text):
        return str(uuid.UUID(int=rng.getrandbits(128), version=4))
    out = []
    for at, c in enumerate(text):
        if c.isdigit():
            out.append(rng.choice("123456789" if at == 0 else "0123456789"))
        elif c in "abcdef" and re.fullmatch(r"[0-9a-f]+", text):
            out.append(rng.choice("abcdef"))
        elif c.isalpha():
            letters = "abcdefghijklmnopqrstuvwxyz"
            out.append(rng.choice(letters.upper() if c.isupper() else letters))
        else:
            out.append(c)
    return "".join(out)


def _values(request: Request, change: Any) -> Request:
    """The request with *change* applied to every text or number of its body."""
    document = read(request.headers, request.body)
    changes = {}
    for path, value in leaves(document.value):
        new = change(path[-1] if path else "", value)
        if new != value:
            changes[path] = new
    if not changes:
        return request
    try:
        return replace(request, body=write(document, put(document.value, changes)))
    except ValueError:
        return request


def new_ids(request: Request, rng: Random) -> Request:
    """Every id in path, query and body is another, the same one the same again."""
    known: dict[str, str] = {}

    def other(text: str) -> str:
        if not is_id(text):
            return text
        return known.setdefault(text, fresh(text, rng))

    path, mark, query = request.target.partition("?")
    path = "/".join(other(part) for part in path.split("/"))
    pairs = [part.partition("=") for part in query.split("&") if part]
    query = "&".join(name + sign + other(value) for name, sign, value in pairs)

    def change(_name: object, value: object) -> object:
        if isinstance(value, bool) or value is None or isinstance(value, float):
            return value
        text = text_of(value)  # type: ignore[arg-type]
        if isinstance(value, int) and value < 1000:
            return value
        new = other(text)
        return int(new) if isinstance(value, int) else new

    return _values(replace(request, target=path + mark + query), change)


def reordered(request: Request, rng: Random) -> Request:
    """Parameters and names stand in another order."""
    path, mark, query = request.target.partition("?")
    pairs = [part for part in query.split("&") if part]
    rng.shuffle(pairs)
    document = read(request.headers, request.body)

    def turned(value: Any) -> Any:
        if isinstance(value, dict):
            return {name: turned(value[name]) for name in reversed(list(value))}
        return [turned(each) for each in value] if isinstance(value, list) else value

    request = replace(request, target=path + mark + "&".join(pairs))
    if document.kind not in ("json", "form"):
        return request
    return replace(request, body=write(document, turned(document.value)))


def paraphrased(request: Request, rng: Random) -> Request:
    """What is written for people to read is said in other words, by rule."""
    path, mark, query = request.target.partition("?")
    pairs = [part.partition("=") for part in query.split("&") if part]
    said = [
        (name, sign, quote(reworded(unquoted(value), rng)))
        if is_prose(unquoted(value), name)
        else (name, sign, value)
        for name, sign, value in pairs
    ]
    query = "&".join(map("".join, said))

    def change(name: object, value: object) -> object:
        return reworded(str(value), rng) if is_prose(value, name) else value

    return _values(replace(request, target=path + mark + query), change)


def texts(request: Request) -> frozenset[str]:
    """What is written in it for people to read."""
    said = [(name, unquoted(value)) for name, value in request.query]
    found = {value for name, value in said if is_prose(value, name)}
    body = read(request.headers, request.body).value
    told = ((path[-1] if path else "", value) for path, value in leaves(body))
    return frozenset(found | {str(v) for name, v in told if is_prose(v, name)})


def template(path: str) -> str:
    return "/".join("{}" if is_id(part) else part for part in path.split("/"))


def places(request: Request) -> Iterator[str]:
    """Names of the query, and where values stand in the body."""
    for name, _ in request.query:
        yield f"?{name}"
    if request.body:
        for path, _ in leaves(read(request.headers, request.body).value):
            yield ".".join("[]" if isinstance(step, int) else step for step in path)


def chosen(request: Request) -> frozenset[tuple[str, str]]:
    """What stands in it that is no id and no prose, with where."""
    found = {
        (f"?{name}", value)
        for name, value in request.query
        if not is_prose(value, name) and not is_id(value)
    }
    if request.body:
        for path, value in leaves(read(request.headers, request.body).value):
            text = text_of(value)
            name = path[-1] if path else ""
            if isinstance(value, float) or is_prose(value, name) or is_id(text):
                continue
            steps = ("[]" if isinstance(step, int) else step for step in path)
            found.add((".".join(steps), text))
    return frozenset(found)


def variant(exchange: Exchange) -> tuple[frozenset[str], int]:
    """Which places its request has, and its status."""
    assert exchange.response is not None
    return frozenset(places(exchange.request)), exchange.response.status


def distance(one: str, other: str) -> int:
    """Levenshtein's, many letters at a time (Myers 1999, Hyyrö 2003)."""
    if not one:
        return len(other)
    at: dict[str, int] = {}
    for number, letter in enumerate(one):
        at[letter] = at.get(letter, 0) | 1 << number
    mask = (1 << len(one)) - 1
    last = 1 << (len(one) - 1)
    up, down, score = mask, 0, len(one)
    for letter in other:
        equal = at.get(letter, 0)
        vertical = equal | down
        equal |= ((equal & up) + up) ^ up
        plus, minus = down | ~(equal | up), up & equal
        score += 1 if plus & last else -1 if minus & last else 0
        plus, minus = (plus << 1) | 1, minus << 1
        up = (minus | ~(vertical | plus)) & mask
        down = plus & vertical & mask
    return score
