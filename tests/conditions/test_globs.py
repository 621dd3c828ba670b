import fnmatch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mockforge.conditions.globs import glob


@pytest.mark.parametrize(
    ("pattern", "text", "fits"),
    [
        ("/api/posts/*/like", "/api/posts/7/like", True),
        ("/api/posts/*/like", "/api/posts/7/8/like", False),
        ("/api/posts/*/like", "/api/posts//like", True),
        ("/api/users/*", "/api/users/7", True),
        ("/api/users/*", "/api/users/7/orders", True),
        ("/api/users/*", "/api/users", False),
        ("/api/users/*", "/api/users123", False),
        ("/users/:id", "/users/7", True),
        ("/users/{id}", "/users/7", True),
        ("/users/:id", "/users/", False),
        ("/users/:id", "/users/7/x", False),
        ("/a/**/z", "/a/z", True),
        ("/a/**/z", "/a/b/c/z", True),
        ("/a/**", "/a", True),
        ("/v?/x-*", "/v1/x-y", True),
        ("/v?/x-*", "/v12/x-y", False),
        ("/*.json", "/a.json", True),
        ("/", "/", True),
        ("/a", "a", False),
        ("*@example.com", "ann@example.com", True),
        ("*@example.com", "ann@example.com.evil", False),
        ("image/*", "image/png", True),
        ("https://*/x", "https://a/b/x", True),
        ("a.c", "abc", False),
        ("a+(b)", "a+(b)", True),
        ("", "", True),
        ("*", "", True),
    ],
)
def test_a_glob_fits_by_whole_segments(pattern, text, fits):
    assert glob(pattern)(text) is fits


@given(st.text("ab*?.", max_size=8), st.text("ab.\n", max_size=10))
@settings(max_examples=200)
def test_a_glob_of_no_path_is_that_of_a_shell(pattern, text):
    assert glob(pattern)(text) == fnmatch.fnmatchcase(text, pattern)


def test_many_stars_take_no_time():
    assert not glob("*a" * 200 + "b")("a" * 9_999)
    assert not glob("/" + "*a" * 200 + "b/x")("/" + "a" * 9_000 + "/x")
    assert not glob("/" + "**/a/" * 100 + "b")("/a" * 4_000)
    assert not glob("*")("a" * 10_001)
