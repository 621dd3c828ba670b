"""Messages part by part: a sweep led through requests, responses and exchanges."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from mockforge.event import Event
from mockforge.exchange import Exchange, Failure
from mockforge.http import Headers, Request, Response
from mockforge.recordings.redact.lengths import resized, restated
from mockforge.recordings.redact.opened import Opened, open_body
from mockforge.recordings.redact.sweep import Sweep
from mockforge.recordings.redact.vocabulary import Rule

Change = Callable[[bytes], bytes]
Message = TypeVar("Message", Request, Response)

# Compressed already: nothing in them is text but remarks, and looking costs as much
# as for text. What is known is looked for all the same.
_PICTURES = ("image/", "video/", "audio/", "font/")
LARGEST_PICTURE = 4096
LARGEST_TOGETHER = 1 << 20
"""Bytes. Beyond this, joining the bodies costs more than it saves."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What a sweep has to know of a message."""

    kind: str
    """The media type in lower case."""
    opened: Opened
    rules: Sequence[Rule]
    """What each header field is taken for."""
    small: list[bytes]
    """All else that is read as text."""


class Messages:
    """Leads a sweep through every part of a message.

    Most messages hold no secret but in the header fields made for them. So all other
    parts are looked at together first, which costs less than one by one.
    """

    def __init__(self, sweep: Sweep) -> None:
        self.sweep = sweep
        # Targets and bodies are what requests are matched by.
        self._asked = replace(sweep, carried=sweep.known.carry)

    def exchange(self, exchange: Exchange) -> Exchange:
        """Return *exchange* swept; itself if nothing changed."""
        request, response = exchange.request, exchange.response
        parts = [self._parts(request, request.target)]
        if response is not None:
            parts.append(self._parts(response, response.reason))
        parts[0].small.append(_encoded(exchange.endpoint))
        clean = self._are_clean(parts)
        asked = self._request(request, parts[0], clean)
        if response is not None:
            response = self._response(response, parts[1], clean)
        swept = _assembled(exchange, asked, response, self.sweep.text)
        return swept if clean[0] else _renamed(swept, self.sweep.text)

    def request(self, request: Request) -> Request:
        """Return *request* swept; itself if nothing changed."""
        parts = self._parts(request, request.target)
        return self._request(request, parts, self._are_clean([parts]))

    def exchange_again(self, exchange: Exchange) -> Exchange:
        """Return *exchange*, swept before, less what was found since."""
        request = self.request_again(exchange.request)
        response = exchange.response
        if response is not None:
            parts = self._parts(response, "")
            response = _built(
                response,
                self._fields_again(response.headers),
                self._fields_again(response.trailers),
                parts.opened.closed(self.sweep.known_only(parts.opened.plain)),
            )
            reason = _through(self.sweep.known_only, response.reason)
            if reason != response.reason:
                response = replace(response, reason=reason)
        swept = _assembled(exchange, request, response, self.sweep.known_only)
        return _renamed(swept, self.sweep.known_only)

    def request_again(self, request: Request) -> Request:
        """Return *request*, swept before, less what was found since."""
        parts, target = self._parts(request, ""), request.target
        swept = _built(
            request,
            self._fields_again(request.headers),
            self._fields_again(request.trailers),
            parts.opened.closed(self._asked.known_only(parts.opened.plain)),
        )
        changed = _through(self._asked.known_only, target)
        return swept if changed == target else replace(swept, target=changed)

    def _parts(self, message: Request | Response, line: str) -> Parts:
        kind, coding = _content(message.headers)
        rules = self._rules(message.headers)
        pairs = zip(message.headers, rules, strict=True)
        small = [pair[1] for pair, rule in pairs if rule is Rule.NONE]
        small += [value for _, value in message.trailers]
        return Parts(
            kind,
            open_body(message.body, coding, whole=message.size is None),
            rules,
            [*small, _encoded(line)],
        )

    def _rules(self, headers: Headers) -> list[Rule]:
        names = self.sweep.names
        try:
            return [names.headers[name] for name, _ in headers]
        except KeyError:
            return [names.header(name) for name, _ in headers]

    def _are_clean(self, parts: Sequence[Parts]) -> tuple[bool, bool]:
        """Tell whether the small parts, and whether the bodies, are clean."""
        small = [value for part in parts for value in part.small]
        bodies = [part.opened.plain for part in parts]
        if sum(map(len, bodies)) > LARGEST_TOGETHER:
            return self.sweep.is_clean(b"\n".join(small)), False
        if self.sweep.is_clean(b"\n".join(small + bodies)):
            return True, True
        small_clean = self.sweep.is_clean(b"\n".join(small))
        return small_clean, self.sweep.is_clean(b"\n".join(bodies))

    def _request(
        self, request: Request, parts: Parts, clean: tuple[bool, bool]
    ) -> Request:
        swept = self._message(request, parts, clean)
        target = request.target
        if clean[0] and "?" not in target:
            return swept
        path, mark, query = _encoded(target).partition(b"?")
        path = path if clean[0] else self._asked.text(path)
        query = self._asked.pairs(query, clean=clean[0])
        changed = (path + mark + query).decode("utf-8", "surrogateescape")
        return swept if changed == target else replace(swept, target=changed)

    def _response(
        self, response: Response, parts: Parts, clean: tuple[bool, bool]
    ) -> Response:
        swept = self._message(response, parts, clean)
        if clean[0] or not response.reason:
            return swept
        reason = _through(self.sweep.text, response.reason)
        return swept if reason == response.reason else replace(swept, reason=reason)

    def _message(
        self, message: Message, parts: Parts, clean: tuple[bool, bool]
    ) -> Message:
        headers = self._fields(message.headers, parts.rules, clean[0])
        trailers = message.trailers
        if trailers:
            trailers = self._fields(trailers, self._rules(trailers), clean[0])
        sweep = self._asked if isinstance(message, Request) else self.sweep
        body = parts.opened.closed(_body(sweep, parts, clean[1]))
        return _built(message, headers, trailers, body)

    def _fields(self, headers: Headers, rules: Sequence[Rule], clean: bool) -> Headers:
        sweep, out, changed = self.sweep, [], False
        for pair, rule in zip(headers, rules, strict=True):
            name, value = pair
            if rule is not Rule.NONE:
                new = sweep.header(name, value, rule)
            else:
                new = value if clean else sweep.text(value)
            changed = changed or new != value
            out.append(pair if new is value else (name, new))
        return tuple(out) if changed else headers

    def _fields_again(self, headers: Headers) -> Headers:
        known = self.sweep.known_only
        out = tuple((name, known(value)) for name, value in headers)
        return headers if out == headers else out


def _content(headers: Headers) -> tuple[str, str]:
    """Return the media type in lower case and the content coding."""
    kind = coding = ""
    for name, value in headers:
        # By length first: most names are told apart by it, and every header is asked.
        if len(name) == 12 and name.lower() == b"content-type":
            kind = kind or value.decode("latin-1").lower()
        elif len(name) == 16 and name.lower() == b"content-encoding":
            coding = (
                f"{coding},{value.decode('latin-1')}"
                if coding
                else value.decode("latin-1")
            )
    return kind, coding


def _body(sweep: Sweep, parts: Parts, clean: bool) -> bytes:
    """Return what the body of a message is to decode to."""
    plain = parts.opened.plain
    if "form-urlencoded" in parts.kind:
        return sweep.pairs(plain, clean=clean)
    if clean or not plain:
        return plain
    if parts.kind.startswith(_PICTURES) and len(plain) > LARGEST_PICTURE:
        return sweep.known_only(plain)
    return sweep.text(plain)


def _built(
    message: Message, headers: Headers, trailers: Headers, body: bytes
) -> Message:
    """Return *message* made of these, with the lengths that its new body asks for."""
    same = headers is message.headers and trailers is message.trailers
    if body is message.body or body == message.body:
        if same:
            return message
        return replace(message, headers=headers, trailers=trailers)
    size = message.size
    if size is not None:
        size += len(body) - len(message.body)
    headers = restated(headers, message.body, body)
    made = replace(message, headers=headers, trailers=trailers, body=body, size=size)
    if isinstance(made, Response) and made.chunks:
        more = len(body) - len(message.body)
        return replace(made, chunks=resized(made.chunks, more))
    return made


def _assembled(
    exchange: Exchange, request: Request, response: Response | None, text: Change
) -> Exchange:
    """Return *exchange* with these, and its other texts changed by *text*."""
    failure = exchange.failure
    if failure is not None:
        message = _through(text, failure.message)
        if message != failure.message:
            failure = Failure(failure.kind, message)
    events = exchange.events and _events(exchange.events, text)
    if (
        request is exchange.request
        and response is exchange.response
        and failure is exchange.failure
        and events is exchange.events
    ):
        return exchange
    return replace(
        exchange,
        request=request,
        response=response,
        failure=failure,
        events=events,
    )


def _renamed(exchange: Exchange, text: Change) -> Exchange:
    """Return *exchange* with the name of its endpoint changed by *text*."""
    endpoint = _through(text, exchange.endpoint)
    if endpoint == exchange.endpoint:
        return exchange
    return replace(exchange, endpoint=endpoint)


def _events(events: tuple[Event, ...], text: Change) -> tuple[Event, ...]:
    out, changed = [], False
    for event in events:
        data = text(event.data)
        changed = changed or data != event.data
        out.append(event if data == event.data else replace(event, data=data))
    return tuple(out) if changed else events


def _through(change: Change, text: str) -> str:
    data = _encoded(text)
    swept = change(data)
    return text if swept == data else swept.decode("utf-8", "surrogateescape")


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogateescape")
