"""Ids within a thing are those of the things they name."""

from __future__ import annotations

from typing import Any

import pytest

from mockforge.chance import rng
from mockforge.synthesis import Maker, Wanted

TEXT, WHOLE = {"type": "string"}, {"type": "integer"}
UUID = {"type": "string", "format": "uuid"}


def thing(**members: Any) -> dict[str, Any]:
    return {"type": "object", "required": [*members], "properties": members}


def _made(schema: dict[str, Any], **wanted: Any) -> Any:
    return Maker(schema).made(Wanted(**wanted), rng(3), now=1.7e9)


@pytest.mark.parametrize("key", [TEXT, WHOLE, UUID])
@pytest.mark.parametrize("params", [{}, {"id": "12"}])
def test_what_is_in_a_thing_has_its_id(key, params):
    line = thing(id=key, orderId=key, customerId=key, productId=key)
    lines = {"type": "array", "minItems": 3, "items": line}
    schema = thing(id=key, customerId=key, lines=lines, shipment=thing(order_id=key),
                   customer=thing(id=key, name=TEXT))  # fmt: skip
    made = _made(schema, path="/orders/{id}", params=params)

    assert {one["orderId"] for one in made["lines"]} == {made["id"]}
    assert {one["customerId"] for one in made["lines"]} == {made["customerId"]}
    assert made["shipment"]["order_id"] == made["id"]
    assert made["customer"]["id"] == made["customerId"]
    assert len({one["productId"] for one in made["lines"]}) == len(made["lines"])
    assert len({one["id"] for one in made["lines"]}) == len(made["lines"])


def test_who_says_something_need_not_be_who_it_is_said_to():
    comments = {"type": "array", "minItems": 6, "items": thing(author_id=WHOLE)}
    made = _made(thing(id=WHOLE, author_id=WHOLE, comments=comments), path="/posts/1")

    assert len({one["author_id"] for one in made["comments"]}) > 1
