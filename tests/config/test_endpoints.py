"""Endpoints of a file: their places, their files, and all that is wrong at once."""

import pytest

from mockforge.config.problems import ordered

WRONG = """\
endpoints:
  - path: hello/:name
    response:
      body: { "id": "{{uuidd}}", "n": '{{nme}}' }
  - path: /a
    method: GTE
    response: { status: 204, body: x, prompt: hi, headers: {"A B": 3} }
  - {path: /b, response: {mode: hybrid, prompt: x}}
  - {path: /b, response: {mode: intelligent, schema: {type: objct}}}
  - path: /c/:id
    responses: [{body: 1}, {when: "querry.x == 1", body: 2}]
  - {path: "/c/{key}", response: {body_file: ../secret.txt}}
  - {path: /d, respnse: {}}
"""


def test_all_that_is_wrong_is_told_at_once_where_it_stands(told):
    said = [line.removeprefix("mockforge.yaml:") for line in told(WRONG)]

    places = [line.split(": ")[0] for line in said]
    assert sorted(places, key=lambda place: [*map(int, place.split(":"))]) == [
        *("2:11", "4:24", "4:42", "6:13", "7:25", "7:39", "7:61", "8:33"),
        *("9:12", "9:54", "11:17", "11:36", "12:12", "12:46", "13:16"),
    ]
    text = "\n".join(said)
    assert "did you mean '/hello/:name'?" in text
    assert "did you mean 'uuid'?" in text
    assert "did you mean 'name'?" in text
    assert "did you mean GET?" in text
    assert "did you mean 'object'?" in text
    assert "did you mean 'query'?" in text
    assert "is answered by mockforge.yaml:8:5 already" in text
    assert "outside of the folder of the settings" in text
    assert "did you mean 'response'?" in text


def test_a_query_in_a_path_is_told_what_to_become(told):
    (said,) = told("endpoints: [{path: '/a?b=1'}]")

    assert "when: query.page == '2'" in said


def test_a_file_is_read_with_the_settings(examined, nowhere):
    (nowhere / "data").mkdir()
    (nowhere / "data" / "a.json").write_text("{}")

    text = "endpoints: [{path: /a, response: {body_file: data/a.json}}]"
    (endpoint,) = examined(text).config.endpoints

    assert endpoint.given[0].file == b"{}"
    assert endpoint.place == "mockforge.yaml:1:13"


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("../x.json", "outside of the folder"),
        ("/etc/hostname", "outside of the folder"),
        ("order.jsn", "did you mean 'order.json'?"),
        ("link.json", "outside of the folder"),
        ('"a\\0b"', "is no name of a file"),
    ],
)
def test_a_file_elsewhere_is_not_read(told, nowhere, name, why):
    (nowhere / "order.json").write_text("{}")
    (nowhere.parent / "x.json").write_text("{}")
    (nowhere / "link.json").symlink_to(nowhere.parent / "x.json")

    (said,) = told(f"endpoints: [{{path: /a, response: {{body_file: {name}}}}}]")

    assert why in said


def test_a_key_that_is_not_in_the_environment_is_told_where_it_is_needed(examined):
    text = "rag: {provider: openai, api_key: '${OPENAI_API_KEY}'}"

    assert examined(text).config.rag.api_key in ("", None)


def test_the_example_of_a_first_file_works(examined):
    from mockforge.config.template import template

    lines = template().splitlines()
    start = lines.index("# endpoints:")
    end = lines.index("", start)
    lines[start:end] = [line.removeprefix("# ") for line in lines[start:end]]

    found = examined("\n".join(lines))

    assert not found.problems
    assert [each.path for each in found.config.endpoints] == [
        "/hello/:name",
        "/customers",
    ]


PARTLY = """\
endpoints:
  - path: /a
    response: {statu: 3, body: "{{uuidd}}", when: "metod == 'GET'"}
  - path: /b
    response: {mode: inteligent, prompt: x, body: {a: "{{nope}}"}}
  - responses: [{whenn: query.a, body: "{{nope}}"}, {body: {}, delay: soon}]
  - path: /c
    respnse: {}
    host: [a]
    response: {headers: {A: {x: y}, B: "{{nope}}"}}
  - {path: /a, response: {}}
  - [5]
"""


def test_what_is_wrong_in_a_key_hides_nothing_that_is_wrong_in_others(examined):
    problems = ordered(examined(PARTLY).problems)
    said = [str(each).removeprefix("mockforge.yaml:") for each in problems]

    assert [line.split(": ")[0] for line in said] == [
        *("3:16", "3:35", "3:52", "5:22", "5:58", "6:5", "6:18", "6:43", "6:71"),
        *("8:5", "9:11", "10:29", "10:43", "12:5"),
    ]


SEVERAL = """\
endpoints:
  - {path: /a, response: {delay: fast}}
  - {path: /b, response: {delay: {min: 2s, max: 1s}}}
  - {path: /c, response: {delay: {min: 2s, maxx: 1s}}}
  - {path: /d, response: {delay: [1]}}
  - {path: /e, response: {delay: {min: x, max: 1s}, headers: {A: {}}}}
  - {path: /f, method: {a: b}, drift: {rules: [{field: a, min_value: x}]}}
"""


def test_what_may_be_of_several_kinds_is_told_of_as_the_one_that_was_meant(examined):
    problems = ordered(examined(SEVERAL).problems)
    said = [str(each).split(": ", 1)[1] for each in problems]

    assert [line.removeprefix("endpoints") for line in said] == [
        "[0].response.delay: 'fast' is not a duration; write seconds or 250ms, 60s,"
        " 5m, 1h, 2d",
        "[1].response.delay: 1 s is shorter than min, 2 s",
        "[2].response.delay.max: the key is missing",
        "[2].response.delay.maxx: unknown key; did you mean 'max'?",
        "[3].response.delay: what stands here is not a number",
        "[4].response.delay.min: 'x' is not a duration; write seconds or 250ms, 60s,"
        " 5m, 1h, 2d",
        "[4].response.headers.A: what stands here is not a text",
        "[5].method: what stands here is not a list",
        "[5].drift.rules[0].min_value: 'x' is not an amount; write 0.5, or '5%'",
    ]
