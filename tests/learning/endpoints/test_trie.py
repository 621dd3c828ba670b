import random

from hypothesis import given
from hypothesis import strategies as st

from mockforge.learning.endpoints.trie import (
    PLACES,
    SHAPES,
    WORDS,
    Drawn,
    End,
    Node,
    merged,
)

TEXTS = st.lists(st.text(max_size=3), max_size=60)


@given(TEXTS, st.integers(0, 99))
def test_a_sample_is_the_same_in_any_order(texts, seed):
    mixed = list(texts)
    random.Random(seed).shuffle(mixed)

    assert list(Drawn(8, texts)) == list(Drawn(8, mixed))
    assert len(Drawn(8, texts)) == min(8, len(set(texts)))


def test_a_place_with_too_many_values_is_given_up():
    end = End()
    for number in range(WORDS + 1):
        end.note((1, 200), {("body", "name"): f"n{number}"})

    assert end.places["body", "name"] is None


def test_what_is_counted_stays_within_its_bounds():
    end = End()
    for number in range(200):
        end.note((number, 200), {("body", f"f{number}"): "x"})

    assert len(end.shapes) == SHAPES
    assert len(end.places) == PLACES


def ended(method, count):
    end = End()
    for _ in range(count):
        end.count += 1
        end.note((7, 200), {("query", "a"): "b"})
    node = Node()
    node.ends[method] = end
    return node


def test_merged_nodes_have_what_each_had_and_leave_it_alone():
    one, other = ended("GET", 2), ended("GET", 3)
    other.children["x"] = ended("POST", 1)
    other.children["x"].see("17")

    whole = merged([one, other])

    assert whole.ends["GET"].count == 5
    assert whole.ends["GET"].shapes == {(7, 200): 5}
    assert whole.ends["GET"].places == {("query", "a"): {"b": {(7, 200): 5}}}
    assert list(whole.children["x"].values or ()) == ["17"]
    assert (one.ends["GET"].count, other.ends["GET"].count) == (2, 3)
    assert (whole.size(), whole.count()) == (2, 6)
    assert one.merge(other) == 1


def test_a_node_tells_words_from_kinds():
    node = Node()
    for label in ("b", "a", "\0\0number\0", "\0\0number\0.json"):
        node.children[label] = Node()

    assert node.words() == ["a", "b"]
    assert sorted(node.names()) == ["\0\0number\0.json", "a", "b"]
