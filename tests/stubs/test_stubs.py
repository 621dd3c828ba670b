"""What endpoints of the settings answer."""

import json

import pytest

from mockforge.http import every
from mockforge.provenance import Source


def test_what_is_written_is_answered(asking):
    ask = asking("""
endpoints:
  - path: /orders/:id
    response:
      status: 201
      headers: {X-One: 1, Set-Cookie: [a=1, b=2]}
      body: {id: 7, tags: [a, null, true]}
""")

    answer = ask("/orders/12")

    response = answer.response
    assert (response.status, response.reason) == (201, "Created")
    assert response.body == b'{"id": 7, "tags": ["a", null, true]}'
    assert response.header("Content-Type") == "application/json"
    assert response.header("X-One") == "1"
    assert every(response.headers, "set-cookie") == ["a=1", "b=2"]
    assert answer.source is Source.SYNTHETIC
    assert answer.place.endswith("mockforge.yaml:3:5")
    assert answer.repeatable


@pytest.mark.parametrize(
    ("written", "body", "kind"),
    [
        ("body: {a: 1}", b'{"a": 1}', "application/json"),
        ("body: [1, 2]", b"[1, 2]", "application/json"),
        ("body: null", b"null", "application/json"),
        ("body: 3", b"3", "application/json"),
        ("body: hello", b"hello", "text/plain; charset=utf-8"),
        ("body: '{\"a\":1}'", b'{"a":1}', "application/json"),
        ("body: '{not json'", b"{not json", "text/plain; charset=utf-8"),
        (
            "body: '<!DOCTYPE html><p>é'",
            "<!DOCTYPE html><p>é".encode(),
            "text/html; charset=utf-8",
        ),
        ("body: '<?xml version=\"1.0\"?><a/>'", None, "application/xml"),
        ("headers: {content-type: text/csv}\n      body: a,b", b"a,b", "text/csv"),
        (
            "headers: {Content-Type: application/json}\n      body: hello",
            b'"hello"',
            "application/json",
        ),
        ("status: 200", b"", None),
        ("status: 204", b"", None),
        ('body: ""', b"", None),
    ],
)
def test_a_body_is_what_it_looks_like(asking, written, body, kind):
    ask = asking(f"endpoints:\n  - path: /a\n    response:\n      {written}\n")

    response = ask("/a").response

    assert body is None or response.body == body
    assert response.header("Content-Type") == kind


def test_the_nearest_path_and_the_right_method_answer(asking):
    ask = asking("""
endpoints:
  - {path: "/a/*", response: {body: below}}
  - {path: "/a/:id", response: {body: one}}
  - {path: "/a/new", response: {body: new}}
  - {path: "/a/:id", method: DELETE, response: {status: 204}}
  - {path: "/a", method: [POST, put], response: {body: made}}
  - {path: "/any", method: ANY, response: {body: any}}
""")

    def said(*asked):
        return ask(*asked).response.body

    assert said("/a/new?x=1") == b"new"
    assert said("/a/7") == said("/a/7/") == b"one"
    assert said("/a/7/b") == b"below"
    assert ask("/a/7", "DELETE").response.status == 204
    assert said("/a", "POST") == said("/a", "PUT") == b"made"
    assert said("/any", "PATCH") == b"any"
    assert ask("/a") is None
    assert ask("/a/7", "PATCH") is None
    assert ask("/b") is None


def test_a_head_is_answered_where_a_get_is(asking):
    ask = asking("endpoints: [{path: /a, response: {body: hello}}]")

    assert ask("/a", "HEAD").response.header("Content-Length") == "5"


def test_one_of_several_hosts_is_meant(asking):
    text = """
endpoints:
  - {path: /a, host: "*.example.com", response: {body: theirs}}
  - {path: /a, host: "HERE:8080", response: {body: ours}}
  - {path: /a, response: {body: all}}
"""

    assert asking(text)("/a").response.body == b"ours"
    assert asking(text.replace("HERE", "there"))("/a").response.body == b"all"


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


class TestBrowsers:
    TEXT = """
endpoints:
  - {path: /a, response: {body: x, headers: {X-Total: 3}}}
  - {path: /a, method: POST, response: {body: x}}
  - {path: /own, response: {body: x, headers: {Access-Control-Allow-Origin: "*"}}}
"""
    FROM = ("Origin", "http://localhost:3000")

    def test_of_other_origins_may_read_the_answers(self, asking):
        response = asking(self.TEXT)("/a", headers=[self.FROM]).response

        assert response.header("Access-Control-Allow-Origin") == self.FROM[1]
        assert response.header("Access-Control-Expose-Headers") == "X-Total"
        assert response.header("Vary") == "Origin"

    def test_are_told_what_they_may_ask(self, asking):
        asked = ("Access-Control-Request-Method", "POST")
        wanted = ("Access-Control-Request-Headers", "content-type, x-me")
        given = [self.FROM, asked, wanted]

        response = asking(self.TEXT)("/a", "OPTIONS", headers=given).response

        assert response.status == 204
        assert (
            response.header("Access-Control-Allow-Methods")
            == "GET, HEAD, POST, OPTIONS"
        )
        assert response.header("Access-Control-Allow-Headers") == wanted[1]
        assert response.header("Access-Control-Allow-Origin") == self.FROM[1]

    def test_hear_what_the_endpoint_says_itself(self, asking):
        response = asking(self.TEXT)("/own", headers=[self.FROM]).response

        assert every(response.headers, "access-control-allow-origin") == ["*"]

    def test_and_nobody_else_hears_of_it(self, asking):
        assert asking(self.TEXT)("/a").response.header("Vary") is None

    def test_options_tells_what_there_is_where_nobody_else_can(self, asking):
        told = asking(self.TEXT)("/a", "OPTIONS").response

        assert told.header("Allow") == "GET, HEAD, POST, OPTIONS"
        assert asking(self.TEXT, is_alone=False)("/a", "OPTIONS") is None
        asked = ("Access-Control-Request-Method", "DELETE")
        given = [self.FROM, asked]
        assert asking(self.TEXT)("/a", "OPTIONS", headers=given) is None


class TestFiles:
    def test_a_body_may_lie_beside_the_settings(self, asking, tmp_path):
        (tmp_path / "data").mkdir()
        (tmp_path / "data" / "order.json").write_text('{"id": 1}')
        (tmp_path / "logo.png").write_bytes(b"\x89PNG\x00{{")
        ask = asking("""
endpoints:
  - {path: /order, response: {body_file: data/order.json}}
  - {path: /logo, response: {body_file: logo.png}}
""")

        order, logo = ask("/order").response, ask("/logo").response

        assert json.loads(order.body) == {"id": 1}
        assert order.header("Content-Type") == "application/json"
        assert logo.body == b"\x89PNG\x00{{"
        assert logo.header("Content-Type") == "image/png"


def test_a_field_cannot_begin_another(asking):
    ask = asking("""
endpoints: [{path: /a, response: {headers: {X-A: "1\\r\\nX-B: 2"}, body: é}}]
""")

    response = ask("/a").response

    assert response.header("X-B") is None
    assert response.header("X-A") == "1 X-B: 2"
