import random

from hypothesis import given, settings
from hypothesis import strategies as st

from mockforge.http import Request
from mockforge.learning.endpoints import EndpointMap, Endpoints


def asked(line, host="api.example.com", headers=(), body=b""):
    method, target = line.split(" ", 1)
    return Request(method, "https", host, target, tuple(headers), body)


def learned(*lines):
    endpoints = Endpoints()
    for line in lines:
        status, _, rest = line.partition(" ")
        endpoints.add(asked(rest), int(status))
    return endpoints.settle()


def keys(*lines):
    return [known.key for known in learned(*lines).every]


def test_one_request_makes_an_endpoint_by_the_format_of_its_segments():
    assert keys("200 GET /domains/example.com/records/123") == [
        "GET /domains/{domain}/records/{id}"
    ]


def test_a_word_stays_beside_a_parameter():
    assert keys("200 GET /users/7", "200 GET /users/me", "200 GET /users/8") == [
        "GET /users/me",
        "GET /users/{id}",
    ]


def test_nothing_asked_gives_nothing():
    assert list(Endpoints().settle().every) == []


def test_an_answer_that_never_came_is_counted():
    endpoints = Endpoints()
    endpoints.add(asked("GET /orders"), None)

    [known] = endpoints.settle().every

    assert (known.count, known.statuses) == (1, {0: 1})


def test_hosts_with_the_same_endpoint_are_told_apart():
    endpoints = Endpoints()
    endpoints.add(asked("GET /items/1", host="a.example"), 200)
    endpoints.add(asked("GET /items/2", host="b.example"), 200)
    settled = endpoints.settle()

    assert [known.key for known in settled.every] == [
        "GET /items/{id} [host=a.example]",
        "GET /items/{id} [host=b.example]",
    ]
    found = settled.located(asked("GET /items/9", host="b.example"))
    assert found is not None
    assert found.key == "GET /items/{id} [host=b.example]"


SEGMENTS = st.sampled_from(
    ["users", "orders", "me", "7", "41", "a.txt", "v1", "x:cancel", "", "A", "team"]
)
PATHS = st.lists(SEGMENTS, max_size=5).map(lambda parts: "/" + "/".join(parts))
ASKED = st.lists(st.tuples(st.sampled_from(["GET", "POST"]), PATHS), max_size=40)


@given(ASKED, st.integers(0, 1000))
@settings(max_examples=60, deadline=None)
def test_the_order_of_requests_changes_nothing(lines, seed):
    mixed = list(lines)
    random.Random(seed).shuffle(mixed)
    maps = []
    for some in (lines, mixed):
        endpoints = Endpoints()
        for method, path in some:
            endpoints.add(asked(f"{method} {path}"), 200)
        maps.append(endpoints.settle().to_json())

    assert maps[0] == maps[1]


@given(ASKED)
@settings(max_examples=60, deadline=None)
def test_every_request_that_was_added_is_located_at_a_known_endpoint(lines):
    endpoints = Endpoints()
    for method, path in lines:
        endpoints.add(asked(f"{method} {path}"), 200)
    settled = EndpointMap.from_json(endpoints.settle().to_json())

    for method, path in lines:
        found = settled.located(asked(f"{method} {path}"))
        assert found is not None
        assert settled.get(found.key) is not None
    assert sum(known.count for known in settled.every) == len(lines)
