import json
import random

from hypothesis import given, settings
from hypothesis import strategies as st

from mockforge.learning.endpoints import EndpointMap, Endpoints
from mockforge.learning.endpoints.observed import ENDPOINTS, HOSTS, NODES
from tests.learning.endpoints.asking import asked, keys, learned


def test_nothing_asked_gives_nothing():
    assert list(Endpoints().settle().every) == []


def test_an_answer_that_never_came_is_counted():
    endpoints = Endpoints()
    endpoints.add(asked("GET /orders"), None)

    [known] = endpoints.settle().every

    assert (known.count, known.statuses) == (1, {0: 1})


def test_counts_statuses_and_values_are_kept():
    [known] = learned("200 GET /a/1", "404 GET /a/2", "200 GET /a/1").every

    assert known.count == 3
    assert known.statuses == {200: 2, 404: 1}
    assert known.samples == {"id": ("1", "2")}


def test_hosts_with_the_same_endpoint_are_told_apart():
    settled = learned(
        asked("GET /items/1", host="a.example"),
        asked("GET /items/2", host="b.example"),
        asked("GET /else", host="b.example"),
    )

    assert [known.key for known in settled.every] == [
        "GET /else",
        "GET /items/{id} [host=a.example]",
        "GET /items/{id} [host=b.example]",
    ]
    found = settled.located(asked("GET /items/9", host="b.example"))
    assert found is not None
    assert found.key == "GET /items/{id} [host=b.example]"


def test_very_many_hosts_are_taken_for_one():
    some = [asked("GET /items/1", host=f"h{each}.example") for each in range(HOSTS + 1)]

    assert keys(*some) == ["GET /items/{id}"]


SEGMENTS = st.sampled_from(
    ["users", "orders", "me", "7", "41", "a.txt", "v1", "x:cancel", "", "A", "team"]
)
PATHS = st.lists(SEGMENTS, max_size=5).map(lambda parts: "/" + "/".join(parts))
BODIES = st.sampled_from([b"", {"name": "team"}, {"name": "team/A", "method": "x"}])
ASKED = st.lists(
    st.builds(
        lambda method, path, body: asked(f"{method} {path}", body),
        st.sampled_from(["GET", "POST"]),
        PATHS,
        BODIES,
    ),
    max_size=40,
)


@given(ASKED, st.integers(0, 1000))
@settings(max_examples=60, deadline=None)
def test_the_order_of_requests_changes_nothing(requests, seed):
    mixed = list(requests)
    random.Random(seed).shuffle(mixed)

    one, other = learned(*requests).to_json(), learned(*mixed).to_json()
    assert json.dumps(one) == json.dumps(other)


@given(ASKED)
@settings(max_examples=60, deadline=None)
def test_every_request_that_was_added_is_located_at_a_known_endpoint(requests):
    settled = EndpointMap.from_json(learned(*requests).to_json())

    for request in requests:
        found = settled.located(request)
        assert found is not None
        assert settled.get(found.key) is not None
    assert sum(known.count for known in settled.every) == len(requests)


PATH = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)


@given(st.lists(PATH, min_size=1, max_size=8))
@settings(max_examples=80, deadline=None)
def test_odd_paths_are_located_too(texts):
    requests = [asked(f"GET /{text.replace('?', '')}") for text in texts]
    settled = learned(*requests)

    for request in requests:
        found = settled.located(request)
        assert found is not None
        assert settled.get(found.key) is not None


def words(rng, count):
    return ["".join(rng.choices("bdfgklmnprst", k=5)) for _ in range(count)]


def test_a_crawler_makes_no_more_nodes_than_there_may_be():
    rng = random.Random(1)
    endpoints = Endpoints()
    for _ in range(4500):
        path = "/".join(words(rng, rng.randint(1, 9)))
        endpoints.add(asked(f"GET /{path}"), 200)

    assert endpoints.size <= NODES
    assert len(endpoints.settle().every) <= ENDPOINTS


def test_many_names_of_one_collection_become_one_parameter():
    rng = random.Random(2)
    paths = [f"200 GET /people/{''.join(words(rng, 2))}/posts" for _ in range(2000)]

    assert keys(*paths, "200 GET /people/me/posts") == [
        "GET /people/me/posts",
        "GET /people/{person}/posts",
    ]
