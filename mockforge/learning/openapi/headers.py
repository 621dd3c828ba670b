"""Fields of the header that say something of the API, and those that every API has."""

from __future__ import annotations

import re

# Of messages, connections, caches and clients in general: the registry of HTTP field
# names and what browsers, proxies, tracers and servers add. OpenAPI has no place for
# Accept, Content-Type and Authorization among the parameters (3.1, 4.8.12.1).
_COMMON = re.compile(
    r"accept(?:-.*)?|authorization|proxy-.*|host|user-agent|connection|content-.*"
    r"|cookie2?|date|dnt|expect|from|forwarded|origin|referer|te|trailer|upgrade.*|via"
    r"|transfer-encoding|keep-alive|priority|pragma|cache-control|age|expires|vary"
    r"|server|server-timing|set-cookie2?|alt-svc|nel|report-to|reporting-endpoints"
    r"|strict-transport-security|x-content-type-options|x-frame-options"
    r"|x-xss-protection|x-powered-by|x-runtime|x-response-time|x-served-by|x-cache.*"
    r"|x-timer|x-request-id|x-correlation-id|x-amzn-trace-id|x-cloud-trace-context"
    r"|x-forwarded-.*|x-real-ip|x-envoy-.*|x-b3-.*|b3|baggage|traceparent|tracestate"
    r"|if-.*|range|alt-used|http2-settings|last-event-id|x-requested-with"
    r"|sec-.*|access-control-.*|cross-origin-.*|referrer-policy|permissions-policy"
    r"|x-dns-prefetch-control|x-download-options|x-permitted-cross-domain-policies"
    r"|x-ua-compatible|p3p|cf-.*|x-mockforge-.*|amz-sdk-.*|x-amz-(?:date|content-sha256"
    r"|security-token|user-agent)|x-stainless-.*|content-md5|digest|want-digest",
    re.IGNORECASE,
)
_CREDENTIAL = re.compile(
    r"(?:.*[-_.])?(?:api[-_]?key|key|token|secret|auth|credentials?|signature|session)"
    r"|x-auth.*|.*(?:apikey|token)",
    re.IGNORECASE,
)
_NO_CREDENTIAL = re.compile(
    r"(?:.*[-_.])?(?:page|next|continuation|cursor|csrf|xsrf|idempotency|sync|delta)"
    r"[-_.]?(?:token|key)|idempotency.*|.*(?:page|next|continuation)token"
    r"|.*(?:sort|partition|public|foreign|primary)[-_]?key",
    re.IGNORECASE,
)


def is_common(name: str) -> bool:
    """Whether *name* says nothing of one API in particular."""
    return _COMMON.fullmatch(name) is not None


def is_credential(name: str) -> bool:
    """Whether *name* is by its looks who asks."""
    if _NO_CREDENTIAL.fullmatch(name):
        return False
    return _CREDENTIAL.fullmatch(name) is not None
