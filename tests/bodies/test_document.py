import pytest
from hypothesis import given
from hypothesis import strategies as st

from mockforge.bodies.document import (
    DEEPEST,
    LONGEST,
    at,
    general,
    leaves,
    read,
    replaced,
    shown,
    write,
)

JSON = ((b"Content-Type", b"application/json"),)
XML = ((b"Content-Type", b"text/xml"),)
FORM = ((b"Content-Type", b"application/x-www-form-urlencoded"),)
NAMES = st.text("abc", min_size=1, max_size=3)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=3)
    ),
    max_leaves=8,
)


@pytest.mark.parametrize(
    ("headers", "body", "kind", "value"),
    [
        (JSON, b'{"a": [1, 2.5, null]}', "json", {"a": [1, 2.5, None]}),
        ((), b"[1]", "json", [1]),
        (FORM, b"a=1&b=x+y&a=2", "form", {"a": ["1", "2"], "b": "x y"}),
        (XML, b"<a><b>1</b><b>2</b></a>", "xml", {"a": {"b": ["1", "2"]}}),
        (XML, b"<?xml version='1.0'?>\n<a/>", "xml", {"a": ""}),
        (XML, b'<a x="1&amp;2">t</a>', "xml", {"a": {"@x": "1&2", "#text": "t"}}),
        (XML, b"<a><![CDATA[<b>]]></a>", "xml", {"a": "<b>"}),
        (XML, b"<a>\n  <b> c </b>\n</a>", "xml", {"a": {"b": [" c "]}}),
        ((), b"hello", "text", "hello"),
        ((), b"\xff\x00", "binary", None),
        ((), b"", "empty", None),
        (((b"Content-Type", b"application/x-ndjson"),), b"1\n2\n", "lines", [1, 2]),
        (XML, b"<a><b></a>", "binary", None),
        (XML, b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "binary", None),
        (JSON, b"[" * (DEEPEST + 1) + b"]" * (DEEPEST + 1), "binary", None),
        (JSON, b'"' + b"x" * LONGEST + b'"', "binary", None),
    ],
)
def test_a_body_is_read_as_what_it_is(headers, body, kind, value):
    document = read(headers, body)

    assert (document.kind, document.value) == (kind, value)


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        (JSON, b'{"a": 1, "b": [true]}'),
        (JSON, b'{"a":1,"b":[true]}'),
        (JSON, b'{\n  "a": 1,\n  "b": [\n    true\n  ]\n}\n'),
        (JSON, b'{"a":"\\u00e9"}'),
        (JSON, '{"a":"é"}'.encode()),
        (JSON, b"{}"),
        (FORM, b"a=1&a=2&b=x+y"),
        (XML, b'<?xml version="1.0"?>\n<a x="1"><b>1</b><b>2</b><c/></a>\n'),
        (((b"Content-Type", b"application/x-ndjson"),), b'{"a": 1}\n{"a": 2}\n'),
    ],
)
def test_a_body_is_written_as_it_was(headers, body):
    document = read(headers, body)

    assert write(document, document.value) == body


@given(VALUES)
def test_leaves_are_all_scalars_with_their_places(value):
    for path, leaf in leaves(value):
        assert at(value, path) == leaf


@given(VALUES)
def test_replaced_changes_what_it_is_told_and_nothing_else(value):
    changed = replaced(value, {path: "new" for path, _ in leaves(value)})

    assert [leaf for _, leaf in leaves(changed)] == ["new" for _ in leaves(value)]
    assert [path for path, _ in leaves(changed)] == [path for path, _ in leaves(value)]


@pytest.mark.parametrize(
    ("path", "text", "generally"),
    [
        (("body", "items", 0, "id"), "body.$.items[0].id", "body.$.items[*].id"),
        (("query", "page"), "query.page", "query.page"),
        (("path", 1), "path[1]", "path[1]"),
    ],
)
def test_a_path_is_shown_as_people_write_it(path, text, generally):
    assert (shown(path), shown(general(path))) == (text, generally)


@pytest.mark.parametrize("path", [("b",), ("a", 1), ("a", "x"), ("a", 0, 0)])
def test_a_path_that_leads_nowhere_is_an_error(path):
    with pytest.raises(KeyError):
        at({"a": [1]}, path)
