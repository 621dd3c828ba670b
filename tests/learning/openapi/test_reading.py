"""What a document says is found by the key of an endpoint."""

import pytest

from mockforge.learning.fields.checking import is_valid
from mockforge.learning.openapi.reading import OpenApi, chosen
from mockforge.learning.openapi.references import Invalid
from tests.learning.openapi.shops import shop


def test_endpoints_have_the_base_path_of_their_server():
    api = OpenApi(shop())

    assert api.title == "Shop"
    assert list(map(str, api.endpoints)) == [
        "GET /v1/orders",
        "POST /v1/orders",
        "GET /v1/orders/{id}",
    ]


@pytest.mark.parametrize(
    ("servers", "bases"),
    [
        ([], [""]),
        ([{"url": "/"}], [""]),
        ([{"url": "v2"}], ["/v2"]),
        ([{"url": "https://x.example/a"}, {"url": "https://y.example/a/"}], ["/a"]),
        ([{"url": "https://x.example"}, {"url": "//y.example/b"}], ["", "/b"]),
        (
            [
                {
                    "url": "{scheme}://{host}/{base}",
                    "variables": {
                        "scheme": {"default": "https"},
                        "base": {"default": "v1", "enum": ["v1", "v2"]},
                    },
                }
            ],
            ["/v1", "/v2"],
        ),
        ([{"url": "https://x.example/{tenant}"}], ["/{tenant}"]),
        (["no server"], [""]),
    ],
)
def test_servers_give_base_paths(servers, bases):
    api = OpenApi(shop(servers=servers))

    assert [
        endpoint.template.removesuffix("/orders")
        for endpoint in api.endpoints
        if endpoint.method == "POST"
    ] == bases


def test_schemas_stand_for_themselves():
    api = OpenApi(shop())

    schema = api.schema("POST /v1/orders", 201)
    assert schema is not None
    assert is_valid(schema, {"id": 1, "name": "tea", "parts": []})
    assert not is_valid(schema, {"id": 1, "name": "tea", "parts": [{}]})
    assert not is_valid(schema, {"name": "tea"})


def test_what_only_the_server_sets_need_not_be_asked():
    api = OpenApi(shop())

    schema = api.request_schema("POST /v1/orders [body.kind=x]")
    assert schema is not None
    assert is_valid(schema, {"name": "tea", "parts": [{"name": "pot"}]})
    assert not is_valid(schema, {"parts": []})


def test_answers_are_found_by_status_then_by_class_then_by_default():
    api = OpenApi(shop())
    told = {
        status: (api.response("POST /v1/orders", status) or {}).get("description")
        for status in (201, 404, 500)
    }

    assert told == {201: "made", 404: "refused", 500: "else"}
    assert api.statuses("POST /v1/orders") == (201,)
    assert api.response("GET /v1/orders", 404) is None
    assert api.media("POST /v1/orders", 404) == ("application/problem+json",)
    assert api.schema("POST /v1/orders", 404) == {}
    assert api.schema("GET /v1/orders/{id}", 200) is None
    assert api.schema("GET /nowhere", 200) is None
    assert api.example("POST /v1/orders", 201) == {"id": 7, "name": "tea"}


def test_parameters_of_the_path_are_those_of_its_operations():
    api = OpenApi(shop())

    (page,) = api.parameters("GET /v1/orders")
    assert page["name"] == "page"
    assert [one["name"] for one in api.parameters("GET /v1/orders/{id}")] == ["id"]


@pytest.mark.parametrize(
    ("media", "name"),
    [
        (None, "application/json; charset=utf-8"),
        ("application/json", "application/json; charset=utf-8"),
        ("text/csv", "text/*"),
        ("image/png", None),
    ],
)
def test_a_body_is_described_under_its_media_type(media, name):
    content: dict[str, object] = {"text/*": {}, "application/json; charset=utf-8": {}}

    assert chosen(content, media) == name


@pytest.mark.parametrize(
    ("document", "what", "steps"),
    [
        ([], "the top of", ()),
        ({"swagger": "2.0"}, "Swagger 2.0", ("swagger",)),
        ({"openapy": "3.1.0"}, "there is no 'openapi'", ()),
        (shop(openapi="4.0.0"), "'4.0.0' is not read", ("openapi",)),
        (shop(paths={}), "no paths", ()),
        (shop(paths={"orders": {}}), "with a slash", ("paths", "orders")),
        (shop(paths={"/a": 5}), "holds no operations", ("paths", "/a")),
        (shop(paths={"/a": {"gett": {}}}), "no method", ("paths", "/a", "gett")),
        (shop(paths={"/a": {"get": 5}}), "is no operation", ("paths", "/a", "get")),
        (shop(components={}), "which is not there", None),
        (
            shop(paths={"/a": {"$ref": "other.yaml#/a"}}),
            "outside of the document",
            ("paths", "/a"),
        ),
        (
            shop(
                paths={"/a": {"$ref": "#/x/b"}},
                x={"b": {"$ref": "#/x/c"}, "c": {"$ref": "#/x/b"}},
            ),
            "in a circle",
            (),
        ),
    ],
)
def test_what_cannot_be_is_refused_with_its_place(document, what, steps):
    with pytest.raises(Invalid) as problem:
        OpenApi(document)

    assert what in problem.value.what
    assert steps is None or problem.value.steps == steps


def test_the_nearest_right_thing_is_named():
    with pytest.raises(Invalid) as problem:
        OpenApi(shop(paths={"/a": {"gett": {}}}))
    assert "'get'" in problem.value.nearest

    broken = shop()
    broken["paths"]["/orders"]["parameters"][0]["$ref"] = "#/components/parameters/pag"
    with pytest.raises(Invalid) as problem:
        OpenApi(broken)
    assert "'#/components/parameters/page'" in problem.value.nearest
