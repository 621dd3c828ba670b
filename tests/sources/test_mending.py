"""Answers that were put together are held to what real ones looked like."""

import pytest

from mockforge.chance import rng
from mockforge.http import Response
from mockforge.learning.fields import learn_fields
from mockforge.learning.sample import Sample
from mockforge.sources.mending import held
from tests.worlds import JSON, exchange

KEY = "GET /orders"
SEEN = [
    exchange("GET", "https://api.example/orders", answer=b'{"page": 1, "limit": 20}'),
    exchange("GET", "https://api.example/orders", answer=b'{"page": 2, "limit": 20}'),
]
FIELDS = learn_fields([Sample.of(one, KEY, {}) for one in SEEN])


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (b'{"page": "7", "limit": null}', b'{"page": 7, "limit": 20}'),
        (b'{"page": 7, "limit": 20}', b'{"page": 7, "limit": 20}'),
        (b'{"page":7,"limit":20,"more":[]}', b'{"page":7,"limit":20,"more":[]}'),
        (b"no json", b"no json"),
    ],
)
def test_a_body_has_the_types_that_were_seen(body, expected):
    response = Response(200, (JSON,), body)

    made = held(response, FIELDS, KEY, rng=rng(1), now=1.7e9)

    assert made.body == expected


@pytest.mark.parametrize(("key", "status"), [("GET /else", 200), (KEY, 404)])
def test_what_was_never_seen_is_left_alone(key, status):
    response = Response(status, (JSON,), b'{"page": "7"}')

    assert held(response, FIELDS, key, rng=rng(1), now=0.0) is response
