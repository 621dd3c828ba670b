"""Paths: which requests one stands for, and which of two is nearer."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mockforge.stubs.paths import parse, split


@pytest.mark.parametrize(
    ("path", "asked", "params"),
    [
        ("/", "/", {}),
        ("/orders/:id", "/orders/12", {"id": "12"}),
        ("/orders/{id}", "/orders/a%20b", {"id": "a b"}),
        ("/orders/:id", "/orders/12/", {"id": "12"}),
        ("/orders/", "/orders", {}),
        ("/reports/{id}.json", "/reports/7.json", {"id": "7"}),
        ("/files/*", "/files/a/b", {"*": "a/b"}),
        ("/files/**", "/files", {"*": ""}),
        ("/files/{path**}", "/files/a/b", {"path": "a/b"}),
        ("/a/*/c", "/a/b/c", {}),
        ("/café", "/caf%C3%A9", {}),
        ("/jobs/{id}:cancel", "/jobs/3:cancel", {"id": "3"}),
    ],
)
def test_a_path_stands_for_requests(path, asked, params):
    assert parse(path).match(split(asked)) == params


@pytest.mark.parametrize(
    ("path", "asked"),
    [
        ("/", "/a"),
        ("/orders/:id", "/orders"),
        ("/orders/:id", "/orders/1/items"),
        ("/orders/:id", "/Orders/1"),
        ("/files/*", "/files"),
        ("/reports/{id}.json", "/reports/7.xml"),
        ("/a/*/c", "/a/b/b/c"),
    ],
)
def test_and_for_no_others(path, asked):
    assert parse(path).match(split(asked)) is None


@pytest.mark.parametrize(
    "path", ["orders", "/a?b=1", "/a#b", "/a b", "/a/{", "/**/a", "/:a/:a", ""]
)
def test_what_is_no_path_is_refused(path):
    with pytest.raises(ValueError, match=r"."):
        parse(path)


def test_the_path_that_says_more_is_nearer():
    texts = ["/a/b", "/a/{x}.json", "/a/:id", "/a/*", "/a/**", "/:any", "/**"]

    shuffled = sorted({*texts}, key=lambda text: parse(text).openness)

    assert shuffled == texts


def test_two_that_stand_for_the_same_have_one_shape():
    assert parse("/a/:id/").shape == parse("/a/{key}").shape
    assert parse("/a/:id").shape != parse("/a/{key}.json").shape


@settings(max_examples=50)
@given(st.lists(st.text(min_size=1, max_size=5), min_size=1, max_size=4))
def test_parameters_are_what_was_asked_for(values):
    from urllib.parse import quote

    names = [f"p{number}" for number in range(len(values))]
    path = parse("/" + "/".join(f":{name}" for name in names))
    asked = "/" + "/".join(quote(value, safe="") for value in values)

    assert path.match(split(asked)) == dict(zip(names, values, strict=True))
