"""`mockforge test-ai`: a prompt, or rules of drift, tried without a server."""

import json

import pytest

from mockforge.cli.test_ai import SCENARIOS
from mockforge.stages.drift import scenarios

SCHEMA = """
type: object
properties: {name: {type: string}, price: {type: number, minimum: 1}}
required: [name, price]
"""


@pytest.fixture
def schema(nowhere):
    (nowhere / "schema.yaml").write_text(SCHEMA)
    return "schema.yaml"


MOCK = ("test-ai", "intelligent-mock")


def test_a_body_is_invented(ran, schema):
    code, out, err = ran(*MOCK, "--prompt", "A gadget", "--schema", schema)

    made = json.loads(out)
    assert code == 0
    assert made["price"] >= 1
    assert "made up" in err
    assert ran(*MOCK, "--prompt", "A gadget", "--schema", schema)[1] == out


def test_several_are(ran, schema):
    _, out, _ = ran(*MOCK, "--schema", schema, "--count", "3")
    _, twice, _ = ran(*MOCK, "--schema", schema, "--times", "2")

    assert len(json.loads(out)) == 3
    assert twice.count('"price"') == 2


def test_what_is_given_stays(ran, schema):
    words = ("--schema", schema, "--prompt", "x", "--body", '{"name": "X"}')

    assert json.loads(ran(*MOCK, *words)[1])["name"] == "X"


def test_an_endpoint_of_the_settings_is_asked(ran, nowhere):
    text = """
endpoints:
  - {path: '/a/:id', response: {body: ['{{params.id}}']}}
  - {path: /made, method: [POST, PUT], response: {body: '{{method}}'}}
  - {path: /gone, response: {status: 204}}
"""
    (nowhere / "mockforge.yaml").write_text(text)

    assert json.loads(ran(*MOCK, "--path", "/a/7")[1]) == ["7"]
    assert ran(*MOCK, "--path", "/b")[0] == 1
    assert ran(*MOCK, "--path", "/made")[1] == "POST\n"
    assert ran(*MOCK, "--path", "/gone")[:2] == (0, "\n")


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ((), 2, "give --prompt or --schema"),
        (("--schema", "none.yaml"), 3, "none.yaml:1:1: cannot be read"),
        (("--schema", "bad.yaml"), 3, "bad.yaml:1:1"),
        (("--prompt", "x", "--body", "{"), 2, "--body is not JSON"),
        (("--prompt", "x", "--provider", "opnai"), 3, "did you mean 'openai'?"),
        (("--prompt", "x", "--provider", "openai"), 3, "no API key is configured"),
    ],
)
def test_what_is_wrong_is_told(ran, nowhere, monkeypatch, words, code, said):
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    (nowhere / "bad.yaml").write_text("type: objct\n")

    found, _, err = ran(*MOCK, *words)

    assert (found, said in err) == (code, True), err


DRIFT = ("test-ai", "drift")


def test_every_scenario_there_is_can_be_named():
    """The command has the names by itself: it is shown without importing the rest."""
    assert set(SCENARIOS) == set(scenarios.SCENARIOS)


def test_a_scenario_moves_a_document(ran):
    words = ("--initial", '{"status": "pending"}', "--scenario", "order_status")

    code, out, _ = ran(*DRIFT, *words, "--steps", "3", "--json")

    first, *rest = json.loads(out)
    assert code == 0
    assert first == {"status": "pending"}
    assert len(rest) == 2
    assert ran(*DRIFT, *words)[1].splitlines()[0].split() == ["STEP", "ANSWER"]


def test_rules_of_a_file_do(ran, nowhere):
    rules = "rules: [{field: q, strategy: linear, rate: -2, min_value: 0}]"
    (nowhere / "rules.yaml").write_text(rules)
    timed = f"interval: 60s\nrequest_based: false\n{rules}"
    (nowhere / "timed.yaml").write_text(timed)

    for name in ("rules.yaml", "timed.yaml"):
        words = ("--initial", '{"q": 5}', "--rules", name, "--steps", "4", "--json")
        assert [each["q"] for each in json.loads(ran(*DRIFT, *words)[1])] == [
            5,
            3,
            1,
            0,
        ]


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ((), 2, "give one of --scenario and --rules"),
        (("--scenario", "order_stats"), 3, "did you mean 'order_status'?"),
        (("--rules", "bad.yaml"), 3, "bad.yaml:1:20:"),
        (("--rules", "list.yaml"), 2, "begin 'list.yaml' with a line 'rules:'"),
    ],
)
def test_wrong_rules_are_told_where_they_stand(ran, nowhere, words, code, said):
    (nowhere / "bad.yaml").write_text("rules: [{field: q, stratgy: linear}]")
    (nowhere / "list.yaml").write_text("- field: q")

    found, _, err = ran(*DRIFT, "--initial", '{"q": 1}', *words)

    assert (found, said in err) == (code, True), err
