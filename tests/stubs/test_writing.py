"""Answers as bytes."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mockforge.http import every
from mockforge.stubs.writing import dumped, pairs_of, response, type_of


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
        ("body: '<s:Envelope a=\"b\"><c/></s:Envelope>'", None, "application/xml"),
        ("body: '<div>a</div>'", None, "text/html; charset=utf-8"),
        ("body: '<3 of <you>'", None, "text/plain; charset=utf-8"),
        ("body: '<name> is missing'", None, "text/plain; charset=utf-8"),
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


def test_a_field_cannot_begin_another(asking):
    ask = asking("""
endpoints: [{path: /a, response: {headers: {X-A: "1\\r\\nX-B: 2"}, body: é}}]
""")

    response = ask("/a").response

    assert response.header("X-B") is None
    assert response.header("X-A") == "1 X-B: 2"


def test_a_field_that_is_null_is_left_out(asking):
    ask = asking("""
endpoints:
  - {path: /a, response: {headers: {X-A: "{{query.v}}", X-B: [a, "{{query.v}}"]}}}
""")

    assert ask("/a").response.header("X-A") is None
    assert every(ask("/a").response.headers, "X-B") == ["a"]
    assert ask("/a?v=1").response.header("X-A") == "1"


def test_what_cannot_be_filled_in_is_told_with_its_place(asking, caplog):
    much = (
        "{% for i in range(9999) %}{% for j in range(9999) %}{% endfor %}{% endfor %}"
    )
    ask = asking(f"""
endpoints:
  - path: /a
    response: {{body: {{x: "{much}"}}}}
""")

    answer = ask("/a")

    assert answer.response.status == 500
    assert answer.response.header("Content-Type") == "application/problem+json"
    detail = json.loads(answer.response.body)["detail"]
    assert "does too much" in detail
    assert "mockforge.yaml:3:5: endpoints[0].response.body" in detail
    assert detail in caplog.text
    assert detail in answer.why
    assert not answer.repeatable


@settings(max_examples=50)
@given(
    st.text(alphabet="abcXYZ-", min_size=1),
    st.text(st.characters(codec="utf-8")),
)
def test_whatever_a_value_holds_it_is_one_field(name, text):
    made = response(200, [(name, text)], "x")

    for field in made.headers:
        assert not {*b"\r\n\0"} & {*field[0], *field[1]}


def test_what_json_has_no_number_for_is_nothing():
    assert dumped({"a": float("nan"), "b": [float("inf")]}) == (
        b'{"a": null, "b": [null]}'
    )
    assert dumped("\ud800") == b'"\\ud800"'


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.json", "application/json"),
        ("A.HTML", "text/html; charset=utf-8"),
        ("a.png", "image/png"),
        ("a", "application/octet-stream"),
    ],
)
def test_a_file_has_the_type_of_its_name(name, kind):
    assert type_of(name) == kind


def test_a_status_without_a_body_has_none():
    made = response(204, [], {"a": 1})

    assert (made.body, made.headers) == (b"", ())


def test_several_of_one_name_stay_several():
    assert pairs_of({"a": ["1", 2], "b": True}) == [
        ("a", "1"),
        ("a", "2"),
        ("b", "true"),
    ]


def test_a_body_may_be_a_file(asking, tmp_path):
    (tmp_path / "order.json").write_text('{"id": 1, "p": "{{query.page}}"}')
    (tmp_path / "logo.png").write_bytes(b"\x89PNG\x00{{")
    ask = asking("""
endpoints:
  - {path: /order, response: {body_file: order.json}}
  - {path: /logo, response: {body_file: logo.png}}
""")

    order, logo = ask("/order?page=2").response, ask("/logo").response

    assert order.body == b'{"id": 1, "p": "2"}'
    assert order.header("Content-Type") == "application/json"
    assert logo.body == b"\x89PNG\x00{{"
    assert logo.header("Content-Type") == "image/png"
