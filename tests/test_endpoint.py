import pytest
from hypothesis import given
from hypothesis import strategies as st

from mockforge.endpoint import Endpoint, endpoint_of
from mockforge.http import Request


@pytest.mark.parametrize(
    ("text", "method", "template"),
    [
        ("GET /orders/{id}", "GET", "/orders/{id}"),
        ("  delete   /orders/:id ", "DELETE", "/orders/:id"),
        ("/orders/*", None, "/orders/*"),
        ("M-SEARCH /", "M-SEARCH", "/"),
    ],
)
def test_an_endpoint_is_read_from_its_text(text, method, template):
    endpoint = Endpoint.parse(text)

    assert endpoint == Endpoint(method, template)
    assert Endpoint.parse(str(endpoint)) == endpoint


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("", "write 'GET /orders/{id}'"),
        ("orders", "write 'GET /orders/{id}'"),
        ("GET orders", "write 'GET /orders/{id}'"),
        ("GET POST /orders", "write 'GET /orders/{id}'"),
        ("G=T /orders", "'G=T' is not a method"),
        ("/orders?page=2", "an endpoint is a path: '/orders'"),
        ("/files/{name", "'{name'"),
        ("/files/{}", "'{}'"),
        ("/files/{a}{b}", "'{a}{b}'"),
        ("/a/{id}/b/{id}", "'id' twice"),
    ],
)
def test_what_would_never_match_is_refused_with_the_right_way(text, hint):
    with pytest.raises(ValueError) as refusal:  # noqa: PT011 - told by its text
        Endpoint.parse(text)

    assert hint in str(refusal.value)


@pytest.mark.parametrize(
    ("template", "path", "found"),
    [
        ("/orders", "/orders", {}),
        ("/orders", "/orders/", None),
        ("/orders/{id}", "/orders/7", {"id": "7"}),
        ("/orders/{id}", "/orders/", None),
        ("/orders/{id}", "/orders/7/items", None),
        ("/orders/:id/items/{n}", "/orders/7/items/2", {"id": "7", "n": "2"}),
        ("/users/{user-id}", "/users/7", {"user-id": "7"}),
        ("/users/{0}", "/users/7", {"0": "7"}),
        ("/files/{name}.json", "/files/a.b.json", {"name": "a.b"}),
        ("/files/{name}.json", "/files/.json", None),
        ("/jobs/{id}:cancel", "/jobs/7:cancel", {"id": "7"}),
        ("/compare/{a}...{b}", "/compare/x...y", {"a": "x", "b": "y"}),
        ("/{path**}", "/a/b", {"path": "a/b"}),
        ("/{path**}", "/", None),
        ("/v2/{name**}/tags", "/v2/a/b/tags", {"name": "a/b"}),
        ("/v2/{name**}/tags", "/v2/tags", None),
        ("/api/users/*", "/api/users123", None),
        ("/api/users/*", "/api/users/123", {}),
        ("/api/users/*", "/api/users/", None),
        ("/files/*.json", "/files/a.json", {}),
        ("/files/*.json", "/files/a.jsonl", None),
        ("/files/a.json", "/files/aXjson", None),
        ("/static/**", "/static", {}),
        ("/static/**", "/static/a/b", {}),
        ("/static/**", "/statics", None),
        ("/**/last", "/a/b/last", {}),
        ("/a%2Fb", "/a%2Fb", {}),
    ],
)
def test_a_template_matches_by_whole_segments(template, path, found):
    assert Endpoint(None, template).match("GET", path) == found


def test_a_method_matches_itself_alone_and_none_matches_all():
    assert Endpoint("GET", "/a").match("POST", "/a") is None
    assert Endpoint("GET", "/a").match("GET", "/a") == {}
    assert Endpoint(None, "/a").match("POST", "/a") == {}


@given(st.text(min_size=1).filter(lambda text: "/" not in text))
def test_a_parameter_is_the_segment_it_stands_for(segment):
    assert Endpoint.parse("/a/{x}").match("GET", f"/a/{segment}") == {"x": segment}


def test_a_request_has_its_path_as_endpoint():
    request = Request("GET", "http", "a", "/orders/7?x=1")

    assert str(endpoint_of(request)) == "GET /orders/7"
