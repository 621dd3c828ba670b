import pytest

from mockforge.errors import RecordingError
from mockforge.recordings.formats import bodies
from mockforge.recordings.formats.bodies import Style
from mockforge.recordings.formats.contents import Unreadable
from mockforge.recordings.formats.shape import Fields


@pytest.mark.parametrize(
    ("body", "fields"),
    [
        (b"", {}),
        (b'{"a":1}', {"json": {"a": 1}}),
        (b'{"a": 1}', {"json": {"a": 1}, "style": "spaced"}),
        (b'{"a": 1, "b": 2}\n', {"json": {"a": 1, "b": 2}, "style": "spaced newline"}),
        (b'{\n  "a": 1\n}', {"json": {"a": 1}, "style": "indent2"}),
        (b'{\n    "a": 1\n}', {"json": {"a": 1}, "style": "indent4"}),
        (b'{\n\t"a": 1\n}', {"json": {"a": 1}, "style": "tab"}),
        (b'["\\u00e9"]', {"json": ["é"], "style": "ascii"}),
        ('["é"]'.encode(), {"json": ["é"]}),
        (b'["\\u003cb\\u003e"]', {"json": ["<b>"], "style": "html"}),
        (b'["a\\/b"]', {"json": ["a/b"], "style": "slashes"}),
        (b"[275.0]", {"json": [275.0]}),
        (b"[12345678901234567890123]", {"json": [12345678901234567890123]}),
        (b"[]\r\n", {"json": [], "style": "crlf"}),
        (b"[1.10]", {"text": "[1.10]"}),
        (b"[1E400]", {"text": "[1E400]"}),
        (b"[NaN]", {"text": "[NaN]"}),
        (b'{"a":1,"a":2}', {"text": '{"a":1,"a":2}'}),
        (b"{  }", {"text": "{  }"}),
        (b"{not json", {"text": "{not json"}),
        (b"12", {"text": "12"}),
        (b"text", {"text": "text"}),
        (b"nul\0", {"base64": "bnVsAA=="}),
        (b"\xff", {"base64": "/w=="}),
    ],
)
def test_a_body_is_as_readable_as_it_can_be_without_loss(body, fields):
    kept = bodies.keep(body, None)

    assert kept == fields
    assert bodies.kept(Fields(kept, ""), None) == body


@pytest.mark.parametrize(
    "name", ["", "spaced", "indent2 newline", "tab ascii html slashes crlf"]
)
def test_a_style_has_a_name(name):
    assert Style.named(name).name() == name


def test_an_unknown_style_is_named_with_those_there_are():
    with pytest.raises(Unreadable, match="'wide' is not a style of JSON; there are"):
        Style.named("wide")


@pytest.mark.parametrize(
    ("fields", "what"),
    [
        ({"base64": "?"}, "base64 is not base64"),
        ({"text": 5}, "text is 5, not text"),
        ({"text": "\ud800"}, "no Unicode text"),
        ({"json": float("inf")}, "holds what JSON cannot"),
        ({"file": "../../etc/passwd"}, "not the name of a body's file"),
        ({"file": "0" * 32 + ".json"}, "cannot be read"),
    ],
)
def test_what_is_no_body_is_named(tmp_path, fields, what):
    with pytest.raises(Unreadable, match=what):
        bodies.kept(Fields(fields, ""), tmp_path)


def test_a_body_in_a_file_must_be_what_its_name_says(tmp_path):
    body = b"x" * (bodies.BIG + 1)
    kept = bodies.keep(body, tmp_path)
    assert bodies.kept(Fields(kept, ""), tmp_path) == body
    (tmp_path / kept["file"]).write_bytes(b"edited")

    with pytest.raises(Unreadable, match="was changed"):
        bodies.kept(Fields(kept, ""), tmp_path)


def test_a_folder_that_cannot_be_made_is_named(tmp_path):
    (tmp_path / "file").write_text("")

    with pytest.raises(RecordingError, match="cannot be written"):
        bodies.keep(bytes(bodies.BIG + 1), tmp_path / "file" / "shop.bodies")
