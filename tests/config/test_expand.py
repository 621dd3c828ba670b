import pytest
from hypothesis import given
from hypothesis import strategies as st

from mockforge.config.document import parse
from mockforge.config.expand import expand
from mockforge.config.values import at, plain


def expanded(text, **environ):
    root, problems = parse(text, "f.yaml")
    assert problems == []
    return expand(root, environ)


def node(root, *path):
    found = at(root, path)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("written", "environ", "value"),
    [
        ("${A}", {"A": "x"}, "x"),
        ("${A}", {"A": "80"}, 80),
        ("'${A}'", {"A": "80"}, "80"),
        ("${A}", {"A": ""}, None),
        ("'${A}'", {"A": ""}, ""),
        ("http://${A}:${B}/", {"A": "h", "B": "1"}, "http://h:1/"),
        ("${A:-8080}", {}, 8080),
        ("${A:-8080}", {"A": ""}, 8080),
        ("${A:-}", {}, None),
        ('"${A:-a b}"', {}, "a b"),
        ("${A}", {"A": "${B}"}, "${B}"),
        ("$${A}", {}, "${A}"),
        ("$A", {"A": "x"}, "$A"),
        ("a$b{c}", {}, "a$b{c}"),
    ],
)
def test_variables_are_filled_in_once(written, environ, value):
    root, problems = expanded(f"k: {written}\n", **environ)

    assert problems == []
    assert plain(root) == {"k": value}


def test_a_value_from_the_environment_is_known_as_one():
    root, _ = expanded("a: ${A}\nb: x\nc: ['$${A}']\n", A="secret")

    assert node(root, "a").is_expanded
    assert not node(root, "b").is_expanded
    assert not node(root, "c", 0).is_expanded


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("${A}", "f.yaml:2:6: k.l: the environment has no variable 'A'; set it, or"),
        ("${}", "f.yaml:2:6: k.l: '${}' names no variable; write ${NAME}"),
        ("${a.b}", "'${a.b}' names no variable"),
        ("${A-b}", "'${A-b}' names no variable"),
        ("x${A", "'${A' names no variable"),
    ],
)
def test_what_cannot_be_filled_in_is_told_with_its_place(written, said):
    _, problems = expanded(f"k:\n  l: {written!r}\n")

    assert len(problems) == 1
    assert said in str(problems[0])


@given(st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"])))
def test_what_the_environment_holds_is_never_expanded_again(text):
    root, problems = expanded("k: '${A}'\n", A=text)

    assert problems == []
    assert plain(root) == {"k": text}
