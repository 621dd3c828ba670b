"""Answers read once: what they depend on."""

import pytest


@pytest.mark.parametrize(
    ("response", "is_settled"),
    [
        ("{body: {a: 1}}", True),
        ("{body: '{{params.id}} {{query.x}} {{body.n}}'}", True),
        ("{body: x, delay: 10ms}", True),
        ("{body: '{{uuid}}'}", False),
        ("{body: '{% if query.x %}a{% endif %}'}", True),
        ("{body: {'{% if headers.x %}a{% endif %}': 1}}", False),
        ("{body: '{{now}}'}", False),
        ("{body: '{{headers.X-A}}'}", False),
        ("{body: x, headers: {X-A: '{{uuid}}'}}", False),
        ("{body: x, delay: {max: 10ms}}", False),
        ("{mode: intelligent, prompt: x}", True),
        ("{mode: intelligent, prompt: x, cache_enabled: false}", False),
        ("{mode: hybrid, prompt: x, body: {a: 1}}", True),
        ("{body: {a: 1}, drift: {rules: [{field: a}]}}", False),
    ],
)
def test_what_the_request_alone_decides_may_be_kept(asking, response, is_settled):
    ask = asking(f"endpoints: [{{path: '/a/:id', response: {response}}}]")

    assert ask.found("/a/1").is_settled is is_settled


def test_a_text_may_be_a_template_of_statements_alone(asking):
    ask = asking("""
endpoints:
  - path: /a
    response: {body: {note: "{% if query.gift %}wrapped{% else %}plain{% endif %}"}}
""")

    assert ask.json("/a?gift=1") == {"note": "wrapped"}
    assert ask.json("/a") == {"note": "plain"}


@pytest.mark.parametrize(
    ("condition", "is_settled"),
    [("query.x == '1'", True), ("headers.x == '1'", False), ("time > 16:00", False)],
)
def test_and_so_may_the_answer_of_a_condition(asking, condition, is_settled):
    ask = asking(f"""
endpoints:
  - path: /a
    responses: [{{when: "{condition}", body: one}}, {{body: other}}]
""")

    assert ask.found("/a").is_settled is is_settled


def test_the_first_whose_condition_holds_is_given(asking):
    ask = asking("""
endpoints:
  - path: /a/:id
    method: [GET, POST]
    responses:
      - {when: "params.id == '0'", status: 404, body: {error: gone}}
      - {when: "headers.x-plan == 'pro' AND query.full exists", body: full}
      - {when: "body.amount > 100", status: 402, body: much}
      - {body: plain}
""")

    def said(*asked, **more):
        response = ask(*asked, **more).response
        return response.status, response.body.decode()

    assert said("/a/0")[0] == 404
    assert said("/a/1?full=1", headers=[("X-Plan", "pro")]) == (200, "full")
    json = [("Content-Type", "application/json")]
    assert said("/a/1", "POST", b'{"amount": 101}', json) == (402, "much")
    assert said("/a/1", "POST", b'{"amount": 100}', json) == (200, "plain")


def test_without_a_default_it_is_left_to_others(asking):
    ask = asking("""
endpoints:
  - {path: /a, responses: [{when: "query.x == '1'", body: one}]}
  - {path: "/:any", response: {body: any}}
""")

    assert ask("/a?x=1").response.body == b"one"
    assert ask("/a?x=2").response.body == b"any"


def test_what_stands_in_a_query_is_compared_as_what_it_says(asking):
    ask = asking("""
endpoints:
  - path: /a
    responses: [{when: "query.page > 9", body: far}, {body: near}]
""")

    assert ask("/a?page=10").response.body == b"far"
    assert ask("/a?page=2").response.body == ask("/a").response.body == b"near"
