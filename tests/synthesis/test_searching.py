"""What is searched for comes in what is found."""

import pytest

from mockforge.synthesis.searching import searched
from tests.synthesis.asks import ask, several, thing


@pytest.mark.parametrize(
    ("path", "query", "fields", "word"),
    [
        ("/products", "q=red shoes", "id name price:n", "shoes"),
        ("/articles", "search=kubernetes", "id title author", "kubernetes"),
        ("/users", "query=anna", "id name email", "anna"),
        ("/jobs", "keyword=engineer", "id title company", "engineer"),
        ("/notes", "term=rent", "id text", "rent"),
        ("/search", "q=climate", "id title snippet", "climate"),
    ],
)
@pytest.mark.parametrize("shape", ["list", "around"])
def test_each_that_is_found_has_the_word(path, query, fields, word, shape):
    schema = several(thing(fields))
    if shape == "around":
        schema = thing("query took_ms:i", results=schema)
    found = ask(path, f"{path}?{query}", schema, count=4)
    if shape == "around":
        assert word in found["query"]
        found = found["results"]

    assert found
    assert all(word in str([*each.values()]).lower() for each in found)
    texts = [str(each) for each in found]
    assert len({*texts}) == len(texts)


def test_people_who_are_found_have_addresses_like_their_names():
    found = ask("/users", "/users?q=anna", several(thing("first_name last_name email")),
                count=6)  # fmt: skip

    for each in found:
        assert "Anna" in (each["first_name"], each["last_name"])
        assert each["email"].startswith(("a", each["first_name"][0].lower()))


@pytest.mark.parametrize("text", ["", "a" * 99, "<b>", "x;y", "' OR 1=1"])
def test_other_things_are_searched_for_by_nobody(text):
    assert searched({"q": text}) == ""
