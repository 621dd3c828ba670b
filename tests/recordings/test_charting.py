from dataclasses import replace

from mockforge.endpoint import Endpoint
from mockforge.learning.endpoints import EndpointMap
from mockforge.learning.endpoints.known import Known
from mockforge.learning.learner import learn
from mockforge.recordings.charting import (
    ALIKE,
    EACH,
    OF_MORE,
    OFTEN,
    Chart,
    renames,
    same,
)
from mockforge.store.light import WholeLights, lights_of
from tests.recordings import traffic


def charted(exchanges, **said):
    chart = Chart(**said)
    for row in lights_of(exchanges, [b"key"] * len(exchanges)):
        chart.add(row, WholeLights())
    return chart


def keys(endpoints):
    return [one.key for one in endpoints.every]


def known(*texts):
    return EndpointMap(Known(Endpoint.parse(text)) for text in texts)


def test_the_endpoints_are_those_that_all_of_it_teaches():
    made = traffic.orders(600)

    found = charted(made).settle()

    assert keys(found) == keys(learn(made).endpoints)


def test_of_a_kind_of_request_some_are_read_whole():
    made = traffic.orders(600)
    chart = charted(made)
    assert chart.is_grown

    assert EACH <= len(chart.samples(chart.settle())) <= 4 * EACH


def test_what_is_asked_again_and_again_tells_nothing_new():
    one = traffic.exchange(1, "GET", "/a", 200)
    chart = charted([replace(one, id=n) for n in range(1, EACH + 1)])
    chart.settle()

    for row in lights_of([one] * 5, [b"key"] * 5):
        chart.add(row, WholeLights())

    assert not chart.is_grown
    assert not chart.may_know_more
    assert OFTEN < EACH


def test_declared_endpoints_win():
    declared = [Endpoint("GET", "/orders/{number}")]

    assert "GET /orders/{number}" in keys(
        charted(traffic.orders(50), declared=declared).settle()
    )


def test_an_endpoint_that_takes_requests_from_another_renames_them():
    before = known("GET /users/{id}")

    assert not renames(before, known("GET /users/{id}", "GET /orders"))
    assert renames(before, known("GET /users/{id}", "GET /users/me"))
    assert renames(before, known("GET /users/{name}"))
    assert same(before, known("GET /users/{id}"))
    assert not same(before, known("GET /orders"))


def test_of_very_many_requests_of_a_kind_some_are_taken():
    made = [
        traffic.exchange(n, "GET", f"/things/{n * 7919}", 200)
        for n in range(1, 3 * ALIKE)
    ]
    chart = charted(made)

    assert keys(chart.settle()) == keys(learn(made).endpoints)
    assert charted(made[:ALIKE]).settle().every[0].count == ALIKE
    count = chart.settle().every[0].count
    assert ALIKE + 2 * ALIKE // OF_MORE / 2 < count < ALIKE + 4 * ALIKE // OF_MORE


def test_another_kind_is_noticed_however_many_there_are_of_the_first():
    made = [
        traffic.exchange(n, "GET", f"/things/{n * 7919}", 200)
        for n in range(1, 2 * ALIKE)
    ]
    other = traffic.exchange(2 * ALIKE, "GET", "/things/7919/parts", 200)

    found = keys(charted([*made, other]).settle())

    assert found == keys(learn([*made, other]).endpoints)
    assert len(found) == 2
