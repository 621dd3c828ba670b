from hypothesis import given
from hypothesis import strategies as st

from mockforge.learning.resources.readings import Sources
from mockforge.learning.resources.texts import assembled, pieces


def test_a_text_is_cut_where_a_value_stands_as_a_word():
    sources: Sources = {("id",): "7", ("body", "name"): "ann"}

    found = pieces("user 7 of 77 is ann", sources, True)

    assert found == ["user ", ("id",), " of 77 is ", ("body", "name")]


@given(st.text("ab7 /", max_size=12), st.text("ab7", min_size=1, max_size=3))
def test_pieces_make_the_text_they_are_of(told, value):
    sources: Sources = {("id",): value}

    assert assembled(pieces(told, sources, True), sources) == told


def test_a_text_with_a_value_missing_is_not_made():
    assert assembled(["a", ("id",)], {}) is None
