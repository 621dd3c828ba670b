import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from mockforge.config.document import DEPTH, parse, resolve
from mockforge.config.values import at, plain

# YAML 1.1, which the writer speaks, breaks lines at some characters of a text, and
# leaves out the quotes of `0E0`, which is no number there.
TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"])).filter(
    lambda text: isinstance(resolve(text), str)
)
JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | TEXT
    | st.floats(allow_nan=False, allow_infinity=False),
    lambda inner: st.lists(inner) | st.dictionaries(TEXT, inner),
    max_leaves=20,
)


def values(text):
    root, problems = parse(text, "f.yaml")
    assert [str(problem) for problem in problems] == []
    return plain(root)


def node(root, *path):
    found = at(root, path)
    assert found is not None
    return found


def said(text):
    return [str(problem) for problem in parse(text, "f.yaml")[1]]


@pytest.mark.parametrize("flow", [True, False])
@given(value=JSON)
def test_what_a_yaml_writer_writes_is_read_back(flow, value):
    text = yaml.safe_dump({"value": value}, default_flow_style=flow, allow_unicode=True)

    assert values(text) == {"value": value}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", None),
        ("~", None),
        ("null", None),
        ("true", True),
        ("False", False),
        ("no", "no"),
        ("on", "on"),
        ("y", "y"),
        ("16:00", "16:00"),
        ("2024-01-01", "2024-01-01"),
        ("0", 0),
        ("-12", -12),
        ("1_000", "1_000"),
        ("0o17", "0o17"),
        ("007", "007"),
        ("1.50", 1.5),
        ("1e3", 1000.0),
        (".5", 0.5),
        (".", "."),
        ("1.2.3", "1.2.3"),
        ("9" * 30, int("9" * 30)),
        ("9" * 5000, "9" * 5000),
        ("1e999", "1e999"),
    ],
)
def test_a_word_stands_for_what_it_looks_like(text, value):
    assert resolve(text) == value
    assert type(resolve(text)) is type(value)


def test_places_count_from_one_and_in_characters():
    root, _ = parse("# ä€😀\nsérver:\n  höst: 'x'\n", "f.yaml")

    found = node(root, "sérver", "höst")

    assert str(found.place) == "f.yaml:3:9"
    assert str(found.key_place) == "f.yaml:3:3"


def test_anchors_aliases_and_merged_keys_are_filled_in():
    text = "a: &x {k: 1, l: 2}\nb: {<<: *x, k: 3}\nc: {<<: [*x, {m: 4}]}\nd: *x\n"

    assert values(text) == {
        "a": {"k": 1, "l": 2},
        "b": {"k": 3, "l": 2},
        "c": {"k": 1, "l": 2, "m": 4},
        "d": {"k": 1, "l": 2},
    }


@pytest.mark.parametrize("text", ["", "# only a comment\n", "---\n", "~"])
def test_a_file_without_content_is_an_empty_one(text):
    assert values(text) == {}


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (
            "a: 1\nb: 2\na: 3\n",
            "f.yaml:3:1: a: the key stands here again, first in line 1",
        ),
        ("a: [1", "f.yaml:2:1: not YAML: "),
        ("a:\n\tb: 1", "indent with spaces, not tabs"),
        ("a: b: c", "quote a value that holds ': '"),
        ("- 1", "f.yaml:1:1: the top of the file must be keys with values"),
        ("a: *q", "f.yaml:1:4: a: no anchor &q stands before *q"),
        ("a: &x [*x]", "f.yaml:1:8: a[0]: *x stands for what it is part of"),
        ("a: 1\n---\nb: 2", "f.yaml:2:1: a second document begins"),
        ("a: !!python/object/apply:os.system [id]", "is not supported; leave it out"),
        ("a: !env X", "the tag '!env' is not supported"),
        ("? [a]\n: 1", "f.yaml:1:3: a key must be a single word"),
        ("a: \x01", "f.yaml:1:1: not YAML: "),
        ("a: {<<: 3}", "<< takes a mapping or a list of them"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_place(text, wrong):
    assert any(wrong in line for line in said(text)), said(text)


@pytest.mark.parametrize("rest", ["}", ", b: 1}", "/x, b: {c: 1}}"])
def test_braces_of_a_path_among_braces_are_told(rest):
    (problem,) = said(f"- 1\n- {{path: /k/{{id}}{rest}\n")

    assert problem.endswith("quote a path that has braces, or write :id")


def test_every_duplicate_is_told_at_once():
    assert len(said("a: {x: 1, x: 2}\nb: 1\nb: 2\nc: 1\nc: 1\n")) == 3


@pytest.mark.parametrize("shape", ["[", "{a: ", "- "])
def test_a_file_that_nests_without_end_is_refused(shape):
    assert f"nested deeper than {DEPTH} levels" in said(shape * 20_000)[0]


def test_a_few_lines_that_stand_for_a_billion_are_refused():
    lines = ["a0: &a0 [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]"]
    for n in range(1, 10):
        lines.append(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]")

    assert "more than 1000000 values" in said("\n".join(lines))[0]


@given(st.text())
def test_no_text_is_too_strange_to_be_told_about(text):
    parse(text, "f.yaml")
