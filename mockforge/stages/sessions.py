"""Whose request this is: a session for each client, told without its secrets."""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
import re
from collections.abc import Callable, Iterator
from typing import Literal
from urllib.parse import unquote

from pydantic import field_validator

from mockforge.http import Request
from mockforge.options import Duration, Options

SESSION_HEADER = "X-MockForge-Session"
"""Names the session outright: for parallel test workers."""

TELLING = 12
"""Characters. Shorter subjects of tokens, such as `7` or `alice`, have stand-ins that
two of them may share, and two users must never be one session: then the whole token
tells, and a refreshed one begins a session."""

# Header fields that carry a credential and nothing else.
_KEY_HEADERS = frozenset(
    {
        b"api-key",
        b"apikey",
        b"ocp-apim-subscription-key",
        b"private-token",
        b"x-access-token",
        b"x-api-key",
        b"x-apikey",
        b"x-auth-token",
        b"x-goog-api-key",
        b"x-vault-token",
    }
)
# RFC 6750, 2.3, and the usual names of keys in a query.
_KEY_QUERY = re.compile(r"[?&](?:access_token|api[_-]?key|auth_token|token)=([^&]+)")
_SESSION_COOKIE = re.compile(r"sess|auth|token|jwt|sid$|(?<![a-z])sid(?![a-z])", re.I)
_GUARD_COOKIE = re.compile(r"[cx]srf", re.I)
# Schemes that sign each request: the one part of the value that names the signer.
_SIGNER = re.compile(
    r"(?:^|[\s,])(?:credential|username|keyid|key_id|id|client_id|access_?key_?id"
    r'|oauth_consumer_key)\s*=\s*(?:"([^"]*)"|([^\s,"]+))',
    re.I,
)
_PLAIN_SCHEMES = frozenset({"basic", "bearer", "token", "apikey", "api-key"})


STATES = ("memory", "process")
STATE_SCHEMES = ("redis://", "rediss://", "unix://")
"""Of what Redis is asked by: TCP, TLS, a local socket."""


class SessionOptions(Options):
    """How requests are told apart by client."""

    method: Literal["cookie", "header", "query_param", "query"] = "cookie"
    """Which of the three below names the session; the others are not looked at."""
    cookie_name: str = "mockforge_session"
    """The cookie."""
    header_name: str = "X-Session-ID"
    """The header field."""
    query_param: str = "session_id"
    """The name in the query."""
    timeout: Duration = 3600.0
    """Seconds after which a session that is not heard of has ended."""
    state: str | None = None
    """Where a replay keeps what sessions were given: `memory` of one process,
    `process` for all workers of a run, or `redis://host:6379/0` for several runs."""
    state_name: str | None = None
    """The name under which it is kept in Redis; each run has its own if not given."""

    @field_validator("state")
    @classmethod
    def _is_place(cls, value: str | None) -> str | None:
        if value is None or value in STATES or value.startswith(STATE_SCHEMES):
            return value
        known = ", ".join([*STATES, *STATE_SCHEMES])
        raise ValueError(f"this keeps no state; there are {known}")


def identify(
    request: Request, options: SessionOptions, standin: Callable[[str], str]
) -> str:
    """Return the id of the session that *request* belongs to.

    Args:
        request: As the client sent it.
        options: Where a session may be named.
        standin: Turns a secret into what stands for it in a recording, and leaves
            stand-ins as they are: a client that replays what it got from a
            recording is the same session.
    """
    kind, secret = _credential(request, options)
    if kind == "addr":
        return f"addr:{secret}"
    return _id(kind, secret, standin)


def called(
    name: str, options: SessionOptions, standin: Callable[[str], str] = str
) -> frozenset[str]:
    """Return the ids of sessions that somebody may mean who calls them *name*.

    Args:
        name: What a client says of itself, in whatever way, its address, or an id.
        options: Where a session may be named.
        standin: See `identify`.
    """
    ids = {name, f"addr:{name}"}
    for kind in ("named", options.method.removesuffix("_param"), "auth", "cookie"):
        ids.add(_id(kind, name, standin))
    return frozenset(ids)


def _id(kind: str, secret: str, standin: Callable[[str], str]) -> str:
    # A name given to us is no secret, and as short as people like.
    shown = secret if kind == "named" else _shown(secret, standin)
    digest = hashlib.blake2b(shown.encode("utf-8", "surrogateescape"), digest_size=6)
    return f"{kind}:{digest.hexdigest()}"


def _shown(secret: str, standin: Callable[[str], str]) -> str:
    return "\0".join(map(standin, secret.split("\0"))) if secret else ""


def _credential(request: Request, options: SessionOptions) -> tuple[str, str]:
    """Return what kind of thing names the session, and its secret value."""
    headers = {name.lower(): value for name, value in reversed(request.headers)}
    named = headers.get(b"x-mockforge-session")
    if named:
        return "named", named.decode("latin-1")
    configured = _configured(request, options, headers)
    if configured:
        return options.method.removesuffix("_param"), configured
    authorization = headers.get(b"authorization")
    if authorization:
        return "auth", _signer(authorization.decode("latin-1"))
    keys = headers.keys() & _KEY_HEADERS
    if keys:
        return "auth", headers[min(keys)].decode("latin-1")
    key = _KEY_QUERY.search(request.target) if "?" in request.target else None
    if key:
        return "auth", unquote(key[1])
    if b"cookie" in headers:
        cookie = _session_cookie(request)
        if cookie:
            return "cookie", cookie
    return "addr", request.client


def _configured(
    request: Request, options: SessionOptions, headers: dict[bytes, bytes]
) -> str | None:
    if options.method == "cookie":
        if b"cookie" not in headers:
            return None
        wanted = options.cookie_name
        return next((v for n, v in _cookies(request) if n == wanted), None)
    if options.method == "header":
        value = headers.get(options.header_name.lower().encode("latin-1"))
        return value.decode("latin-1") if value else None
    if f"{options.query_param}=" not in request.target:
        return None
    wanted = options.query_param
    return next((value for name, value in request.query if name == wanted), None)


def _signer(authorization: str) -> str:
    """Return who an Authorization value speaks for, never how it was signed."""
    scheme, _, rest = authorization.strip().partition(" ")
    if scheme.lower() in _PLAIN_SCHEMES:
        return _subject(rest.strip()) if rest else scheme
    found = _SIGNER.search(rest)
    if found is None:
        return rest.strip() or scheme
    who = found[1] if found[1] is not None else found[2]
    # AKID/20260101/eu-west-1/s3/aws4_request: the rest changes with day and service.
    return who.partition("/")[0] if scheme.lower().startswith("aws4-") else who


def _subject(token: str) -> str:
    """Return issuer and subject of a JWT that names them, else the token itself."""
    if not token.startswith("eyJ"):
        return token
    parts = token.split(".")
    if len(parts) != 3:
        return token
    try:
        padded = parts[1] + "=" * (-len(parts[1]) % 4)
        claims = json.loads(base64.urlsafe_b64decode(padded))
    except (ValueError, binascii.Error, RecursionError):
        return token
    if not isinstance(claims, dict) or not isinstance(claims.get("sub"), str):
        return token
    issuer, subject = claims.get("iss"), claims["sub"]
    if len(subject) < TELLING:
        return token
    return f"{issuer}\0{subject}" if isinstance(issuer, str) else str(subject)


def _session_cookie(request: Request) -> str | None:
    """Return the cookie that looks most like a session's, whatever their order."""
    likely = [
        ("sess" not in name.lower(), name, value)
        for name, value in _cookies(request)
        if value and _SESSION_COOKIE.search(name) and not _GUARD_COOKIE.search(name)
    ]
    return min(likely)[2] if likely else None


def _cookies(request: Request) -> Iterator[tuple[str, str]]:
    # HTTP/2 may split Cookie into several fields (RFC 9113, 8.2.3).
    for field, line in request.headers:
        if field.lower() == b"cookie":
            for part in line.decode("latin-1").split(";"):
                name, _, value = part.strip().partition("=")
                yield name, value.strip('"')
