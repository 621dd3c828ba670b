"""Made-up answers, held to the types and names that real ones had."""

from __future__ import annotations

import json
from random import Random  # noqa: TID251 - the type alone

from mockforge.bodies.document import read
from mockforge.bodies.messages import with_body
from mockforge.http import Response
from mockforge.learning.fields import Fields, mended


def held(
    response: Response, fields: Fields, key: str, *, rng: Random, now: float
) -> Response:
    """Return *response* with a body such as the endpoint called *key* gave.

    Args:
        response: An answer that was put together.
        fields: What was learned of bodies.
        key: Of the endpoint.
        rng: What is lacking is drawn with.
        now: Seconds since 1970, of times that are lacking.
    """
    side = fields.told(key, response.status)
    body = None if side is None else side.body
    if body is None or body.kind != "json":
        return response
    document = read(response.headers, response.body)
    if document.kind != "json":
        return response
    made = mended(body.node, document.value, rng, now=now)
    # As text: 1 and 1.0 and true are not the same here.
    if json.dumps(made) == json.dumps(document.value):
        return response
    return with_body(response, made)
