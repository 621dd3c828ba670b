import pytest

from mockforge.endpoint import Endpoint
from mockforge.learning.endpoints.known import Known


@pytest.mark.parametrize(
    ("known", "key"),
    [
        (Known(Endpoint("GET", "/a/{id}")), "GET /a/{id}"),
        (
            Known(Endpoint("POST", "/"), (("header", "x-target"), "Put")),
            "POST / [header.x-target=Put]",
        ),
        (
            Known(Endpoint("GET", "/"), (("query",), "acl"), host="a.example"),
            "GET / [host=a.example query=acl]",
        ),
    ],
)
def test_an_endpoint_has_a_key_for_people(known, key):
    assert known.key == key


def test_an_endpoint_comes_back_from_json():
    known = Known(
        Endpoint("GET", "/a/{id}"),
        (("body", "method"), "sum"),
        3,
        {200: 2, 0: 1},
        {"id": ("1", "2")},
        "a.example",
        True,
    )

    assert Known.from_json(known.to_json()) == known
