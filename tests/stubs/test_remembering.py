"""What sessions did before, as conditions and templates see it."""

import pytest

from mockforge.stubs import remembering as module
from mockforge.stubs.asked import Asked
from mockforge.stubs.remembering import Remembering
from tests.worlds import request

NOW = 1_800_000_000.0

LIMITED = """
endpoints:
  - path: /limited
    responses:
      - {when: session.count > 3, status: 429}
      - {body: ok}
  - {path: /other, response: {body: x}}
"""
KEPT = """
endpoints:
  - {path: /login, method: POST, response: {body: {}}}
  - path: /me
    responses:
      - when: session.username exists
        body: {name: "{{session.username}}", asked: "{{session.count}}"}
      - {status: 401}
  - {path: "/orders/:id", method: [PUT, PATCH, DELETE], response: {status: 204}}
  - path: /orders/:id
    responses:
      - {when: state.deleted, status: 404}
      - when: state.status == 'shipped'
        body: {status: shipped, note: "{{session.state.note}}"}
      - body: {status: pending, times: "{{session.state.count}}"}
"""


def test_requests_of_a_session_are_counted(asking):
    ask = asking(LIMITED)

    told = [ask(path).response.status for path in ("/limited", "/other") * 3]

    assert told == [200, 200, 200, 200, 429, 200]
    assert ask("/limited", session="t").response.status == 200
    assert ask("/limited", "HEAD", session="t").response.status == 200
    assert not ask("/other").repeatable


def test_a_session_that_is_not_heard_of_ends(asking):
    ask = asking(LIMITED)
    for _ in range(4):
        ask("/limited")

    assert ask("/limited", now=NOW + 3600).response.status == 429
    assert ask("/limited", now=NOW + 7201).response.status == 200


JSON = (("Content-Type", "application/json"),)


def test_what_was_sent_is_known_to_its_session_alone(asking):
    ask = asking(KEPT)
    assert ask("/me").response.status == 401

    ask("/login", "POST", b'{"username": "ann", "password": "x"}', JSON)

    assert ask.json("/me") == {"name": "ann", "asked": 3}
    assert ask("/me", session="t").response.status == 401


def test_what_was_sent_to_a_path_is_its_state(asking):
    ask = asking(KEPT)
    told = [ask.json("/orders/7")]
    ask("/orders/7", "PUT", b'{"status": "shipped"}', JSON)
    ask("/orders/7", "PATCH", b'{"note": "soon"}', JSON)
    told += [ask.json("/orders/7"), ask.json("/orders/8")]
    ask("/orders/7", "DELETE")

    assert told == [
        {"status": "pending", "times": 1},
        {"status": "shipped", "note": "soon"},
        {"status": "pending", "times": 1},
    ]
    assert ask("/orders/7").response.status == 404
    ask("/orders/7", "PUT", b"{}", JSON)
    assert ask("/orders/7").response.status == 200


@pytest.mark.parametrize(
    "text", ["{body: '{{session.id}}'}", "{when: session.id != 'x', body: a}"]
)
def test_nothing_is_remembered_where_nobody_asks(asking, text):
    ask = asking(f"endpoints: [{{path: /a, response: {text}}}, {{path: /b}}]")

    assert ask.stubs.remembering is None
    assert ask("/b").repeatable
    assert not ask.stubs.has_turns


def test_it_takes_turns_where_somebody_does(asking):
    assert [each.name for each in asking(LIMITED).stubs.has_turns] == ["GET /limited"]


def told(known, target="/a", session="s", **more):
    asked = Asked(request(url=f"http://x{target}", **more), session, NOW)
    found = known.told(asked)
    known.note(asked, {})
    return found


def test_values_have_no_name_that_is_ours():
    known = Remembering()
    told(known, "/a?id=5&count=9&page=2")

    session = told(known, "/a").session

    assert (session["id"], session["count"], session["page"]) == ("s", 2, "2")
    assert session["seen"] == {"id": "5", "count": "9", "page": "2"}


def test_no_more_is_remembered_than_there_is_room_for(monkeypatch):
    for name in ("MOST", "THINGS", "VALUES"):
        monkeypatch.setattr(module, name, 3)
    known = Remembering()
    for number in range(9):
        told(known, f"/{number}?v{number}=1&long={'x' * 3000}", f"{number % 2}")
        told(known, "/", f"once {number}")

    assert len(known._sessions) == 3
    one = next(reversed(known._sessions.values()))
    assert one.values == {}
    last = told(known, "/9", "0").session
    assert len(last["seen"]) <= 3
    assert all(len(each.things) <= 3 for each in known._sessions.values())
