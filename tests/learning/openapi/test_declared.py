"""A document says what bodies hold where nothing was seen, and over what was."""

from mockforge.chance import rng
from mockforge.exchange import Exchange
from mockforge.http import Request, Response
from mockforge.learning.fields import generate, learn_fields
from mockforge.learning.fields.checking import is_valid
from mockforge.learning.fields.model import Fields
from mockforge.learning.openapi.declared import declared_fields, over
from mockforge.learning.openapi.reading import OpenApi
from mockforge.learning.sample import Sample
from tests.learning.openapi.shops import shop

JSON = ((b"Content-Type", b"application/json"),)


def test_a_document_alone_is_enough_to_answer_from():
    api = OpenApi(shop())

    fields = declared_fields(api)

    side = fields.told("POST /v1/orders", 201)
    assert side is not None
    assert side.count == 0
    assert side.body is not None
    assert side.body.example == {"id": 7, "name": "tea"}
    for seed in range(5):
        made = generate(side.body, rng(seed), known={("name",): "pot"})
        assert is_valid(side.body.schema, made)
        assert made["name"] == "pot"
    assert fields.at("GET /v1/orders/{id}", None, ("params", "id")) is not None
    assert fields.at("GET /v1/orders", None, ("query", "page")) is not None
    assert fields.told("GET /v1/orders/{id}", 200) is not None


def test_what_was_seen_keeps_its_values_and_gets_the_schema():
    request = Request("POST", "https", "api.example", "/v1/orders", JSON, b'{"x":1}')
    response = Response(201, JSON, b'{"id":"seven","name":"Ada"}')
    key = "POST /v1/orders"
    seen = learn_fields([Sample.of(Exchange(request, response), key, {})])

    fields = over(OpenApi(shop()), seen)

    side = fields.told(key, 201)
    assert side is not None
    assert side.count == 1
    assert side.body is not None
    made = generate(side.body, rng(1))
    assert made["name"] == "Ada"
    assert isinstance(made["id"], int)
    before = seen.told(key, 201)
    assert before is not None
    assert before.body is not None
    assert before.body.declared is None


def test_what_is_declared_survives_json():
    fields = declared_fields(OpenApi(shop()))

    assert Fields.from_json(fields.to_json()).to_json() == fields.to_json()
