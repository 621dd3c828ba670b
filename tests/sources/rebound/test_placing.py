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


def known(key, method, template):
    return SimpleNamespace(key=key, endpoint=Endpoint(method, template), params={})


def test_a_path_that_differs_in_one_word_is_no_name_of_any_length():
    every = known("PUT /{name**}", "PUT", "/{name**}")
    flag = known("PUT /-/box/{box}/flags/red", "PUT", "/-/box/{box}/flags/red")
    located = SimpleNamespace(**{**vars(every), "params": {"name": "x"}})
    placing = Placing(SimpleNamespace(located=lambda _: located), [every, flag])

    found = placing.place(request("PUT", "/-/box/a%2fb/flags/blue"))
    others = [
        placing.place(request("PUT", target))
        for target in ("/-/box/a/flags", "/x/box/a/flags/blue", "/a/b/c/d/e")
    ]

    assert found is not None
    assert found.keys == (flag.key,)
    assert found.params == {"box": "a/b"}
    assert [each and each.keys for each in others] == [(every.key,)] * 3
