"""Values that an answer echoes under the name they were sent by."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from mockforge.http import Headers, Response
from mockforge.sources.correlated.names import is_telling

if TYPE_CHECKING:
    from mockforge.bodies.document import Path, Scalar

# Header fields by which a client knows an answer for that to its own request.
_OWN = re.compile(
    rb"(?:request|correlation|trace|transaction|conversation|message|operation"
    rb"|invocation|interaction|idempotency|nonce)(?:[_-]?(?:id|key|token|parent))?\Z"
    rb"|traceparent\Z",
    re.IGNORECASE,
)

Heard = tuple[tuple[str, str], ...]
"""Header fields of a request whose values its answer echoes, and the values."""


def may_echo(response: Response) -> bool:
    """Return whether *response* may hold what its client calls its request by."""
    return any(_OWN.search(name) for name, _ in response.headers)


def echoes(asked: Headers, response: Response) -> Heard:
    """Return which header fields of a request are echoed in those of *response*."""
    told = {value.strip() for name, value in response.headers if _OWN.search(name)}
    return tuple(
        (name.decode("latin-1"), text)
        for name, value in asked
        if _OWN.search(name)
        and value.strip() in told
        and is_telling(text := value.strip().decode("latin-1"))
    )


def echoed(response: Response, echoes: Sequence[tuple[Path, str, str]]) -> Response:
    """Return *response* with values replaced that stand under the name they came by.

    Args:
        response: As it was recorded.
        echoes: Where each was sent, its recorded value and the live one.
    """
    if not echoes:
        return response
    # Imported here: few answers need it, and a start need not wait for it.
    from mockforge.bodies.document import leaves, text_of
    from mockforge.bodies.messages import told_of, with_told

    new = {(_name(path), old): live for path, old, live in echoes}
    changes: dict[Path, Scalar] = {}
    told = told_of(response)
    for path, value in leaves({"header": told["header"], "body": told["body"]}):
        if value is None or isinstance(value, bool):
            continue
        live = new.get((_name(path), text_of(value)))
        if live is not None:
            changes[path] = live if isinstance(value, str) else _number(live, value)
    return with_told(response, changes) if changes else response


def _name(path: Path) -> str:
    last = next((step for step in reversed(path) if isinstance(step, str)), "")
    return last.lower().replace("-", "").replace("_", "")


def _number(text: str, old: float) -> Scalar:
    try:
        found = json.loads(text)
    except ValueError:
        return old
    return found if isinstance(found, int | float) else old
