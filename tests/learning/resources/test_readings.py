from hypothesis import given
from hypothesis import strategies as st

from mockforge.learning.resources.readings import (
    alike,
    dressed,
    flat,
    objects,
    plain,
    same,
    sources_of,
)
from tests.learning.resources.told import LIFE, samples_of, talk

XML = {"users": {"user": [{"id": ["1"], "name": ["ann"]}], "next": [""]}}


def test_xml_is_plain_where_nothing_is_repeated():
    assert plain(XML, True) == {
        "users": {"user": {"id": "1", "name": "ann"}, "next": ""}
    }
    assert plain(XML, True, frozenset({("users", "user")})) == {
        "users": {"user": [{"id": "1", "name": "ann"}], "next": ""}
    }


NAMES = st.sampled_from(["a", "b", "@c"])
TEXTS = st.text("xyz", max_size=2)


@given(
    st.recursive(
        TEXTS,
        lambda inner: st.dictionaries(
            st.sampled_from(["a", "b"]), st.lists(inner, min_size=1), min_size=1
        ),
        max_leaves=6,
    )
)
def test_plain_xml_is_dressed_as_it_was(inner):
    assert dressed(plain({"root": inner}, True), True) == {"root": inner}


def test_objects_come_from_the_outside_in():
    found = [general for general, _, _ in objects({"a": [{"b": {}}], "c": {}})]

    assert found == [(), ("c",), ("a", "*"), ("a", "*", "b")]


def test_fields_are_flat_but_for_lists_and_wholes():
    record = {"a": {"b": 1, "c": [2]}, "d": {"e": 3}}

    assert flat(record, wholes=frozenset({("d",)})) == {
        ("a", "b"): 1,
        ("a", "c"): [2],
        ("d",): {"e": 3},
    }


def test_the_same_written_as_text_is_the_same():
    assert same(7, "7")
    assert not same(None, "null")
    assert alike(("body", "userId"), ("user_id",))


def test_sources_are_parameters_query_and_everything_in_the_body():
    _, samples = samples_of(talk(("POST /a?x=1", {"b": {"c": [2]}}, 200, None), *LIFE))
    one = samples[0]

    found = sources_of(one.asked, one.params, one.exchange.request.headers)

    assert found["query", "x"] == "1"
    assert found["body", "b"] == {"c": [2]}
    assert found["body", "b", "c", 0] == 2
