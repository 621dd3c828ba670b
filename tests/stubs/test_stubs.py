"""What endpoints of the settings answer."""

from mockforge.http import every
from mockforge.provenance import Source


def test_what_is_written_is_answered(asking):
    ask = asking("""
endpoints:
  - path: /orders/:id
    response:
      status: 201
      headers: {X-One: 1, X-None: null, Set-Cookie: [a=1, b=2]}
      body: {id: 7, tags: [a, null, true]}
""")

    answer = ask("/orders/12")

    response = answer.response
    assert (response.status, response.reason) == (201, "Created")
    assert response.body == b'{"id": 7, "tags": ["a", null, true]}'
    assert response.header("Content-Type") == "application/json"
    assert response.header("X-One") == "1"
    assert response.header("X-None") is None
    assert every(response.headers, "set-cookie") == ["a=1", "b=2"]
    assert answer.source is Source.SYNTHETIC
    assert answer.place.endswith("mockforge.yaml:3:5")
    assert answer.repeatable


def test_a_head_is_answered_where_a_get_is(asking):
    ask = asking("endpoints: [{path: /a, response: {body: hello}}]")

    assert ask("/a", "HEAD").response.header("Content-Length") == "5"


def test_answers_come_in_turn_for_each_session_and_path(asking):
    text = """
endpoints:
  - path: /jobs/:id
    choose: sequence
    responses: [{body: pending}, {body: running}, {body: done}]
"""
    ask = asking(text)

    def said(path, session="s"):
        return ask(path, session=session).response.body.decode()

    assert [said("/jobs/1") for _ in range(4)] == ["pending", "running", "done", "done"]
    assert said("/jobs/2") == said("/jobs/1", "other") == "pending"
    ask = asking(text.replace("sequence", "cycle"))
    assert [said("/jobs/1") for _ in range(4)][-1] == "pending"
    ask = asking(text.replace("sequence", "random"))
    assert {said("/jobs/1") for _ in range(50)} == {"pending", "running", "done"}
    assert not ask("/jobs/1").repeatable


def test_an_answer_may_wait(asking):
    ask = asking("""
endpoints:
  - {path: /slow, response: {delay: 250ms, body: x}}
  - {path: /some, response: {delay: {min: 100ms, max: 300ms}, body: x}}
""")

    assert ask("/slow").delay == 0.25
    waits = [ask("/some").delay for _ in range(20)]
    assert len(set(waits)) > 10
    assert all(0.1 <= each <= 0.3 for each in waits)
    assert not ask("/some").repeatable


def test_a_thing_that_moves_on_stays_the_thing_it_is(asking):
    ask = asking("""
endpoints:
  - path: /orders/:id
    method: [GET, POST]
    response:
      body: {id: "{{uuid}}", q: 5}
      drift: {rules: [{field: q, rate: -1}]}
""")

    assert ask.json("/orders/1") == ask.json("/orders/1", session="other")
    assert ask.json("/orders/1")["id"] != ask.json("/orders/2")["id"]
    assert ask.json("/orders/1", "POST")["id"] != ask.json("/orders/1", "POST")["id"]


HEADS = """
endpoints:
  - path: /jobs/:id
    choose: sequence
    responses: [{body: queued}, {body: {state: "well done"}}]
  - path: /names
    response: {body: {name: "{{name}}", text: "{{rand.int 1 99999999}} and {{email}}"}}
  - path: /people
    response:
      mode: intelligent
      prompt: people
      cache_enabled: false
"""


def test_head_tells_what_get_would_and_takes_no_turn(asking):
    ask = asking(HEADS)

    for target in ("/jobs/1", "/names", "/people", "/jobs/1", "/people"):
        heads = [ask(target, "HEAD").response.headers for _ in range(2)]
        got = ask(target).response

        assert heads == [got.headers] * 2
    assert ask.json("/jobs/1") == {"state": "well done"}
