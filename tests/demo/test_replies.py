import pytest

from mockforge.clock import VirtualClock
from mockforge.demo.accounts import Refused
from mockforge.demo.replies import Call, answer, refusal
from mockforge.demo.shop import Shop
from mockforge.http import Request


def call(method="POST", target="/x", body=b"{}", kind="application/json"):
    headers = ((b"content-type", kind.encode()),)
    request = Request(method, "http", "shop.test", target, headers, body)
    return Call(Shop(1, VirtualClock()), request, {})


@pytest.mark.parametrize(
    "kind", ["application/json", "Application/JSON; charset=utf-8"]
)
def test_a_json_body_is_read(kind):
    assert call(body=b'{"a": [1]}', kind=kind).body() == {"a": [1]}


@pytest.mark.parametrize(
    ("body", "kind", "status"),
    [
        (b"{}", "text/plain", 415),
        (b"{}", "", 415),
        (b"{", "application/json", 400),
        (b"\xff", "application/json", 400),
        (b"", "application/json", 400),
        (b"[]", "application/json", 422),
        (b"null", "application/json", 422),
    ],
)
def test_another_body_is_refused(body, kind, status):
    with pytest.raises(Refused) as refused:
        call(body=body, kind=kind).body()

    assert refused.value.status == status


@pytest.mark.parametrize(("query", "expected"), [("", 5), ("?n=7", 7), ("?n=1&n=2", 2)])
def test_a_number_in_the_query_has_a_default(query, expected):
    assert call(target="/x" + query).number("n", 5, most=9) == expected


@pytest.mark.parametrize("text", ["0", "10", "-1", "x", "", "1.0", "9" * 99, "%C2%B2"])
def test_another_number_is_refused(text):
    with pytest.raises(Refused) as refused:
        call(target=f"/x?n={text}").number("n", 5, most=9)

    assert (refused.value.status, list(refused.value.fields)) == (422, ["n"])


def test_a_location_is_an_absolute_address():
    response = answer({}, 201, location=call().request, at="/x/1")

    assert response.header("location") == "http://shop.test/x/1"


@pytest.mark.parametrize(
    ("refused", "name", "value"),
    [
        (Refused(401, "missing_token", ""), "www-authenticate", 'Bearer realm="shop"'),
        (
            Refused(401, "token_expired", ""),
            "www-authenticate",
            'Bearer realm="shop", error="invalid_token"',
        ),
        (Refused(405, "method_not_allowed", "use GET, POST"), "allow", "GET, POST"),
        (Refused(503, "overloaded", ""), "retry-after", "1"),
        (Refused(404, "not_found", ""), "retry-after", None),
    ],
)
def test_a_refusal_says_in_its_header_what_to_do(refused, name, value):
    assert refusal(refused).header(name) == value
