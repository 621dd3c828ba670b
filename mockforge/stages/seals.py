"""Which messages say in their head what their body is, so that it must not change."""

from __future__ import annotations

import hashlib
import re

from mockforge.http import Request, Response

# Fields that hold a digest of the body: RFC 1864, RFC 3230, RFC 9530, and vendors'.
_DIGESTS = frozenset(
    {
        *(b"content-md5", b"digest", b"content-digest", b"repr-digest"),
        *(b"docker-content-digest", b"x-goog-hash", b"x-ms-content-crc64"),
        *(b"x-content-sha256", b"x-body-sha256", b"x-ms-content-sha256"),
    }
)
_CHECKSUM = b"x-amz-checksum-"
# Webhooks and their like: a keyed digest of the body.
_SIGNATURE = re.compile(rb"signature|x-hub-|(?:^|-)hmac(?:-|$)")
_MD5 = re.compile(rb"[0-9a-f]{32}")
_UNSIGNED = re.compile(rb"UNSIGNED-PAYLOAD", re.IGNORECASE)
_HOST_SIGNED = re.compile(
    r'SignedHeaders="?[^",\s]*\bhost\b|headers="[^"]*\b(?:host|\(request-target\))',
    re.IGNORECASE,
)


def seal_request(request: Request) -> str | None:
    """Return the field that says what the body of *request* is, or None.

    A signature that covers the host does not count: it is void as soon as the
    request is addressed to another host, whatever is done to the body.
    """
    for name, value in request.headers:
        lower = name.lower()
        if _is_digest(lower) or (
            lower == b"x-amz-content-sha256" and not _UNSIGNED.search(value)
        ):
            return lower.decode("latin-1")
        if lower == b"authorization":
            scheme = value[:12].lower()
            signs = scheme.startswith((b"signature", b"digest", b"hmac", b"aws4"))
            if signs and not _HOST_SIGNED.search(value.decode("latin-1")):
                return "authorization"
        elif _SIGNATURE.search(lower):
            return lower.decode("latin-1")
    return None


def seal_response(response: Response) -> str | None:
    """Return the field that says what the body of *response* is, or None."""
    if response.status == 206:
        return "content-range"
    for name, value in response.headers:
        lower = name.lower()
        if _is_digest(lower) or lower in (b"content-range", b"signature"):
            return lower.decode("latin-1")
        if lower == b"etag" and _is_md5_of(value, response.body):
            return "etag"
    return None


def _is_digest(name: bytes) -> bool:
    return name in _DIGESTS or name.startswith(_CHECKSUM)


def _is_md5_of(etag: bytes, body: bytes) -> bool:
    # S3 and its like; boto3 and others compare it with what they read.
    value = etag.strip().strip(b'"').lower()
    if not _MD5.fullmatch(value):
        return False
    # Before the body is there, what looks like its digest is taken for it.
    digest = hashlib.md5(body, usedforsecurity=False).hexdigest().encode()
    return not body or digest == value
