import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mockforge.http import Request
from mockforge.learning.endpoints import places

JSON = (b"Content-Type", b"application/json")
FORM = (b"Content-Type", b"application/x-www-form-urlencoded")
SOAP = b'<?xml version="1.0"?><s:Envelope><s:Body><m:GetPrice/></s:Body></s:Envelope>'


def request(body=b"", target="/", *headers):
    return Request("POST", "https", "a.example", target, headers, body)


SOAPACTION = (b"SOAPAction", b'"urn:Go"')
TARGET = (b"X-Shop-Target", b"Shop.Put")
XMLRPC = b"<methodCall><methodName>a.b</methodName></methodCall>"


@pytest.mark.parametrize(
    ("asked", "place", "value"),
    [
        (request(b"", "/", TARGET), "header.x-shop-target", "Shop.Put"),
        (request(b"", "/", SOAPACTION), "header.soapaction", "urn:Go"),
        (request(b"", "/?action=list"), "query.action", "list"),
        (request(b"", "/b?uploads"), "query", "uploads"),
        (request(b'{"method": "sum", "id": 1}', "/", JSON), "body.method", "sum"),
        (request(b'[{"method": "sum"}]', "/", JSON), "body.method", "sum"),
        (request(b"Action=Put&N=1", "/", FORM), "body.Action", "Put"),
        (request(b'{"query": "{ me { id } }"}', "/", JSON), "graphql", "query {me}"),
        (request(b"", "/?query=%7Bme%7D"), "graphql", "query {me}"),
        (request(SOAP), "body.Body", "GetPrice"),
        (request(XMLRPC), "body.methodName", "a.b"),
    ],
)
def test_places_that_may_name_an_operation_are_found(asked, place, value):
    found = {".".join(each): text for each, text in places.asked(asked)[0].items()}

    assert found[place] == value


@pytest.mark.parametrize(
    "header", [b"Authorization", b"Accept", b"X-Request-Id", b"X-Amz-Date", b"Cookie"]
)
def test_fields_of_any_request_name_no_operation(header):
    assert places.asked(request(b"", "/", (header, b"word")))[0] == {}


def test_minted_values_name_no_operation():
    asked = request(b'{"id": "9b406c6c-21e6-4db8-8568-9feeb2386fc4"}', "/", JSON)

    assert places.asked(asked) == ({}, frozenset({"id"}))


def test_names_and_what_they_name_are_read_from_a_body():
    body = b'{"items": [{"name": "team/app", "size": 2}], "tags": ["v1", "v2"]}'

    names, values = places.read((JSON,), body)
    packed = places.read((JSON, (b"Content-Encoding", b"gzip")), gzip.compress(body))

    assert names == {"items", "name", "size", "tags"}
    assert values == ["team/app", "v1", "v2"]
    assert packed == (names, values)


def test_a_query_names_things_too():
    asked = request(b"", "/?path=a%2Fb&limit=5&name=" + "x" * 300)

    assert places.queried(asked) == ["a/b"]
    assert places.queried(request()) == []


def test_elements_name_things_too():
    body = b"<List><Key>a/b.txt</Key><Size>2</Size></List>"

    assert places.read((), body) == ({"List", "Key", "Size"}, ["a/b.txt"])


@given(st.binary(max_size=80), st.sampled_from([b"application/json", b"text/xml", b""]))
def test_no_body_is_too_odd(body, kind):
    asked = request(
        body, "/?a=b", (b"Content-Type", kind), (b"Content-Encoding", b"gzip")
    )
    places.asked(asked)
    places.read(asked.headers, body)
    places.asked(request(body, "/", (b"Content-Type", kind)))
    places.read((), body)
