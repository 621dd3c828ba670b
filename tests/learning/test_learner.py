import json
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mockforge.endpoint import Endpoint
from mockforge.exchange import Failure, FailureKind
from mockforge.learning import learner as module
from mockforge.learning.learner import Learner, learn
from mockforge.learning.sampling import Bounds
from mockforge.provenance import Source
from tests.worlds import API, exchange

REFUSED = Failure(FailureKind.REFUSED, "nothing listens")


def shop(sessions=4, seed=1):
    """Return what clients ask who make an order and read it."""
    found: list = []
    chance = Random(seed)
    for session in range(sessions):
        name = f"{chance.getrandbits(64):016x}"
        order = json.dumps({"id": name, "quantity": session + 1, "state": "open"})
        steps = [
            ("POST", "orders", json.dumps({"quantity": session + 1}), order, 201),
            ("GET", f"orders/{name}", "", order, 200),
            ("GET", "orders", "", f'{{"items": [{order}], "total": 1}}', 200),
            ("DELETE", f"orders/{name}", "", "", 204),
            ("GET", f"orders/{name}", "", '{"error": "not found"}', 404),
        ]
        for method, path, asked, told, status in steps:
            number = len(found)
            found.append(
                exchange(
                    method,
                    f"{API}/{path}",
                    asked.encode(),
                    answer=told.encode(),
                    status=status,
                    session=str(session),
                    started=float(number),
                    id=number,
                )
            )
    return found


def keys(learned):
    return [one.key for one in learned.endpoints.every]


def test_everything_is_learned_in_one_pass():
    learned = learn(shop())

    assert keys(learned) == [
        "GET /orders",
        "POST /orders",
        "DELETE /orders/{id}",
        "GET /orders/{id}",
    ]
    assert len(learned.samples) == learned.count == 20
    assert learned.notes == ()
    assert learned.bindings.of("POST /orders", 201)
    assert learned.fields.told("POST /orders", 201) is not None
    assert learned.resources.operations["POST /orders"].role == "create"


def test_learning_again_gives_the_same():
    assert learn(shop()).to_json() == learn(shop()).to_json()


@settings(max_examples=10, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_order_in_which_exchanges_come_decides_nothing(chance):
    exchanges = shop()
    chance.shuffle(exchanges)

    assert learn(exchanges).to_json() == learn(shop()).to_json()


def test_a_large_recording_is_learned_from_a_sample():
    learner = Learner(bounds=Bounds(whole=50, session=20, sessions=60, spread=40))
    for one in shop(100):
        learner.add(one)
    learned = learner.settle()

    assert learned.count == 500
    assert len(learned.samples) <= 100
    assert any("of 500 exchanges looked at" in note for note in learned.notes)
    assert len(keys(learned)) == 4


def test_more_can_be_added_after_settling():
    learner = Learner()
    for one in shop():
        learner.add(one)
    before = learner.settle()
    for one in shop():
        learner.add(one)

    assert learner.settle().count == 2 * before.count


def test_declared_endpoints_win():
    learned = learn(shop(), [Endpoint("GET", "/orders/{number}")])

    assert "GET /orders/{number}" in keys(learned)
    assert {sample.endpoint for sample in learned.samples} <= set(keys(learned))


def test_what_a_mock_answered_teaches_nothing():
    learned = learn([exchange(source=Source.SYNTHETIC)])

    assert learned.count == 0
    assert any("answered by a mock" in note for note in learned.notes)


@pytest.mark.parametrize(
    ("exchanges", "word"),
    [
        ([], "no exchange"),
        ([exchange()], "one exchange only"),
        ([exchange(), exchange(response=None, failure=REFUSED)], "without an answer"),
        ([exchange(answer=b"\x00\xff\xfe" * 9)] * 2, "answers without fields"),
        ([exchange(answer=b"<html>hello</html>")] * 2, "answers without fields"),
    ],
)
def test_what_could_not_be_learned_is_said(exchanges, word):
    learned = learn(exchanges)

    assert any(word in note for note in learned.notes)


def test_a_part_that_fails_is_said_and_leaves_the_others(monkeypatch):
    def broken(samples):
        raise KeyError("items")

    monkeypatch.setattr(module, "learn_bindings", broken)
    learned = learn(shop())

    assert any("no bindings learned: KeyError" in note for note in learned.notes)
    assert learned.fields.told("POST /orders", 201) is not None


DEEP = b"[" * 5_000 + b"]" * 5_000
AWKWARD = [
    exchange("GET", f"{API}/a", answer=DEEP),
    exchange("POST", f"{API}/a", b'{"a": 1', answer=b'{"a": NaN}'),
    exchange("POST", f"{API}/a", b"\xff\xfe", answer=b'{"a": [1, "b", null, {}]}'),
    exchange("GET", f"{API}/%ff%00/%2f?=&&a=&a", answer=b'"text"'),
    exchange("GET", f"{API}//", answer=b"12345678901234567890123"),
    exchange("GET", f"{API}/a", answer=b'{"": {"": []}}'),
    exchange("WEIRD METHOD", f"{API}/a", answer=b"[]"),
    exchange(headers=[("Cookie", "=;;a"), ("Authorization", "")]),
    exchange(response=None, failure=REFUSED),
    exchange("GET", f"{API}/{'a/' * 300}", answer=b"1"),
    exchange("GET", f"{API}/big", answer=b'["x",' * 3 + b'"' + b"y" * 10**6 + b'"]]]'),
]


def test_whatever_was_recorded_is_learned_without_a_failure():
    learned = learn([*AWKWARD, *shop(), *AWKWARD])

    assert not [note for note in learned.notes if " learned: " in note]


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(AWKWARD), max_size=12))
def test_any_few_exchanges_are_learned(exchanges):
    learned = learn(exchanges)

    assert learned.count == len(exchanges)
    assert not [note for note in learned.notes if " learned: " in note]
