"""The upstream asked directly, for what no recording answers."""

from __future__ import annotations

import asyncio
import re
import ssl
from collections.abc import AsyncIterator
from socket import gaierror

import httpx

from mockforge.exchange import Failure, FailureKind
from mockforge.http import HOP_BY_HOP, Headers, Origin, Request, Response

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

    def __init__(self, failure: Failure, *, is_sent: bool = True) -> None:
        super().__init__(failure.message)
        self.failure = failure
        self.is_sent = is_sent
        """It may have got the request."""


# Before the first byte of a request is on its way.
_UNSENT = (
    *(httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout),
    *(httpx.UnsupportedProtocol, httpx.InvalidURL),
)


class Upstream:
    """Connections to real services, for the time of a replay."""

    def __init__(
        self,
        *,
        patience: float | None = None,
        verify: bool | ssl.SSLContext = True,
        at: Origin | None = None,
    ) -> None:
        """Ask as the settings say.

        Args:
            patience: Seconds until an answer must have begun; those between two
                pieces of one if None.
            verify: Whether, and by whom, services must be vouched for.
            at: Where to connect, whatever name requests go by; their own if None.
        """
        self._patience = patience
        self._at = at
        # Proxies and certificates by environment are for what config.py reads.
        self._client = httpx.AsyncClient(
            trust_env=False,
            timeout=httpx.Timeout(SILENCE, connect=min(CONNECT, patience or CONNECT)),
            limits=httpx.Limits(max_connections=None),
            verify=verify,
        )

    async def fetch(
        self, request: Request
    ) -> tuple[Response, AsyncIterator[bytes] | None]:
        """Ask for *request*; return the response, and its body if that is long.

        Raises:
            NotFetched: If no response came.
        """
        url = request.url if self._at is None else f"{self._at}{request.target}"
        asked = httpx.Request(
            request.method,
            url,
            headers=_end_to_end(request.headers),
            content=request.body,
            extensions={"target": request.target.encode("latin-1")},
        )
        try:
            async with asyncio.timeout(self._patience):
                response = await self._client.send(asked, stream=True)
            head = _head(response)
            if _is_short(response) or request.method == "HEAD":
                async with asyncio.timeout(self._patience):
                    return await _whole(response, head), None
        except TimeoutError as error:
            told = f"no answer within {self._patience:g} s"
            raise NotFetched(Failure(FailureKind.TIMEOUT, told)) from error
        except (httpx.HTTPError, httpx.InvalidURL, OSError) as error:
            is_sent = not isinstance(error, _UNSENT)
            raise NotFetched(_failure(error), is_sent=is_sent) from error
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


def trusting(
    *, verify: bool, authorities: str | None, certificate: str | None
) -> bool | ssl.SSLContext:
    """Return whom connections to upstreams believe, and what they show.

    Args:
        verify: Whether certificates must be valid.
        authorities: A file of those that vouch, in place of the usual ones.
        certificate: A file with a key and certificate to show.

    Raises:
        OSError: If a file cannot be read, or is not what it should be.
    """
    if verify and authorities is None and certificate is None:
        return True
    context = httpx.create_ssl_context(verify=verify, trust_env=False)
    if verify and authorities is not None:
        context = ssl.create_default_context(cafile=authorities)
    if certificate is not None:
        context.load_cert_chain(certificate)
    return context


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
