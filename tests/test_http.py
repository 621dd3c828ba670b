import json
from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mockforge.http import (
    Origin,
    Request,
    Response,
    authority,
    every,
    first,
    problem,
    with_header,
    without,
)

HEADERS = (
    (b"Accept", b"a/b"),
    (b"Set-Cookie", b"a=1"),
    (b"X-Name", b"caf\xe9"),
    (b"set-cookie", b"b=2"),
)


def test_a_field_is_found_whatever_its_case():
    assert first(HEADERS, "ACCEPT") == "a/b"
    assert first(HEADERS, "missing") is None


def test_every_value_of_a_repeated_field_is_returned_in_order():
    assert every(HEADERS, "Set-Cookie") == ["a=1", "b=2"]


def test_bytes_of_a_value_are_latin_1():
    assert first(HEADERS, "x-name") == "café"


def test_leaving_fields_out_keeps_the_others_as_they_were():
    assert without(HEADERS, "set-cookie", "Nothing") == (HEADERS[0], HEADERS[2])


def test_setting_a_field_keeps_its_first_place_and_spelling():
    changed = with_header(HEADERS, "Set-Cookie", "c=3")

    assert changed == (HEADERS[0], (b"Set-Cookie", b"c=3"), HEADERS[2])


def test_setting_a_new_field_puts_it_last():
    assert with_header((), "Host", "example.com") == ((b"Host", b"example.com"),)


@pytest.mark.parametrize(
    ("url", "origin"),
    [
        ("http://example.com", "http://example.com"),
        ("HTTPS://Example.COM/path?q#f", "https://example.com"),
        ("http://example.com:80/", "http://example.com"),
        ("https://example.com:443", "https://example.com"),
        ("http://example.com:443", "http://example.com:443"),
        ("http://[::1]:8080/x", "http://[::1]:8080"),
        ("https://[::1]:443", "https://[::1]"),
        ("http://user:secret@example.com", "http://example.com"),
        (" http://127.0.0.1:5000\n", "http://127.0.0.1:5000"),
        ("http://my_service:80", "http://my_service"),
        ("https://bücher.example", "https://xn--bcher-kva.example"),
    ],
)
def test_an_address_has_one_origin(url, origin):
    assert str(Origin.parse(url)) == origin


@pytest.mark.parametrize(
    "url",
    [
        *("", "example.com", "//example.com", "ftp://example.com", "http://"),
        *("http://example.com:notaport", "http://example.com:99999"),
        *("http://[::1", "http://exa mple.com", "http:///path", "localhost:8080"),
    ],
)
def test_what_is_no_address_is_refused_by_its_text(url):
    with pytest.raises(ValueError, match="address") as refusal:
        Origin.parse(url)

    assert repr(url) in str(refusal.value)


HOSTS = st.sampled_from(["example.com", "127.0.0.1", "::1", "a-b.c_d.example"])


@given(HOSTS, st.none() | st.integers(0, 65535), st.sampled_from(["http", "https"]))
def test_an_origin_parses_back_from_its_text(host, port, scheme):
    origin = Origin(scheme, authority(host, port, scheme))

    assert Origin.parse(f"{origin}/some/path") == origin


def test_path_and_query_are_read_from_the_target():
    request = Request("GET", "http", "a:1", "/a%2Fb?x=1&x=%20&y&&z=a+b=c#no")

    assert request.path == "/a%2Fb"
    assert request.query == (("x", "1"), ("x", " "), ("y", ""), ("z", "a b=c#no"))
    assert request.origin == Origin("http", "a:1")
    assert request.url.startswith("http://a:1/a%2Fb?")


@given(st.lists(st.tuples(st.text(), st.text())))
def test_a_query_decodes_to_what_was_encoded(pairs):
    request = Request("GET", "http", "a", f"/?{urlencode(pairs)}")

    assert list(request.query) == pairs


@given(st.binary(max_size=4), st.binary(max_size=4))
def test_different_bytes_in_a_query_stay_different(one, other):
    def query(value):
        escaped = "".join(f"%{byte:02X}" for byte in value)
        return Request("GET", "http", "a", f"/?v={escaped}").query

    assert (query(one) == query(other)) == (one == other)


def test_messages_answer_for_their_headers():
    assert Request("GET", "http", "a", "/", HEADERS).header("accept") == "a/b"
    assert Response(200, HEADERS).header("accept") == "a/b"


def test_a_problem_is_a_json_document_with_its_length():
    response = problem(404, "nothing", "why \ud800", found=[1])

    told = json.loads(response.body)
    assert (told["status"], told["title"], told["found"]) == (404, "nothing", [1])
    assert response.header("content-type") == "application/problem+json"
    assert response.header("content-length") == str(len(response.body))
    assert response.reason == "Not Found"
