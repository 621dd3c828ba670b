"""What an answer gives that its client is known by from then on: cookies and tokens."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from mockforge.bodies.document import leaves, read
from mockforge.http import Request, Response

MOST_LEAVES = 200
"""Values of a body that are looked at."""

LONGEST = 4096
"""Characters of a token."""

_TOKENS = ("token", "session", "auth", "jwt", "apikey", "api_key", "accesskey")
_CARRYING = (b"authorization", b"cookie")


def next_asked(asked: Request, response: Response) -> Iterator[tuple[Request, bool]]:
    """Yield what the client of *asked* may send after *response*.

    Args:
        asked: What is answered.
        response: The answer.

    Yields:
        A request, and whether it is sure to be of the client: a cookie is sent again
        unasked, a token perhaps.
    """
    if response.status >= 400:
        return
    for token in dict.fromkeys(_tokens(response)):
        yield _with(asked, (b"Authorization", b"Bearer " + token), _CARRYING), False
    cookies = _cookies(asked, response)
    if cookies is not None:
        # It may have come with a password that is not sent again.
        yield _with(asked, (b"Cookie", cookies), _CARRYING), False
        yield _with(asked, (b"Cookie", cookies), (b"cookie",)), True


def _with(
    asked: Request, field: tuple[bytes, bytes], instead_of: tuple[bytes, ...]
) -> Request:
    others = (pair for pair in asked.headers if pair[0].lower() not in instead_of)
    return replace(asked, headers=(*others, field), body=b"")


def _cookies(asked: Request, response: Response) -> bytes | None:
    """Return the cookies of the client as they are now; None if none is given."""
    jar: dict[bytes, bytes] = {}
    for field, line in asked.headers:
        if field.lower() == b"cookie":
            pairs = (part.strip().partition(b"=") for part in line.split(b";"))
            jar |= {name: value for name, _, value in pairs if name}
    is_given = False
    for field, line in response.headers:
        if field.lower() == b"set-cookie":
            name, _, value = line.partition(b";")[0].strip().partition(b"=")
            # One that is taken away is given no value.
            is_given = is_given or bool(value)
            jar[name] = value
    held = b"; ".join(b"%b=%b" % pair for pair in jar.items() if pair[1])
    return held if is_given else None


def _tokens(response: Response) -> Iterator[bytes]:
    value = read(response.headers, response.body).value
    if not isinstance(value, dict):
        return
    for path, found in islice(leaves(value), MOST_LEAVES):
        name = str(path[-1]).lower().replace("-", "_")
        is_text = isinstance(found, str) and 0 < len(found) <= LONGEST
        if is_text and any(word in name for word in _TOKENS):
            yield str(found).encode("latin-1", "replace")
