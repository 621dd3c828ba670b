import base64
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from mockforge.errors import RecordingError
from mockforge.recordings.formats.contents import Unreadable
from mockforge.recordings.formats.document import MAX_DEPTH, Document, compose


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", None),
        ("a: 1", {"a": "1"}),
        ("a: no", {"a": "no"}),
        ("a: 2020-01-01", {"a": "2020-01-01"}),
        ("a: ~", {"a": None}),
        ("a:", {"a": None}),
        ("a: ''", {"a": ""}),
        ("a: !!str", {"a": ""}),
        ("a: !!binary aGk=", {"a": b"hi"}),
        ("a: !!int 5", {"a": "5"}),
        ("- &x [1]\n- *x", [["1"], ["1"]]),
        ("- &x word\n- *x", ["word", "word"]),
        ("1: a\n~: b", {"1": "a", "": "b"}),
        ("!!binary aGk=: a", {"hi": "a"}),
        ("a: !!python/object/apply:os.system [ls]", {"a": ["ls"]}),
        ("a: !ruby/object:X {b: c}", {"a": {"b": "c"}}),
    ],
)
def test_scalars_stay_the_text_they_were(text, value):
    assert compose(text.encode())[0] == value


@given(
    st.recursive(
        st.none() | st.text() | st.binary(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
        max_leaves=10,
    )
)
def test_what_a_yaml_library_writes_is_read_as_it_reads_it(value):
    text = yaml.safe_dump(value, allow_unicode=True)

    # Not as *value*: PyYAML does not read back every line separator it writes.
    assert compose(text.encode())[0] == yaml.safe_load(text)


def test_depth_ends_with_an_error_and_not_with_the_process():
    with pytest.raises(Unreadable, match="nested too deep"):
        compose(b"- " * (MAX_DEPTH + 5))


def document(text):
    return Document(Path("a.file"), text.encode())


@pytest.mark.parametrize(
    "text", ['{"a": [\n{},\n{"b": 1}]}', "a:\n- {}\n- b: 1", "{a: [\n{},\n{b: 1}]}"]
)
def test_a_line_is_found_again(text):
    assert document(text).line("a", 1) == 3


def test_the_line_of_what_is_not_there_is_that_of_what_is_round_it():
    assert document("a:\n- {}\n- b: 1").line("a", 1, "c", "d") == 3


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ('{"a": ', "not JSON: Expecting value (a.file:1)"),
        ('{"a": 1}\n{', "not JSON: Extra data (a.file:2)"),
        ('{"a": ' + "[" * 100_000, "nested too deep (a.file)"),
        ("a: [1", "it is not YAML: "),
        ("a: !!binary ???", "this binary is not base64 (a.file:1)"),
        ("a\x00b", "it is not YAML: "),
    ],
)
def test_what_is_neither_json_nor_yaml_is_named(text, what):
    with pytest.raises(RecordingError) as caught:
        document(text)

    assert what in str(caught.value)


def test_bytes_that_are_no_utf_8_are_named():
    with pytest.raises(RecordingError, match="not UTF-8"):
        Document(Path("a.file"), b'{"a": "\xff"}')


def test_binary_may_be_wrapped():
    encoded = base64.encodebytes(bytes(100)).decode().replace("\n", "\n    ")

    assert compose(f"a: !!binary |\n    {encoded}".encode())[0] == {"a": bytes(100)}
