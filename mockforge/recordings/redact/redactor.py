"""The redactor: exchanges, requests and texts with stand-ins for their secrets."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from mockforge.event import Event
from mockforge.exchange import Exchange, Failure
from mockforge.http import Chunk, Headers, Request, Response, first
from mockforge.recordings.redact import codings, views
from mockforge.recordings.redact.credentials import swap_parameters
from mockforge.recordings.redact.fields import Fields
from mockforge.recordings.redact.known import Known
from mockforge.recordings.redact.names import Names, Rule
from mockforge.recordings.redact.options import RedactOptions, checked_patterns
from mockforge.recordings.redact.standins import Standins
from mockforge.recordings.redact.sweep import Noted, Sweep

Change = Callable[[bytes], bytes]


class Redactor:
    """Puts stand-ins in the place of secrets, the same for the same under one key.

    What it finds in one place it looks for in all others from then on.
    """

    def __init__(self, key: bytes, options: RedactOptions | None = None) -> None:
        """Check *options* and begin with nothing known.

        Raises:
            ConfigError: If a setting cannot be used.
        """
        options = options or RedactOptions()
        patterns = checked_patterns(options)
        self._standins = Standins(key)
        self._known = Known()
        names = Names(headers=options.headers, fields=options.fields, keep=options.keep)
        sweep = Sweep(
            swap=self._standins.make,
            names=names,
            fields=Fields(names, options.fields),
            known=self._known,
            patterns=patterns,
            keep=frozenset(name.encode() for name in options.keep),
            knows=self._standins.verifies,
        )
        self._disk = Messages(sweep)
        self._keeping = Messages(replace(sweep, swap=self._standins.keep))

    def exchange(self, exchange: Exchange) -> Exchange:
        """Return *exchange* as it may be stored; itself if nothing in it is secret.

        Nothing is taken for a stand-in here: what looks like one is replaced too.
        """
        before = self._known.found
        swept = self._disk.exchange(exchange)
        if self._known.found == before:
            return swept
        # What was found at the end may have passed at the beginning.
        return self._disk.again(swept)

    def request(self, request: Request, *, keep_standins: bool = False) -> Request:
        """Return *request* as it may be matched; itself if nothing in it is secret.

        Args:
            request: As asked.
            keep_standins: Leave what is a stand-in already, as a client sends it that
                got it from a recorded answer.
        """
        messages = self._keeping if keep_standins else self._disk
        before = self._known.found
        swept = messages.request(request)
        return swept if self._known.found == before else messages.request_again(swept)

    def text(self, text: str) -> str:
        """Return *text* as it may be shown: in a log, an error, a report, a terminal."""
        data = (
            views.bytes_of(text)
            if text.isascii()
            else text.encode("utf-8", "surrogatepass")
        )
        swept = self._keeping.sweep.text(data)
        return text if swept == data else swept.decode("utf-8", "surrogatepass")

    def standin(self, secret: str) -> str:
        """Return what stands for *secret*; *secret* itself if it is a stand-in."""
        return self._standins.keep(secret)

    def is_standin(self, value: str) -> bool:
        """Tell whether *value* was made under this key; see Standins."""
        return self._standins.verifies(value)


class NoRedaction:
    """Leaves everything as it is."""

    def exchange(self, exchange: Exchange) -> Exchange:
        """Return *exchange*."""
        return exchange

    def request(self, request: Request, *, keep_standins: bool = False) -> Request:
        """Return *request*."""
        return request

    def text(self, text: str) -> str:
        """Return *text*."""
        return text

    def standin(self, secret: str) -> str:
        """Return *secret*."""
        return secret

    def is_standin(self, value: str) -> bool:
        """Return False: nothing stands for anything else."""
        return False


class Messages:
    """Leads a sweep through every part of a message."""

    def __init__(self, sweep: Sweep) -> None:
        self.sweep = sweep

    def exchange(self, exchange: Exchange) -> Exchange:
        """Return *exchange* swept; itself if nothing changed."""
        return self._exchange(exchange, self.request, self.response, self.sweep.text)

    def again(self, exchange: Exchange) -> Exchange:
        """Return *exchange*, swept before, less what was found since."""
        return self._exchange(
            exchange, self.request_again, self._response_again, self.sweep.everywhere
        )

    def request(self, request: Request) -> Request:
        """Return *request* swept; itself if nothing changed."""
        return _request(request, self._headers, self._target, self._body)

    def request_again(self, request: Request) -> Request:
        """Return *request*, swept before, less what was found since."""
        every = self.sweep.everywhere
        return _request(request, partial(_values, every), every, _only(every))

    def response(self, response: Response) -> Response:
        """Return *response* swept; itself if nothing changed."""
        return _response(response, self._headers, self.sweep.text, self._body)

    def _response_again(self, response: Response) -> Response:
        every = self.sweep.everywhere
        return _response(response, partial(_values, every), every, _only(every))

    def _exchange(
        self,
        exchange: Exchange,
        request: Callable[[Request], Request],
        response: Callable[[Response], Response],
        text: Change,
    ) -> Exchange:
        asked = request(exchange.request)
        answered = response(exchange.response) if exchange.response else None
        failure = _failure(exchange.failure, text) if exchange.failure else None
        events = _events(exchange.events, text)
        endpoint = _through(text, exchange.endpoint)
        if (
            asked is exchange.request
            and answered is exchange.response
            and failure is exchange.failure
            and events is exchange.events
            and endpoint is exchange.endpoint
        ):
            return exchange
        return replace(
            exchange,
            request=asked,
            response=answered,
            failure=failure,
            events=events,
            endpoint=endpoint,
        )

    def _headers(self, headers: Headers) -> Headers:
        sweep, named = self.sweep, {}
        plain: list[bytes] = []
        for i, (name, value) in enumerate(headers):
            rule = sweep.names.header(name)
            if rule is Rule.NONE:
                plain.append(value)
            else:
                named[i] = rule
        blob = b"\n".join(plain)
        clean = sweep.text(blob) == blob
        if clean and not named:
            return headers
        out = tuple(
            (
                name,
                self._header(name, value, named[i])
                if i in named
                else value
                if clean
                else sweep.text(value),
            )
            for i, (name, value) in enumerate(headers)
        )
        return headers if out == headers else out

    def _header(self, name: bytes, value: bytes, rule: Rule) -> bytes:
        sweep = self.sweep
        if rule is Rule.SIGNATURE:

            def secret(raw: bytes) -> bytes:
                return sweep.secret(raw, rule, name)

            listed = b"=" in value.rstrip(b"=")
            return swap_parameters(value, secret) if listed else secret(value)
        return sweep.value(value, rule, name)

    def _target(self, target: bytes) -> bytes:
        path, mark, query = target.partition(b"?")
        swept = self.sweep.text(path) if len(path) > 8 else path
        return swept + mark + self.sweep.pairs(query) if mark else swept

    def _body(self, body: bytes, headers: Headers) -> bytes:
        kind = (first(headers, "content-type") or "").lower()
        if kind.startswith(_PICTURES) and len(body) > 4096:
            return self.sweep.everywhere(body)
        if "form-urlencoded" in kind:
            return self.sweep.pairs(body)
        return self.sweep.text(body)


# Compressed already: nothing in them is text but remarks, and looking costs as much
# as for text. What is known is looked for all the same.
_PICTURES = ("image/", "video/", "audio/", "font/")

Body = Callable[[bytes, Headers], bytes]


def _only(change: Change) -> Body:
    return lambda body, headers: change(body)


def _values(change: Change, headers: Headers) -> Headers:
    out = tuple((name, change(value)) for name, value in headers)
    return headers if out == headers else out


def _through(change: Change, text: str) -> str:
    if not text:
        return text
    data = text.encode("utf-8", "surrogateescape")
    swept = change(data)
    return text if swept == data else swept.decode("utf-8", "surrogateescape")


def _request(
    request: Request, fields: Callable[[Headers], Headers], target: Change, body: Body
) -> Request:
    headers, trailers = fields(request.headers), request.trailers
    trailers = fields(trailers) if trailers else trailers
    asked = _through(target, request.target)
    new, size = _message(request, body)
    if (
        headers is request.headers
        and trailers is request.trailers
        and new is request.body
        and asked == request.target
    ):
        return request
    headers = _lengths(headers, request.body, new)
    return replace(
        request, headers=headers, trailers=trailers, target=asked, body=new, size=size
    )


def _response(
    response: Response, fields: Callable[[Headers], Headers], text: Change, body: Body
) -> Response:
    headers, trailers = fields(response.headers), response.trailers
    trailers = fields(trailers) if trailers else trailers
    reason = _through(text, response.reason)
    new, size = _message(response, body)
    if (
        headers is response.headers
        and trailers is response.trailers
        and new is response.body
        and reason == response.reason
    ):
        return response
    return replace(
        response,
        headers=_lengths(headers, response.body, new),
        trailers=trailers,
        reason=reason,
        body=new,
        size=size,
        chunks=resized(response.chunks, len(new) - len(response.body)),
    )


def _message(message: Request | Response, body: Body) -> tuple[bytes, int | None]:
    """Return the body of *message* changed, and its size where it is cut short."""
    if not message.body:
        return message.body, message.size
    inner = partial(body, headers=message.headers)
    coding = codings.names(first(message.headers, "content-encoding"))
    new = codings.change(message.body, coding, inner, whole=message.size is None)
    if new == message.body:
        return message.body, message.size
    if message.size is None:
        return new, None
    return new, message.size + len(new) - len(message.body)


def resized(chunks: tuple[Chunk, ...], more: int) -> tuple[Chunk, ...]:
    """Return *chunks* for a body that grew by *more* bytes, which may be less than none.

    Where in a coded body a change fell cannot be said, so the last chunk takes it,
    and those before it where it is too small to give that much.
    """
    out = list(chunks)
    for i in reversed(range(len(out))):
        if not more:
            break
        size = max(0, out[i].size + more)
        more -= size - out[i].size
        out[i] = Chunk(out[i].wait, size)
    return tuple(out)


def _failure(failure: Failure, text: Change) -> Failure:
    message = _through(text, failure.message)
    return failure if message == failure.message else Failure(failure.kind, message)


def _events(events: tuple[Event, ...], text: Change) -> tuple[Event, ...]:
    out = tuple(_event(event, text(event.data)) for event in events)
    return events if all(a is b for a, b in zip(out, events, strict=True)) else out


def _event(event: Event, data: bytes) -> Event:
    return event if data == event.data else replace(event, data=data)


_DIGESTS = frozenset(
    b"content-md5 digest content-digest repr-digest etag x-goog-hash x-amz-content-sha256"
    b" x-amz-checksum-sha256 x-amz-checksum-sha1 x-ms-content-md5".split()
)
_ALGORITHMS = ("md5", "sha1", "sha256", "sha512")


def _lengths(headers: Headers, old: bytes, new: bytes) -> Headers:
    """Return *headers* with the length and the digests of *old* made those of *new*."""
    if old == new:
        return headers
    out = []
    for name, value in headers:
        lower = name.lower()
        if lower == b"content-length" and value == b"%d" % len(old):
            value = b"%d" % len(new)
        elif lower in _DIGESTS:
            value = _digested(value, old, new)
        out.append((name, value))
    return tuple(out)


def _digested(value: bytes, old: bytes, new: bytes) -> bytes:
    for algorithm in _ALGORITHMS:
        before, after = (
            hashlib.new(algorithm, body, usedforsecurity=False) for body in (old, new)
        )
        value = value.replace(before.hexdigest().encode(), after.hexdigest().encode())
        value = value.replace(
            base64.b64encode(before.digest()), base64.b64encode(after.digest())
        )
    return value
