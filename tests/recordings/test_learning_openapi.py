"""What is learned beside an OpenAPI document: the document wins."""

import json

from mockforge.chance import rng
from mockforge.learning.fields import generate
from mockforge.learning.options import LearningOptions
from mockforge.recordings.learning import learned_of
from tests.learning.openapi.shops import shop
from tests.worlds import exchange, recording


async def test_paths_and_bodies_are_those_of_the_document(tmp_path):
    path = tmp_path / "api.json"
    path.write_text(json.dumps(shop()))
    found = recording(
        exchange("GET", "https://api.example/v1/orders/mine", answer=b'{"id":1}'),
        exchange(
            *("POST", "https://api.example/v1/orders", b'{"name":"Ada"}'),
            answer=b'{"id":"x","name":"Ada"}',
            status=201,
        ),
    )

    learned = await learned_of(found, LearningOptions(openapi=str(path)))

    assert {one.key for one in learned.endpoints.every} == {
        "GET /v1/orders",
        "GET /v1/orders/{id}",
        "POST /v1/orders",
    }
    side = learned.fields.told("POST /v1/orders", 201)
    assert side is not None
    assert side.body is not None
    made = generate(side.body, rng(1))
    assert isinstance(made["id"], int)
    assert made["name"] == "Ada"
    assert learned.fields.told("GET /v1/orders", 200) is not None
