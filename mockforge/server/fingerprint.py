"""Which requests are the same to whoever looks for an answer."""

from __future__ import annotations

from collections.abc import Collection
from hashlib import blake2b
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mockforge.recordings.matchers import MatchOptions
    from mockforge.server.http1 import Asked
    from mockforge.stages.sessions import SessionOptions

BLIND = frozenset(
    [
        *(b"user-agent", b"accept", b"accept-language", b"accept-encoding", b"dnt"),
        *(b"cache-control", b"pragma", b"date", b"priority", b"keep-alive"),
        *(b"traceparent", b"tracestate", b"baggage", b"b3", b"x-b3-traceid"),
        *(b"x-b3-spanid", b"x-b3-parentspanid", b"x-b3-sampled", b"sentry-trace"),
        *(b"uber-trace-id", b"x-amzn-trace-id", b"x-cloud-trace-context"),
        *(b"x-request-id", b"x-correlation-id", b"x-request-start"),
        *(b"sec-fetch-dest", b"sec-fetch-mode", b"sec-fetch-site", b"sec-fetch-user"),
        *(b"sec-ch-ua", b"sec-ch-ua-mobile", b"sec-ch-ua-platform"),
    ]
)
"""Fields that have no part in finding an answer, unless the settings name them."""

_NEVER = frozenset([b"upgrade", b"expect"])


def significant(matching: MatchOptions, sessions: SessionOptions) -> set[str]:
    """Return the header fields that the settings of a replay name."""
    named = {*matching.headers, sessions.header_name}
    for each in matching.endpoints.values():
        named.update(each.headers)
    return named


class Fingerprint:
    """Tells requests apart by all that finding an answer depends on."""

    def __init__(self, significant: Collection[str] = ()) -> None:
        """Look at every field but those that are known not to matter.

        Args:
            significant: Header fields that matter, as the settings name them.
        """
        self._blind = BLIND - {each.lower().encode("latin-1") for each in significant}

    def of(self, asked: Asked) -> bytes | None:
        """Return a digest of *asked*; None if it is not to be known again.

        A digest is 16 bytes.
        """
        request = asked.request
        if request.trailers:
            return None
        parts = [
            f"{request.method} {request.scheme} {request.authority} {request.target}"
            f" {request.version} {asked.keep_alive} {request.client} {asked.is_named}"
            f" {len(request.body)}".encode("utf-8", "surrogatepass")
        ]
        blind = self._blind
        for name, value in request.headers:
            low = name.lower()
            if low not in blind:
                if low in _NEVER:
                    return None
                parts += (low, value)
        # A field cannot hold a line's end: no two requests are one text.
        digest = blake2b(b"\n".join(parts), digest_size=16)
        if request.body:
            digest.update(b"\n\n")
            digest.update(request.body)
        return digest.digest()
