"""Credentials as Authorization carries them: which part is secret."""

from __future__ import annotations

import re
from collections.abc import Callable

Change = Callable[[bytes], bytes]

_SCHEME = re.compile(rb"([A-Za-z][A-Za-z0-9_-]*)(\s+)(?=\S)")
_PARAMETER = re.compile(rb"([A-Za-z][A-Za-z0-9_.-]*)(\s*=\s*)(\"([^\"]*)\"|[^\s,;\"]+)")
_IS_LIST = re.compile(rb"[A-Za-z][A-Za-z0-9_.-]*\s*=\s*(?:\"|[^\s=,;]+\s*(?:[,;]|$))")
# What a parameter says about the credentials, not what they are. All others are
# taken for secret: a scheme nobody here has heard of keeps nothing else.
_OPEN = frozenset(
    b"realm qop uri algorithm nc opaque domain stale username userhash signedheaders"
    b" headers keyid created expires version ts ext app dlg alg v t oauth_version"
    b" oauth_timestamp oauth_signature_method oauth_nonce oauth_callback scope error"
    b" nonce cnonce email client device deviceid timestamp".split()
)
_SCOPED = re.compile(rb"([^/\s]+)((?:/[^/\s,]+){3,})")


def swap_credentials(value: bytes, swap: Change) -> bytes:
    """Return the value of an Authorization field with its secrets swapped.

    The scheme stays, and so do the parameters that only describe: the realm, the
    signed headers, the key's scope.
    """
    scheme = _SCHEME.match(value)
    if scheme is None:
        return swap(value)
    rest = value[scheme.end() :]
    if not _IS_LIST.match(rest):
        # Whole, so that Basic is seen as the user and password that it is.
        return swap(value)
    return value[: scheme.end()] + swap_parameters(rest, swap)


def swap_parameters(value: bytes, swap: Change) -> bytes:
    """Return a list of `name="value"` with the secret ones swapped."""

    def parameter(found: re.Match[bytes]) -> bytes:
        name, inner = found[1].lower(), found[4] if found[4] is not None else found[3]
        if name in _OPEN or not inner:
            return found[0]
        scoped = _SCOPED.fullmatch(inner) if name == b"credential" else None
        new = swap(scoped[1]) + scoped[2] if scoped else swap(inner)
        return found[1] + found[2] + (b'"%b"' % new if found[4] is not None else new)

    return _PARAMETER.sub(parameter, value)
