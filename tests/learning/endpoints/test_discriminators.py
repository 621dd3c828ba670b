import pytest

from tests.learning.endpoints.asking import asked, keys, learned


def posted(body, *headers, target="/"):
    return asked(f"POST {target}", body, headers)


def test_a_header_that_names_the_operation_tells_requests_apart():
    def call(name, body):
        return posted(body, (b"X-Shop-Target", f"Shop_1.{name}".encode()))

    settled = learned(
        call("Put", {"Item": 1}), call("Put", {"Item": 2}), call("List", {"Limit": 5})
    )

    assert [(known.key, known.count) for known in settled.every] == [
        ("POST / [header.x-shop-target=Shop_1.List]", 1),
        ("POST / [header.x-shop-target=Shop_1.Put]", 2),
    ]
    unknown = settled.located(call("Drop", {}))
    assert unknown is not None
    assert settled.get(unknown.key) is None


def test_two_services_at_one_url_have_a_place_each():
    form = ((b"Content-Type", b"application/x-www-form-urlencoded"),)

    assert keys(
        posted({"Item": 1}, (b"X-Shop-Target", b"Shop.Put")),
        posted(b"Action=ListUsers&Max=2", *form),
        posted(b"Action=CreateUser&Name=eva", *form),
        posted(b"plain"),
    ) == [
        "POST /",
        "POST / [body.Action=CreateUser]",
        "POST / [body.Action=ListUsers]",
        "POST / [header.x-shop-target=Shop.Put]",
    ]


def test_methods_of_json_rpc_are_told_apart():
    def call(method, **params):
        return posted({"jsonrpc": "2.0", "id": 1, "method": method, "params": params})

    assert keys(
        call("sum", a=1, b=2), call("sum", a=2, b=3), call("echo", text="x")
    ) == [
        "POST / [body.method=echo]",
        "POST / [body.method=sum]",
    ]


def test_operations_of_graphql_are_told_apart():
    def call(query, **more):
        return posted({"query": query, **more}, target="/graphql")

    assert keys(
        call("query Me { me { id } }"),
        call("{ news { id } }"),
        call("query A { a } mutation B { b }", operationName="B"),
        asked("GET /graphql?query=%7Bme%7Bid%7D%7D"),
    ) == [
        "GET /graphql [graphql=query {me}]",
        "POST /graphql [graphql=mutation B]",
        "POST /graphql [graphql=query Me]",
        "POST /graphql [graphql=query {news}]",
    ]


def test_flags_of_a_query_tell_requests_apart():
    settled = learned(
        *("200 GET /b?acl", "200 GET /b?uploads", "200 GET /b"),
        told={
            "200 GET /b?acl": {"owner": 1, "grants": 2},
            "200 GET /b?uploads": {"uploads": []},
        },
    )

    assert [known.key for known in settled.every] == [
        "GET /b",
        "GET /b [query=acl]",
        "GET /b [query=uploads]",
    ]


@pytest.mark.parametrize("field", ["type", "status", "name", "kind", "plan"])
def test_a_field_of_a_resource_is_no_operation(field):
    some = [posted({field: value, "total": 1}, target="/orders") for value in "aabbbb"]
    more = [posted({field: "c", "total": 1, "note": ""}, target="/orders")]

    assert keys(*some, *more) == ["POST /orders"]


def test_statuses_are_those_of_the_operation():
    settled = learned(
        posted({"op": "put", "item": 1}),
        posted({"op": "drop", "force": True, "all": 1}),
    )

    assert [dict(known.statuses) for known in settled.every] == [{200: 1}, {200: 1}]
