"""Fields of the head without which requests are turned away."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from mockforge.learning.resources.model import Operation
from mockforge.learning.resources.readings import Reading

DENIED = (401, 403)


def with_credentials(
    operations: Mapping[str, Operation], by_key: Mapping[str, Sequence[Reading]]
) -> dict[str, Operation]:
    """Return *operations* with what their requests were never accepted without.

    A field counts if some request of the API was turned away that had it not.
    """
    every = [reading for items in by_key.values() for reading in items]
    denied = [head_of(each) for each in every if each.status in DENIED]
    found = {}
    for key, operation in operations.items():
        heads = [head_of(each) for each in by_key[key] if each.is_ok]
        always = frozenset.intersection(*heads) if heads else frozenset()
        needed = {name for name in always if any(name not in each for each in denied)}
        found[key] = replace(operation, credentials=tuple(sorted(needed & _KNOWN)))
    return found


# Other fields come and go with the client and say nothing of who it is.
_KNOWN = frozenset(
    [
        *("authorization", "cookie", "x-api-key", "api-key", "apikey", "x-token"),
        *("x-auth-token", "x-access-token", "private-token", "x-amz-security-token"),
    ]
)


def head_of(reading: Reading) -> frozenset[str]:
    """Return the names of the fields of a request's head."""
    headers = reading.sample.exchange.request.headers
    return frozenset(name.decode("latin-1").lower() for name, _ in headers)
