import pytest

from mockforge.learning.endpoints.templates import names_of, parts_of


@pytest.mark.parametrize(
    ("template", "segment", "values"),
    [
        ("/{id}", "a", ("a",)),
        ("/{id}", "", None),
        ("/:id", "a", ("a",)),
        ("/{id}.json", "7.json", ("7",)),
        ("/{id}.json", ".json", None),
        ("/{id}.json", "7.xml", None),
        ("/{a}...{b}", "x...y", ("x", "y")),
        ("/Products({id})", "Products(3)", ("3",)),
    ],
)
def test_a_part_gives_the_values_of_its_parameters(template, segment, values):
    (part,) = parts_of(template)

    assert part.values(segment) == values
    if values is not None:
        assert part.filled(values) == segment


def test_words_are_decoded_and_slashes_at_the_end_left_out():
    parts = parts_of("/a%2Fb/{name**}/c/")

    assert [part.text for part in parts] == ["a/b", None, "c"]
    assert parts[1].span


def test_parameters_have_names_even_where_none_is_given():
    assert names_of("/a/*/{x}/**") == ("rest_1", "x", "rest_3")
    assert names_of("/compare/{base}...{head}") == ("base", "head")
