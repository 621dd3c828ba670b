"""Values too short to be known anywhere, echoed under the name they were sent by."""

from __future__ import annotations

import json
from collections.abc import Sequence

from mockforge.bodies.document import Path, Scalar, leaves, text_of
from mockforge.bodies.messages import told_of, with_told
from mockforge.http import Response


def echoed(response: Response, echoes: Sequence[tuple[Path, str, str]]) -> Response:
    """Return *response* with values replaced that stand under the name they came by.

    Args:
        response: As it was recorded.
        echoes: Where each was sent, its recorded value and the live one.
    """
    if not echoes:
        return response
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
