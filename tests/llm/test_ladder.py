import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mockforge.llm.expected import Expected
from mockforge.llm.ladder import climbed, repaired
from tests.llm.outputs import CUSTOMER, DOCUMENTS, NOTHING, PARTS, RIGHT, compact

ONE = Expected(CUSTOMER)


@pytest.mark.parametrize("document", DOCUMENTS, ids=["full", "short", "odd", "fence"])
@pytest.mark.parametrize("name", RIGHT)
def test_the_document_comes_out_of_whatever_is_round_it(name, document):
    found = climbed(RIGHT[name](document), ONE)

    assert found.documents == [document], (found, RIGHT[name](document))


@pytest.mark.parametrize("text", NOTHING, ids=lambda text: repr(text[:16]))
def test_nothing_comes_out_of_nothing(text):
    found = climbed(text, ONE)

    assert found.documents == []
    assert found.partial is None
    assert found.problems


@pytest.mark.parametrize(("text", "part"), PARTS)
def test_what_is_right_of_a_part_is_of_use(text, part):
    found = climbed(text, ONE)

    assert found.documents == []
    assert part.items() <= found.partial.items()
    assert not set(found.partial) - set(CUSTOMER["properties"])
    for name, value in found.partial.items():
        only = {"type": "object", "properties": {name: CUSTOMER["properties"][name]}}
        assert Expected(only).problems({name: value}) == []


def test_the_table_has_two_hundred_outputs():
    assert len(RIGHT) * len(DOCUMENTS) + len(NOTHING) + len(PARTS) >= 200


A, B, C = ({**DOCUMENTS[1], "id": number, "name": f"N{number}"} for number in (1, 2, 3))


@pytest.mark.parametrize(
    ("text", "want"),
    [
        (compact({"items": [A, B, C]}), [A, B, C]),
        (compact([A, B, C]), [A, B, C]),
        (compact({"customers": [A, B, C], "total": 3}), [A, B, C]),
        (compact({"c1": A, "c2": B, "c3": C}), [A, B, C]),
        (f"```json\n{compact([A, B, C])}\n```", [A, B, C]),
        (f"{compact(A)}\n{compact(B)}\n{compact(C)}", [A, B, C]),
        (f"1. {compact(A)}\n2. {compact(B)}\n3. {compact(C)}", [A, B, C]),
        (compact([A, B, C, A]), [A, B, C]),
        (compact([A, {"id": "x"}, C]), [A, C]),
        (compact(A), [A]),
        (compact({"items": [A, B]}), [A, B]),
        (compact([A, B, C])[:-20], [A, B]),
        (compact({"items": [A, B, C]})[:-40], [A, B]),
        ("[]", []),
        ("no", []),
    ],
)
def test_several_documents_come_out_of_lists_and_lines(text, want):
    assert climbed(text, Expected(CUSTOMER, 3)).documents == want


@pytest.mark.parametrize(
    ("text", "want"),
    [('{"a": 1}', [{"a": 1}]), ('[{"a": 1}]', [{"a": 1}]), ("{}", []), ("[]", []),
     ("x", []), ("Hi {there}", []), ('x {"a": {"b": [1]}} y', [{"a": {"b": [1]}}])],
)  # fmt: skip
def test_without_a_schema_an_object_will_do(text, want):
    assert climbed(text, Expected()).documents == want


@pytest.mark.parametrize(
    ("schema", "text", "want"),
    [
        ({"type": "array", "items": {"type": "integer"}}, "[1, 2]", [1, 2]),
        ({"type": "array", "items": {"type": "integer"}}, '{"items": [[1]]}', [1]),
        ({"type": "integer"}, '{"items": [7]}', 7),
        ({"type": "integer"}, "7", 7),
        ({"type": "string"}, '{"items": ["a"]}', "a"),
    ],
)
def test_a_document_may_be_no_object(schema, text, want):
    assert climbed(text, Expected(schema)).documents == [want]


Anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from([*CUSTOMER["properties"], "items", "x"]), inner, max_size=4
        )
    ),
    max_leaves=12,
)


@settings(max_examples=50, deadline=None)
@given(value=Anything, cut=st.integers(0, 60), many=st.integers(1, 3), text=st.text())
def test_nothing_makes_it_raise_and_what_it_finds_is_valid(value, cut, many, text):
    expected = Expected(CUSTOMER, many)
    whole = json.dumps(value)
    for one in (whole, whole[: max(0, len(whole) - cut)], text + whole + text, text):
        found = climbed(one, expected)
        assert len(found.documents) <= many
        assert [p for doc in found.documents for p in expected.problems(doc)] == []
        json.dumps(found.documents, allow_nan=False)


def test_what_is_hopeless_is_not_repaired():
    assert repaired("no json at all") is None
    assert repaired("") is None
