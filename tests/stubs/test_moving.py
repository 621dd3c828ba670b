"""Which answers move on, read from the settings."""

import pytest

from mockforge.config import load
from mockforge.errors import ConfigError
from mockforge.stages.drift.options import DriftRuleOptions
from mockforge.stubs.moving import drifting, matching, movings_of
from mockforge.stubs.options import EndpointOptions
from tests.worlds import API, request

DRIFT = {"rules": [{"field": "n", "rate": -1}]}


def endpoints(*given):
    return [EndpointOptions.model_validate(each) for each in given]


def test_answers_of_the_settings_and_of_others_are_told_apart():
    found = movings_of(
        endpoints(
            {"path": "/a", "response": {"body": {}, "drift": DRIFT}},
            {"path": "/b", "response": {"drift": DRIFT}},
            {"path": "/c", "response": {"body": {}}},
            {"path": "/d", "response": {"drift": {**DRIFT, "enabled": False}}},
            {
                "path": "/e",
                "responses": [
                    {"body": 1, "when": "query.x == '1'"},
                    {"body": 2, "drift": DRIFT},
                ],
            },
        )
    )

    assert found is not None
    assert [*found.given] == [(0, 0), (4, 1)]
    assert [stub.name for stub, _ in found.others] == ["GET /b"]


def test_drift_of_an_endpoint_is_that_of_its_answers():
    own = {"rules": [{"field": "own"}]}
    found = movings_of(
        endpoints(
            {"path": "/a", "drift": DRIFT},
            {"path": "/b", "drift": DRIFT, "response": {"body": 1}},
            {
                "path": "/c",
                "drift": DRIFT,
                "responses": [{"when": "query.x == '1'", "body": 1, "drift": own}, {}],
            },
        )
    )

    assert found is not None
    assert [stub.name for stub, _ in found.others] == ["GET /a", "GET /c"]
    fields = {number: str(m.drift.rules[0].field) for number, m in found.given.items()}
    assert fields == {(1, 0): "n", (2, 0): "own"}


def test_where_nothing_moves_there_is_nothing():
    assert movings_of([]) is None
    assert movings_of(endpoints({"path": "/a", "response": {"body": {}}})) is None


def test_a_mark_is_another_for_another_config_and_the_same_for_the_same():
    def mark(**response):
        found = movings_of(
            endpoints({"path": "/a", "response": {"drift": DRIFT, **response}})
        )
        assert found is not None
        return [*found.given.values(), *(m for _, e in found.others for m in e)][0].mark

    assert mark(body={"n": 1}) == mark(body={"n": 1})
    assert len({mark(), mark(body={"n": 1}), mark(body={"n": 2})}) == 3
    assert mark(rag_config={"api_key": "a"}) == mark(rag_config={"api_key": "b"})


def test_learned_rules_are_for_who_asks_and_are_part_of_the_mark():
    given = endpoints({"path": "/a", "response": {"drift": {"learned": True}}})
    rule = DriftRuleOptions(field="n", rate=2.0)

    without, with_ = movings_of(given), movings_of(given, {(0, 0): [rule]})

    assert without is not None
    assert with_ is not None
    (_, (one,)), (_, (other,)) = without.others[0], with_.others[0]
    assert (len(one.drift.rules), len(other.drift.rules)) == (0, 1)
    assert one.mark != other.mark


def test_everything_that_is_wrong_is_told_with_its_endpoint():
    wrong = {"rules": [{"field": "n", "strategy": "custom", "expression": "value +"}]}
    with pytest.raises(ConfigError) as refused:
        movings_of(
            endpoints(
                {"path": "/a", "response": {"drift": wrong}},
                {"path": "/b", "response": {"drift": wrong}},
            )
        )

    assert "GET /a: drift" in str(refused.value)
    assert "GET /b: drift" in str(refused.value)


def test_what_is_most_likely_misspelt_is_warned_of():
    states = {
        "field": "s",
        "strategy": "state_machine",
        "transitions": {"shipped": [["shiped", 1.0]], "x": [["shipped", 1.0]]},
    }
    found = movings_of(
        endpoints(
            {"path": "/a", "response": {"drift": {"rules": [states]}}},
            {"path": "/b", "response": {"body": 1, "drift": {"rules": [states]}}},
        )
    )

    assert found is not None
    assert [each.partition(":")[0] for each in found.warnings] == ["GET /b", "GET /a"]


@pytest.mark.parametrize(
    ("given", "method", "target", "is_one"),
    [
        ({"path": "/a/:id"}, "GET", "/a/7?x=1", True),
        ({"path": "/a/{id}"}, "GET", "/a/7/b", False),
        ({"path": "/a/{id}"}, "POST", "/a/7", False),
        ({"path": "/a/{id}", "method": "ANY"}, "POST", "/a/7", True),
        ({"path": "/a/{id}", "host": "other.example"}, "GET", "/a/7", False),
        ({"path": "no path"}, "GET", "/a/7", False),
    ],
)
def test_requests_of_an_endpoint_are_told_from_others(given, method, target, is_one):
    (options,) = endpoints(given)

    assert matching(0, options)(request(method, f"{API}{target}")) is is_one


def test_each_that_moves_has_its_number():
    given = endpoints(
        {"path": "/a", "response": {"body": 1}},
        {"path": "/b", "responses": [{"body": 1}, {"drift": DRIFT}], "choose": "cycle"},
    )

    assert [number for number, _, _ in drifting(given)] == [(1, 1)]


def test_a_wrong_expression_is_told_with_its_line_and_column(tmp_path):
    path = tmp_path / "mockforge.yaml"
    path.write_text(
        "endpoints:\n"
        "  - path: /a\n"
        "    response:\n"
        "      drift:\n"
        "        rules:\n"
        "          - field: n\n"
        "            strategy: custom\n"
        "            expression: value +\n"
        "          - {field: m, rate: fast}\n"
    )

    with pytest.raises(ConfigError) as refused:
        load(path, environ={}, here=tmp_path)

    assert "mockforge.yaml:9:30: endpoints[0].response.drift.rules[1].rate" in str(
        refused.value
    )

    path.write_text(path.read_text().replace("rate: fast", "rate: 1"))
    with pytest.raises(ConfigError, match=r"mockforge\.yaml:8:32: .*expression"):
        load(path, environ={}, here=tmp_path)
