import gzip
import json
from dataclasses import replace

import pytest

from mockforge.http import Request
from mockforge.recordings.matchers import Matcher, MatchOptions

MATCHER = Matcher(MatchOptions())
JSON = (b"Content-Type", b"application/json")
FORM = (b"Content-Type", b"application/x-www-form-urlencoded")


def ask(method="POST", target="/orders?a=1&b=2", headers=(JSON,), body=b'{"n": 1}'):
    return Request(method, "http", "api.example.com", target, tuple(headers), body)


def matcher(**options):
    return Matcher(MatchOptions.model_validate(options))


def same(one, other, by=MATCHER):
    equal = by.key(one) == by.key(other)
    differences = by.differences(one, other)
    # What is not equal can be told, and what can be told is not equal.
    assert equal == (not differences)
    assert equal == (by.distance(one, other) == 0)
    return equal


BASE = ask()


@pytest.mark.parametrize(
    "other",
    [
        ask(target="/orders?b=2&a=1"),
        ask(target="/orders?a=%31&b=2&"),
        ask(target="/%6Frders?a=1&b=2"),
        ask(body=b' {"n":1.0}\n'),
        ask(headers=[JSON, (b"User-Agent", b"x"), (b"Accept", b"*/*")]),
        ask(headers=[(b"content-TYPE", b"application/json; charset=utf-8")]),
        ask(headers=[FORM]),
        ask(headers=[]),
        ask(
            headers=[JSON, (b"Content-Encoding", b"gzip")],
            body=gzip.compress(b'{"n":1}'),
        ),
        replace(BASE, version="HTTP/2.0", client="10.0.0.1", scheme="https"),
    ],
)
def test_what_does_not_change_the_question_does_not_matter(other):
    assert same(BASE, other)


@pytest.mark.parametrize(
    ("other", "where"),
    [
        (ask(method="PUT"), "method"),
        (ask(target="/orders/?a=1&b=2"), "path"),
        (ask(target="/Orders?a=1&b=2"), "path"),
        (ask(target="/orders?a=1"), "query.b"),
        (ask(target="/orders?a=1&b=2&b=2"), "query.b"),
        (ask(target="/orders?a=1&b=3"), "query.b"),
        (ask(target="/orders?a=1&b=2&c"), "query.c"),
        (ask(body=b'{"n": "1"}'), "body.$.n"),
        (ask(body=b'{"n": 1.5}'), "body.$.n"),
        (ask(body=b'{"n": 1, "m": 1}'), "body.$.m"),
        (ask(body=b'[{"n": 1}]'), "body.$"),
        (ask(body=b""), "body"),
        (ask(body=b"n"), "body"),
        (
            ask(headers=[JSON, (b"X-Amz-Target", b"DynamoDB.Get")]),
            "header.x-amz-target",
        ),
        (ask(headers=[JSON, (b"SOAPAction", b'"x"')]), "header.soapaction"),
        (ask(headers=[JSON, (b"Range", b"bytes=0-5")]), "header.range"),
    ],
)
def test_one_difference_is_another_question_and_is_told(other, where):
    assert not same(BASE, other)
    assert [each.where for each in MATCHER.differences(other, BASE)] == [where]


def test_a_difference_shows_both_sides():
    (difference,) = MATCHER.differences(ask(body=b'{"n": 2}'), BASE)

    assert (difference.recorded, difference.asked) == ("1", "2")


def test_the_host_is_told_but_is_not_in_the_key():
    other = replace(BASE, authority="other.example.com")

    assert MATCHER.key(BASE) == MATCHER.key(other)
    assert [each.where for each in MATCHER.differences(other, BASE)] == ["host"]


def test_differences_are_told_widest_first_and_not_without_end():
    many = json.dumps({str(i): i for i in range(50)}).encode()
    other = ask("PUT", "/x?z=1", [JSON, (b"Range", b"bytes=0-5")], many)

    found = MATCHER.differences(other, BASE)

    assert len(found) == 10
    assert list(dict.fromkeys(each.kind for each in found)) == [
        *("method", "path", "header", "query", "body"),
    ]


def test_the_nearest_is_the_one_with_the_smallest_distance():
    ordered = [
        BASE,
        ask(body=b'{"n": 2}'),
        ask(target="/orders?a=2&b=3"),
        ask(target="/orders/7?a=1&b=2"),
        ask(method="GET", target="/orders/7?a=1&b=2"),
        ask(method="GET", target="/users/7/x?c=1", body=b""),
    ]

    distances = [MATCHER.distance(BASE, other) for other in ordered]

    assert distances == sorted(distances)
    assert distances[0] == 0
    assert len(set(distances)) == len(distances)


def test_a_key_is_the_same_on_every_machine_and_every_python():
    assert MATCHER.key(BASE).hex() == "703cf1240310a7e8519fdc7f6f595936"


def test_a_cut_body_is_compared_with_its_length():
    cut = replace(BASE, body=b'{"n":', size=1000)

    assert same(cut, replace(cut))
    assert MATCHER.key(cut) != MATCHER.key(replace(cut, size=1001))
    assert MATCHER.key(cut) != MATCHER.key(replace(cut, size=None))
