import pytest
from hypothesis import given
from hypothesis import strategies as st

from mockforge.config.document import parse
from mockforge.config.values import (
    MASK,
    Place,
    Problem,
    at,
    deepest,
    dotted,
    is_secret,
    leaves,
    merged,
    plain,
    shown,
    undotted,
)


def read(text):
    root, problems = parse(text, "f.yaml")
    assert problems == []
    return root


NAMES = st.text("abz_-09/ *", min_size=1).filter(str.strip)


@given(st.lists(st.one_of(NAMES, st.integers(0, 99)), min_size=1).map(tuple))
def test_a_path_is_spelled_and_read_back(path):
    # A path begins at a key: nothing is above it that could have an index.
    path = ("top", *path)
    assert undotted(dotted(path)) == path


@pytest.mark.parametrize("text", ["", "a..b", ".a", "a[x]", "a.", "a[1"])
def test_what_spells_no_path_is_refused(text):
    with pytest.raises(ValueError, match="is not a key"):
        undotted(text)


@pytest.mark.parametrize(
    ("name", "secret"),
    [
        ("api_key", True),
        ("apiKey", True),
        ("OPENAI-API-KEY", True),
        ("token", True),
        ("admin_token", True),
        ("password", True),
        ("Authorization", True),
        ("max_tokens", False),
        ("cookie_name", False),
        ("keep", False),
        ("monkey", False),
        ("ignore", False),
    ],
)
def test_a_name_says_whether_its_value_is_secret(name, secret):
    assert is_secret(("rag", name)) is secret


def test_what_is_shown_holds_no_secret():
    values = {
        "api_key": "sk-1",
        "list": [{"password": 3}],
        "upstream": "https://user:pw@example.com/x",
        "token": "",
        "enabled": True,
    }

    assert shown(values, ()) == {
        "api_key": MASK,
        "list": [{"password": MASK}],
        "upstream": f"https://{MASK}@example.com/x",
        "token": "",
        "enabled": True,
    }
    assert shown("from outside", ("db",), is_expanded=True) == MASK


def test_what_lies_on_top_wins_key_by_key():
    upper, lower = read("a: {x: 1}\nl: [1]"), read("a: {x: 0, y: 2}\nl: [2, 3]\nb: 3")

    assert plain(merged(upper, lower)) == {"a": {"x": 1, "y": 2}, "l": [1], "b": 3}


def test_the_deepest_node_on_a_path_is_the_last_one_written():
    root = read("a:\n  b: [x]\n")

    node, steps = deepest(root, ("a", "b", 3, "c"))

    assert (plain(node), steps) == (["x"], 2)
    assert at(root, ("a", "b", 0)) is not None
    assert at(root, ("a", "b", 1)) is None
    assert at(root, ("a", "z")) is None


def test_leaves_are_scalars_and_empty_collections():
    root = read("a: {b: 1, c: []}\nd: [x, {}]\n")

    assert [dotted(path) for path, _ in leaves(root)] == ["a.b", "a.c", "d[0]", "d[1]"]


def test_a_problem_is_a_line_an_editor_can_jump_to():
    place = Place("mockforge.yaml", 3, 5)

    problem = Problem(place, ("server", "prot"), "unknown key", "did you mean 'port'?")

    assert str(problem) == (
        "mockforge.yaml:3:5: server.prot: unknown key; did you mean 'port'?"
    )
