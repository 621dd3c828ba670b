"""The upstream asked directly, for what no recording answers."""

from __future__ import annotations

import re
import ssl
from collections.abc import AsyncIterator
from socket import gaierror

import httpx

from mockforge.exchange import Failure, FailureKind
from mockforge.http import HOP_BY_HOP, Headers, Request, Response

# A body up to this is held whole; what is longer, or says no length, is passed on.
WHOLE = 1 << 20
CONNECT = 10.0
SILENCE = 120.0
"""Seconds without a byte before the upstream counts as gone: a model may think long."""

_KINDS: tuple[tuple[type[Exception], FailureKind], ...] = (
    (httpx.TimeoutException, FailureKind.TIMEOUT),
    (httpx.ConnectError, FailureKind.REFUSED),
    (httpx.ProtocolError, FailureKind.PROTOCOL),
    (httpx.UnsupportedProtocol, FailureKind.PROTOCOL),
)
# httpx has no type of its own for a connection that ends too soon.
_ENDED = re.compile("disconnected|closed connection|connection closed")


class NotFetched(Exception):
    """The upstream did not answer."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(failure.message)
        self.failure = failure


class Upstream:
    """Connections to real services, for the time of a replay."""

    def __init__(self) -> None:
        # Proxies and certificates by environment are for what config.py reads.
        self._client = httpx.AsyncClient(
            trust_env=False, timeout=httpx.Timeout(SILENCE, connect=CONNECT)
        )

    async def fetch(
        self, request: Request
    ) -> tuple[Response, AsyncIterator[bytes] | None]:
        """Ask for *request*; return the response, and its body if that is long.

        Raises:
            NotFetched: If no response came.
        """
        asked = httpx.Request(
            request.method,
            request.url,
            headers=_end_to_end(request.headers),
            content=request.body,
            extensions={"target": request.target.encode("latin-1")},
        )
        try:
            response = await self._client.send(asked, stream=True)
            head = _head(response)
            if _is_short(response) or request.method == "HEAD":
                return await _whole(response, head), None
        except (httpx.HTTPError, httpx.InvalidURL, OSError) as error:
            raise NotFetched(_failure(error)) from error
        return head, _pieces(response)

    async def close(self) -> None:
        """Close every connection."""
        await self._client.aclose()


async def _whole(response: httpx.Response, head: Response) -> Response:
    try:
        body = b"".join([piece async for piece in response.aiter_raw()])
    finally:
        await response.aclose()
    return Response(head.status, head.headers, body, head.reason, head.version)


async def _pieces(response: httpx.Response) -> AsyncIterator[bytes]:
    try:
        async for piece in response.aiter_raw():
            yield piece
    except httpx.HTTPError as error:
        raise ConnectionError(type(error).__name__) from error
    finally:
        await response.aclose()


def _head(response: httpx.Response) -> Response:
    return Response(
        response.status_code,
        _end_to_end(tuple(response.headers.raw)),
        b"",
        response.reason_phrase,
        response.http_version,
    )


def _is_short(response: httpx.Response) -> bool:
    length = response.headers.get("Content-Length")
    return length is not None and length.isdigit() and int(length) <= WHOLE


def _end_to_end(headers: Headers) -> Headers:
    return tuple(pair for pair in headers if pair[0].lower() not in HOP_BY_HOP)


def _failure(error: Exception) -> Failure:
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, gaierror):
            return Failure(FailureKind.DNS, "its name has no address")
        if isinstance(cause, ssl.SSLError):
            return Failure(FailureKind.TLS, "no secure connection could be agreed on")
        cause = cause.__cause__ or cause.__context__
    if isinstance(error, httpx.RemoteProtocolError) and _ENDED.search(str(error)):
        return Failure(FailureKind.RESET, str(error))
    for kind, meant in _KINDS:
        if isinstance(error, kind):
            return Failure(meant, str(error) or type(error).__name__)
    return Failure(FailureKind.RESET, str(error) or type(error).__name__)
