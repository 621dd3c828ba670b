"""Which leaf of an answer tells a state."""

import json
from itertools import count

import pytest

from mockforge.chance import rng
from mockforge.http import Response
from mockforge.learning.learner import learn
from mockforge.learning.sequences import state_at, states_of
from mockforge.learning.sequences.steps import END, START, Step, text_of
from tests.worlds import API, exchange


def found(*things):
    """Return where the answers say a state, each thing being read so often."""
    exchanges = []
    clock = count(1)
    for number, bodies in enumerate(things):
        for body in bodies:
            kind, told = b"application/xml", body
            if not isinstance(body, bytes):
                kind, told = b"application/json", json.dumps(body).encode()
            response = Response(200, ((b"Content-Type", kind),), told, "OK")
            url, now = f"{API}/jobs/{1000 + number}", float(next(clock))
            exchanges.append(exchange(url=url, response=response, started=now))
    states = states_of(learn(exchanges))
    assert len(states) <= 1
    return next(iter(states.values()), None)


def job(number, state, **more):
    return {"id": number, "name": f"job {number}", "status": state, **more}


def test_a_leaf_that_is_called_a_state_tells_it():
    things = [[job(n, "pending"), job(n, "pending"), job(n, "done")] for n in range(6)]

    assert found(*things) == ("body", "status")


@pytest.mark.parametrize(
    "name", ["state", "jobStatus", "build_phase", "lifecycleState", "Stage"]
)
def test_there_are_many_words_for_a_state(name):
    things = [[{"id": n, name: "new"}, {"id": n, name: "old"}] for n in range(4)]

    assert found(*things) == ("body", name)


def test_a_flag_tells_it_if_it_moves_and_nothing_else_is_called_so():
    things = [[{"id": n, "ready": False}, {"id": n, "ready": True}] for n in range(4)]

    assert found(*things) == ("body", "ready")


def test_it_may_be_deeper():
    things = [
        [{"data": {"order": {"state": state}}} for state in ("open", "paid")]
        for _ in range(4)
    ]

    assert found(*things) == ("body", "data", "order", "state")


def test_a_number_may_be_called_a_state():
    things = [[{"id": n, "state": 0}, {"id": n, "state": 2}] for n in range(4)]

    assert found(*things) == ("body", "state")


@pytest.mark.parametrize(
    "told",
    [
        lambda n, turn: {"id": n, "reads": turn},
        lambda n, turn: {"id": n, "at": f"2024-01-0{turn + 1}T00:00:00Z"},
        lambda n, turn: {"id": n, "note": f"note {n} {turn}"},
        lambda n, turn: {"id": n, "token": f"t{n * 7919 + turn}"},
        lambda n, turn: {"id": n, "status": "fine"},
        lambda n, turn: {"id": n, "status": 200},
        lambda n, turn: {"id": n, "items": [{"status": "a"}, {"status": "b"}]},
        lambda n, turn: {"id": n, "status": {"code": turn}},
    ],
)
def test_what_is_no_small_set_of_words_tells_none(told):
    things = [[told(n, turn) for turn in range(4)] for n in range(8)]

    assert found(*things) is None


def test_what_has_many_values_tells_none_whatever_it_is_called():
    chance = rng(1)
    things = [
        [{"id": n, "status": f"{chance.choice('abcdefgh')}{chance.randrange(9)}"}] * 2
        for n in range(40)
    ]

    assert found(*things) is None


def test_an_edited_word_that_others_do_not_share_tells_none():
    things = [
        [{"id": n, "title": f"word{n}"}, {"id": n, "title": f"other{n}"}]
        for n in range(5)
    ]

    assert found(*things) is None


def test_an_element_of_xml_tells_it():
    things = [
        [b"<job><id>%d</id><status>%s</status></job>" % (n, s) for s in (b"on", b"off")]
        for n in range(5)
    ]
    path = found(*things)

    assert path is not None
    assert "status" in path


def test_answers_that_cannot_be_read_tell_none():
    assert found([b"\xff\x00", b""], [b"[", b"{"]) is None
    assert states_of(learn([])) == {}


@pytest.mark.parametrize(
    ("told", "path", "expected"),
    [
        ({"body": {"status": "done"}}, ("body", "status"), "done"),
        ({"body": {"items": [{"on": True}]}}, ("body", "items", 0, "on"), "true"),
        ({"body": {"status": {}}}, ("body", "status"), None),
        ({"body": []}, ("body", 3), None),
        ({"body": "x"}, ("body", "status"), None),
        ({"body": "x"}, None, None),
        (None, ("body",), None),
    ],
)
def test_a_state_is_read_where_it_is(told, path, expected):
    assert state_at(told, path) == expected


def test_steps_are_told_in_a_few_words():
    assert str(START) == "start"
    assert str(END) == "end"
    assert str(Step("GET /a", 200, "done")) == "GET /a 200 done"
    assert str(Step("GET /a", 0)) == "GET /a no answer"
    assert text_of(" done ") == "done"
    assert text_of(1.5) is None
