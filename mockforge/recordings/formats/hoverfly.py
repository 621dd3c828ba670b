"""Hoverfly simulations, schema v1 to v5, read only, as far as they are literal.

A pair whose request is matched by a pattern stands for many requests and cannot be
an exchange; it is left out, and a note names it and the pattern.
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from mockforge.exchange import Exchange
from mockforge.http import Request, Response
from mockforge.recordings.formats import framing, hoverfly_requests
from mockforge.recordings.formats.contents import Contents, Unreadable, broken, load
from mockforge.recordings.formats.document import Document
from mockforge.recordings.formats.hoverfly_requests import Unmatched
from mockforge.recordings.formats.notes import Notes
from mockforge.recordings.formats.shape import Fields, from_base64

LEFT_OUT = "left out"
"""What a note about a pair that is no exchange begins with."""
_PAIRS = re.compile(rb'"pairs"\s*:')
_LITERAL = re.compile(r"(?:[\w/:=&%?~-]|\\[./:?=&-])*")


def recognises(head: bytes) -> bool:
    """Whether *head* is the beginning of a Hoverfly simulation."""
    return head.lstrip()[:1] == b"{" and bool(_PAIRS.search(head))


def read(path: Path) -> Contents:
    """Return the literal pairs of the simulation at *path*.

    Raises:
        RecordingError: If the file cannot be read or is no simulation.
    """
    document = Document(path, load(path))
    notes = Notes()
    exchanges: list[Exchange] = []
    try:
        top = Fields(document.value, "")
        content = top.part("data") if top.has("data") else top
        actions = content.value.get("globalActions") or {}
        delays = Fields(actions, "globalActions")
        for index, pair in enumerate(content.parts("pairs")):
            try:
                found = _exchange(pair, path.parent, notes, pair.path)
                exchanges.append(_delayed(found, delays, notes))
            except Unmatched as reason:
                notes.add(f"{LEFT_OUT}, because {reason}", pair.path)
            except Unreadable as error:
                steps = ("data", "pairs") if content is not top else ("pairs",)
                line = document.line(*steps, index)
                raise broken(path, f"{pair.path}: {error}", line=line) from None
    except Unreadable as error:
        raise broken(path, str(error)) from None
    numbered = tuple(
        replace(exchange, id=number) for number, exchange in enumerate(exchanges, 1)
    )
    return Contents(numbered, notes.lines(), form="hoverfly")


def _exchange(pair: Fields, folder: Path, notes: Notes, place: str) -> Exchange:
    pair = Fields(pair.value, "")
    request = hoverfly_requests.request(pair.part("request"), notes, place)
    answered = pair.part("response")
    response = Response(
        status=answered.whole("status", 200),
        headers=framing.pairs(answered.value.get("headers"), answered.at("headers")),
        body=_body(answered, folder),
    )
    response = framing.settle(response, request.method, notes, place)
    _warn(answered, notes, place)
    delay = _delay(answered)
    return Exchange(request, response, first_byte=delay or None, elapsed=delay)


def _body(answered: Fields, folder: Path) -> bytes:
    if answered.has("bodyFile") and not answered.text("body", ""):
        return _file(answered.text("bodyFile"), answered.at("bodyFile"), folder)
    text = answered.text("body", "")
    if answered.value.get("encodedBody"):
        return from_base64(text, answered.at("body"))
    return text.encode("utf-8", "surrogatepass")


def _file(name: str, path: str, folder: Path) -> bytes:
    # A simulation names files on the machine of whoever wrote it; only what lies
    # beside it is ours to read.
    place = (folder / name).resolve()
    if not place.is_relative_to(folder.resolve()):
        raise Unmatched(f"{path} names a file that is not beside it")
    try:
        return place.read_bytes()
    except OSError as failure:
        raise Unmatched(
            f"{path} names a file that cannot be read: {failure.strerror}"
        ) from None


def _warn(answered: Fields, notes: Notes, place: str) -> None:
    if answered.value.get("templated") and "{{" in answered.text("body", ""):
        notes.add(
            "the response is a template; it is kept as written and not filled in", place
        )
    for name in ("postServeAction", "transitionsState", "removesState"):
        # Hoverfly numbers the answers of a sequence by states; their order is kept.
        states = answered.value.get(name)
        if states and not hoverfly_requests.is_sequence(states):
            notes.add(f"{name} is not carried out", place)


def _delay(answered: Fields) -> float:
    if answered.has("fixedDelay"):
        return answered.number("fixedDelay") / 1000
    if answered.has("logNormalDelay"):
        return answered.part("logNormalDelay").number("median", 0.0) / 1000
    return 0.0


def _delayed(exchange: Exchange, delays: Fields, notes: Notes) -> Exchange:
    """Return *exchange* with the delay the simulation gives its address."""
    if exchange.elapsed:
        return exchange
    for name, field in (("delays", "delay"), ("delaysLogNormal", "median")):
        for rule in delays.parts(name):
            if _applies(rule, exchange.request, notes):
                delay = rule.number(field, 0.0) / 1000
                return replace(exchange, first_byte=delay or None, elapsed=delay)
    return exchange


def _applies(rule: Fields, request: Request, notes: Notes) -> bool:
    method = rule.text("httpMethod", "")
    if method and method.upper() != request.method:
        return False
    pattern = rule.text("urlPattern", "")
    if pattern in ("", ".", ".*", ".+"):
        return True
    # A pattern from a file is not run: it can be made to run for hours.
    if not _LITERAL.fullmatch(pattern):
        notes.add(f"the delay for {pattern[:60]!r} is not kept", rule.path)
        return False
    return pattern.replace("\\", "") in request.authority + request.target
