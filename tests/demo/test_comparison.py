import gzip
from dataclasses import replace

import pytest

from mockforge.demo.comparison import compare, leaks, redactions
from mockforge.event import Event, Kind
from mockforge.exchange import Exchange
from mockforge.http import Request, Response

REQUEST = Request("GET", "http", "shop.test", "/a")
RESPONSE = Response(200, ((b"Etag", b'"1"'),), b'{"a": 275.0}', "OK")
BASE = Exchange(REQUEST, RESPONSE)


def with_response(**changes):
    return replace(BASE, response=replace(RESPONSE, **changes))


def test_what_is_the_same_does_not_deviate():
    assert compare([BASE, BASE], [BASE, BASE]) == ()


@pytest.mark.parametrize(
    "headers",
    [
        ((b"etag", b'"1"'),),
        ((b"Etag", b'"1"'), (b"Connection", b"close")),
        ((b"X-MockForge-Source", b"recorded"), (b"Etag", b'"1"')),
    ],
    ids=["case", "connection", "ours"],
)
def test_some_fields_do_not_belong_to_the_answer(headers):
    assert compare([BASE], [with_response(headers=headers)]) == ()


@pytest.mark.parametrize(
    ("actual", "what"),
    [
        (with_response(status=404), "status 200 became 404"),
        (with_response(reason="Fine"), "reason 'OK' became 'Fine'"),
        (with_response(body=b'{"a": 275}'), "the bodies differ (12 and 10 bytes)"),
        (
            with_response(headers=((b"etag", b'"2"'),)),
            """headers: lost [(b'etag', b'"1"')], added [(b'etag', b'"2"')]""",
        ),
        (
            replace(BASE, request=replace(REQUEST, target="/b")),
            "the client asked GET /b instead",
        ),
    ],
)
def test_one_difference_is_told(actual, what):
    found = compare([BASE], [actual])

    assert [str(deviation) for deviation in found] == [f"1. GET /a: {what}"]


def test_the_order_of_repeated_fields_counts():
    headers = ((b"set-cookie", b"a"), (b"set-cookie", b"b"))

    assert compare(
        [with_response(headers=headers)], [with_response(headers=headers[::-1])]
    )


def test_a_session_of_another_length_deviates():
    short = compare([BASE, BASE, BASE], [BASE])
    long = compare([BASE], [BASE, BASE])

    assert [str(d) for d in short] == ["2. GET /a: the client did not get here"]
    assert [str(d) for d in long] == ["2. GET /a: this was not asked before"]


def test_replaced_values_are_counted_by_their_fields():
    before = Exchange(
        replace(
            REQUEST,
            headers=((b"Authorization", b"Bearer a"), (b"content-length", b"30")),
            body=b'{"password": "a", "name": "n"}',
        ),
        with_response(
            headers=((b"content-encoding", b"gzip"),),
            body=gzip.compress(b'{"tokens": ["a", "b", "c"], "n": 1}'),
        ).response,
    )
    after = Exchange(
        replace(
            REQUEST,
            headers=((b"Authorization", b"Bearer z"), (b"content-length", b"31")),
            body=b'{"password": "zz", "name": "n"}',
        ),
        with_response(
            headers=((b"content-encoding", b"gzip"),),
            body=gzip.compress(b'{"tokens": ["x", "b", "z"], "n": 1}'),
        ).response,
    )

    assert redactions([before], [after]) == {
        "authorization": 1,
        "password": 1,
        "tokens": 2,
    }


def test_what_is_no_json_counts_as_one_value():
    plain, redacted = with_response(body=b"key=a"), with_response(body=b"key=z")

    assert redactions([plain], [redacted]) == {"body": 1}


@pytest.mark.parametrize(
    "exchange",
    [
        replace(BASE, request=replace(REQUEST, target="/a?key=s3cret")),
        replace(BASE, request=replace(REQUEST, body=b"s3cret")),
        replace(BASE, request=replace(REQUEST, headers=((b"cookie", b"a=s3cret"),))),
        with_response(headers=((b"set-cookie", b"a=s3cret"),)),
        with_response(
            headers=((b"content-encoding", b"gzip"),), body=gzip.compress(b"s3cret")
        ),
        replace(
            BASE, events=(Event(b"s3cret", Kind.TEXT, from_client=True, wait=0.0),)
        ),
    ],
    ids=["target", "request body", "request field", "field", "gzip body", "event"],
)
def test_a_secret_is_found_wherever_it_is(exchange):
    assert leaks({"s3cret", "other"}, [BASE, exchange]) == 1
    assert leaks({"s3cret"}, [BASE]) == 0
