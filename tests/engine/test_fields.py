import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mockforge.engine.fields import minted_in, named_in
from tests.engine.mixing import told
from tests.worlds import API, request

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=3),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["id", "run_id", "a"]), inner, max_size=3)
    ),
    max_leaves=12,
)


def ask(value, query=""):
    body = b"" if value is None else json.dumps(value).encode()
    return request("POST", f"{API}/things{query}", body)


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        (ask(None, "?run_id=7&page=2"), {("field:runid", "7")}),
        (ask({"runId": 7, "id": 8}), {("field:runid", "7")}),
        (ask({"run_ids": ["7", "8"]}), {("field:runid", "7"), ("field:runid", "8")}),
        (ask({"a": {"user-uuid": "x"}}), {("field:useruuid", "x")}),
        (ask({"valid": "x", "paid": 1, "run_id": True, "order_id": ""}), set()),
        (ask(["run_id"]), set()),
        (ask(None), set()),
    ],
)
def test_ids_are_known_by_the_fields_they_stand_in(asked, names):
    assert {*named_in(asked)} == names


def test_what_was_said_before_is_not_minted():
    asked = ask({"experiment_id": "1"})
    answer = told({"run": {"info": {"run_id": "r7", "experiment_id": "1"}}})
    listed = told({"runs": [{"run_id": "r7"}]})

    assert minted_in(asked, answer) == [("field:runid", "r7")]
    assert minted_in(asked, listed) == []


@settings(max_examples=50)
@given(JSON)
def test_any_body_is_read(value):
    assert {*minted_in(ask({}), told(value))} <= {*named_in(ask(value))}
