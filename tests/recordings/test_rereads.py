"""Recorded answers to the same question are found, and who wrote in between."""

import gzip
from dataclasses import replace
from decimal import Decimal

import pytest

from mockforge.exchange import Failure, FailureKind
from mockforge.recordings import rereads
from mockforge.recordings.rereads import reads_of
from tests.worlds import API, exchange, recording


def orders(request):
    return request.method == "GET" and request.path.startswith("/orders")


async def read(*exchanges, matches=orders):
    (found,) = await reads_of([recording(*exchanges)], [matches])
    return found


def order(number=1, answer=b'{"id": 1, "n": 2.50}', **more):
    return exchange(url=f"{API}/orders/{number}", answer=answer, **more)


async def test_answers_to_the_same_question_are_of_one_thing():
    found = await read(order(1), order(1, session="t"), order(2, b'{"id": 2}'))

    assert found[0].thing == found[1].thing != found[2].thing
    assert str(found[0].value["n"]) == "2.50"
    assert isinstance(found[0].value["n"], Decimal)


async def test_what_says_not_what_it_is_is_a_thing_of_who_asked():
    one, other, again = await read(
        order(1, b'{"n": 1}'), order(1, b'{"n": 1}', session="t"), order(1, b'{"n": 2}')
    )

    assert one.thing == again.thing != other.thing


async def test_another_query_is_another_question_and_another_id_another_thing():
    one, other, third = await read(
        order("1"), order("1?page=2"), order("1", b'{"id": 9, "n": 1}')
    )

    assert len({one.thing, other.thing, third.thing}) == 3


@pytest.mark.parametrize(
    ("method", "path", "status", "is_written"),
    [
        ("PATCH", "/orders/1", 200, True),
        ("POST", "/orders/1/cancel", 202, True),
        ("DELETE", "/orders", 204, True),
        ("PATCH", "/orders/1", 409, False),
        ("PATCH", "/orders/12", 200, False),
        ("GET", "/orders/1", 200, False),
        ("POST", "/carts", 201, False),
    ],
)
async def test_what_was_written_in_between_is_told(method, path, status, is_written):
    first = order()
    between = exchange(method, f"{API}{path}", status=status)
    found = await read(first, between, order())

    told = [each.is_written for each in found if "n" in each.value]
    assert told == [False, is_written]


@pytest.mark.parametrize(
    "other",
    [
        order(status=404),
        order(answer=b"no json"),
        order(answer=b""),
        order(status=206),
        replace(order(), failure=Failure(FailureKind.RESET, "reset")),
        replace(order(), response=replace(order().response, size=1000)),
        exchange(url=f"{API}/carts/1"),
    ],
)
async def test_what_is_no_whole_json_answer_of_the_endpoint_is_left_out(other):
    assert len(await read(order(), other)) == 1


async def test_coded_bodies_are_read():
    coded = order(answer=gzip.compress(b'{"id": 1}'))
    headers = (*coded.response.headers, (b"Content-Encoding", b"gzip"))
    coded = replace(coded, response=replace(coded.response, headers=headers))

    assert [each.value for each in await read(coded)] == [{"id": 1}]


async def test_no_more_are_looked_at_than_so_many(monkeypatch):
    monkeypatch.setattr(rereads, "MOST", 5)

    assert len(await read(*(order(n) for n in range(9)))) == 5


async def test_a_question_in_a_body_is_another_for_another_body():
    def asks(request):
        return request.path == "/graphql"

    asked = [
        exchange("POST", f"{API}/graphql", body, answer=b'{"n": 1}')
        for body in (b'{"a":1}', b'{"a":2}', b'{"a":1}')
    ]
    one, other, again = await read(*asked, matches=asks)

    assert one.thing == again.thing != other.thing
