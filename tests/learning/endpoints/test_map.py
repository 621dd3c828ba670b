import pytest

from mockforge.endpoint import Endpoint
from mockforge.learning.endpoints import EndpointMap, Known
from tests.learning.endpoints.asking import asked, learned

SHOP = [
    *("GET /users/{id}", "GET /users/me", "PATCH /users/{id}", "POST /jobs/{id}:stop"),
    *("GET /files/{path**}", "GET /files/{path**}/history", "GET /files/{id}.json"),
    *("GET /", "/any/{x}", "GET /compare/{base}...{head}"),
]


@pytest.fixture
def shop():
    return EndpointMap.of([Endpoint.parse(line) for line in SHOP])


@pytest.mark.parametrize(
    ("line", "key", "params"),
    [
        ("GET /users/me", "GET /users/me", {}),
        ("GET /users/7?x=1", "GET /users/{id}", {"id": "7"}),
        ("GET /users/a%2Fb", "GET /users/{id}", {"id": "a/b"}),
        ("PATCH /users/me", "PATCH /users/{id}", {"id": "me"}),
        ("POST /jobs/7:stop", "POST /jobs/{id}:stop", {"id": "7"}),
        ("GET /files/a/b.txt", "GET /files/{path**}", {"path": "a/b.txt"}),
        ("GET /files/a/", "GET /files/{path**}", {"path": "a/"}),
        ("GET /files/a/history", "GET /files/{path**}/history", {"path": "a"}),
        ("GET /files/7.json", "GET /files/{id}.json", {"id": "7"}),
        (
            "GET /compare/a...b",
            "GET /compare/{base}...{head}",
            {"base": "a", "head": "b"},
        ),
        ("GET /", "GET /", {}),
        ("DELETE /any/1/", "/any/{x}", {"x": "1"}),
    ],
)
def test_a_request_is_located_at_the_most_special_endpoint(shop, line, key, params):
    found = shop.located(asked(line))

    assert found is not None
    assert (found.key, found.params) == (key, params)


@pytest.mark.parametrize(
    "line", ["GET /users", "PUT /users/7", "GET /jobs/7:go", "GET /x"]
)
def test_a_request_of_no_endpoint_is_located_nowhere(shop, line):
    assert shop.located(asked(line)) is None


def test_what_is_declared_wins_over_what_was_inferred():
    inferred = learned(
        *("200 GET /users/7", "404 GET /users/me", "200 GET /orders/1"),
        asked("POST /rpc", {"method": "a", "x": 1}),
        asked("POST /rpc", {"method": "b", "y": 1}),
    )
    declared = [Endpoint.parse("GET /users/{user}"), Endpoint.parse("POST /rpc")]

    both = EndpointMap.of(declared, inferred)

    assert {known.key: (known.declared, known.count) for known in both.every} == {
        "GET /orders/{id}": (False, 1),
        "GET /users/{user}": (True, 2),
        "POST /rpc": (True, 0),
        "POST /rpc [body.method=a]": (True, 1),
        "POST /rpc [body.method=b]": (True, 1),
    }
    users = both.get("GET /users/{user}")
    assert users is not None
    assert users.statuses == {200: 1, 404: 1}
    assert users.samples["user"] == ("7",)


def test_a_map_comes_back_from_json():
    settled = learned("200 GET /a/1", "200 POST /a", asked("POST /b", {"method": "x"}))

    again = EndpointMap.from_json(settled.to_json())

    assert again.every == settled.every


def test_a_map_of_another_version_is_refused():
    with pytest.raises(ValueError, match="version 99"):
        EndpointMap.from_json({"version": 99, "endpoints": []})


def test_a_host_that_is_not_known_is_looked_for_among_all():
    known = Known(Endpoint("GET", "/a"), host="a.example")

    found = EndpointMap([known]).located(asked("GET /a", host="127.0.0.1:8080"))

    assert found is not None
    assert found.key == "GET /a [host=a.example]"
