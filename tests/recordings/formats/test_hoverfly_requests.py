import pytest

from mockforge.recordings.formats.contents import Unreadable
from mockforge.recordings.formats.hoverfly_requests import (
    Unmatched,
    is_sequence,
    request,
)
from mockforge.recordings.formats.notes import Notes
from mockforge.recordings.formats.shape import Fields


def asked(**fields):
    whole = {"method": "GET", "destination": "api.example", "path": "/"}
    return request(Fields({**whole, **fields}, "request"), Notes(), "pair")


@pytest.mark.parametrize(
    ("fields", "query"),
    [
        ({"query": None}, ""),
        ({"query": {}}, ""),
        ({"query": ""}, ""),
        ({"query": "a=1&b"}, "a=1&b"),
        ({"query": [{"matcher": "exact", "value": "a=1"}]}, "a=1"),
        ({"query": {"a": [{"matcher": "exact", "value": "é"}]}}, "a=%C3%A9"),
        ({"query": {"a": ["1", "2"]}}, "a=1&a=2"),
        ({"queriesWithMatchers": {"a": [{"matcher": "exact", "value": "1"}]}}, "a=1"),
    ],
)
def test_a_query_is_read_in_any_of_its_forms(fields, query):
    assert asked(**fields).target.partition("?")[2] == query


@pytest.mark.parametrize("kind", ["exact", "json", "xml", "Exact"])
def test_matchers_that_stand_for_one_body_are_literal(kind):
    assert asked(body=[{"matcher": kind, "value": "{}"}]).body == b"{}"


def test_older_json_matchers_are_literal():
    assert asked(body={"jsonMatch": '{"a": 1}'}).body == b'{"a": 1}'


def test_two_matchers_at_once_are_none():
    with pytest.raises(Unmatched, match="several matchers"):
        asked(body={"jsonMatch": "{}", "globMatch": "*"})


@pytest.mark.parametrize("path", [5, [{"matcher": "exact", "value": 5}]])
def test_a_matcher_that_is_none_is_named(path):
    with pytest.raises(Unreadable, match=r"request\.path"):
        asked(path=path)


def test_states_of_a_sequence_are_told_from_others():
    assert is_sequence({"sequence:1": "2"})
    assert is_sequence(["sequence:1"])
    assert not is_sequence({"cart": "full"})
