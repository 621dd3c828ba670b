"""Placing: one part of rebound answers, by itself."""

from types import SimpleNamespace

from mockforge.endpoint import Endpoint
from mockforge.sources.rebound.placing import Placing
from tests.sources.rebound.sides import request


def test_a_path_with_another_name_comes_near():
    known = SimpleNamespace(
        key="GET /app/tags/{tag}",
        endpoint=Endpoint("GET", "/app/tags/{tag}"),
        params={},
    )
    placing = Placing(SimpleNamespace(located=lambda _: None), [known])

    found = placing.place(request("GET", "/web/tags/v1"))

    assert found is not None
    assert found.keys == ("GET /app/tags/{tag}",)
    assert found.params == {"tag": "v1"}
    assert found.is_near
    assert placing.place(request("POST", "/web/tags/v1")) is None
    assert placing.place(request("GET", "/version")) is None
