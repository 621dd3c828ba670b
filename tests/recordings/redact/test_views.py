"""Changes through a coding, and bytes left alone beside them."""

from __future__ import annotations

import json
from html import escape, unescape
from urllib.parse import quote, unquote_to_bytes

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mockforge.recordings.redact import views


def swapped(data):
    """Swap the case of ASCII letters: as long, and its own opposite."""
    return data.swapcase()


@given(st.text())
def test_a_json_string_is_changed_as_it_reads(text):
    for raw in (json.dumps(text), json.dumps(text, ensure_ascii=False)):
        data = raw[1:-1].encode("utf-8", "surrogatepass")
        new = views.json_text(data, swapped)

        assert json.loads(b'"%b"' % new) == views.text_of(swapped(views.bytes_of(text)))


@given(st.text(st.characters(codec="utf-8")))
def test_json_in_json_is_changed_as_it_reads(text):
    data = json.dumps(json.dumps(text))[1:-1]
    inner = data[2:-2].encode()
    new = views.json_text(inner, swapped, 2)

    assert (
        json.loads(json.loads(b'"\\"%b\\""' % new)) == swapped(text.encode()).decode()
    )


@given(st.binary(), st.sampled_from(["", "/", "/?:@"]))
def test_a_percent_encoded_text_is_changed_as_it_reads(data, safe):
    coded = quote(data, safe=safe).encode()
    new = views.percent(coded, swapped)

    assert unquote_to_bytes(new) == swapped(data)
    assert len(new) == len(coded)


@given(st.text(st.characters(codec="utf-8", exclude_characters="\r\x00")))
def test_an_xml_text_is_changed_as_it_reads(text):
    new = views.entities(escape(text).encode(), swapped)

    assert unescape(new.decode()) == swapped(text.encode()).decode()


@given(st.binary(min_size=1))
def test_base64_is_changed_as_it_reads(data):
    import base64

    for coded in (base64.b64encode(data), base64.urlsafe_b64encode(data).rstrip(b"=")):
        new = views.base64_text(coded, swapped)
        assert views.decode_base64(new) == swapped(data)


@given(st.binary())
def test_no_change_gives_the_same_bytes(data):
    for view in (views.json_text, views.percent, views.entities, views.ascii_escapes):
        assert view(data, bytes) == data


def test_only_what_changed_is_written_again():
    data = rb"\u0041b\/c\u00e4\n"
    new = views.json_text(data, lambda plain: plain.replace(b"b", b"x"))

    assert new == rb"\u0041x\/c\u00e4\n"


def test_a_changed_escape_stays_an_escape():
    assert views.json_text(rb"\u0041", swapped) == rb"\u0061"
    assert views.percent(b"%41%62", swapped) == b"%61%42"
    assert views.entities(b"&#65;", swapped) == b"&#97;"


def test_a_surrogate_pair_is_one_character():
    new = views.json_text(rb"\ud83d\ude00", lambda plain: "🐀".encode())

    assert json.loads(b'"%b"' % new) == "🐀"


def test_a_plus_is_a_space_in_a_form_alone():
    assert (
        views.percent(b"a+b", lambda plain: plain.replace(b" b", b" x"), plus=True)
        == b"a+x"
    )
    assert (
        views.percent(b"a+b%20", lambda plain: plain.replace(b" ", b"/")) == b"a+b%2F"
    )


@pytest.mark.parametrize(
    ("view", "data", "new"),
    [
        (views.json_text, rb"a\"b", rb"longer \"text\""),
        (views.percent, b"a%20b", b"longer%20%22text%22"),
        (views.entities, b"a&amp;b", b"longer &quot;text&quot;"),
    ],
)
def test_a_change_of_length_is_written_whole(view, data, new):
    assert view(data, lambda plain: b'longer "text"') == new


def test_quotes_and_backslashes_stay_escaped_when_letters_are_read():
    assert not views.has_ascii_escapes(rb"\u0022\u005c\u000a")
    assert views.has_ascii_escapes(rb"\u0041")
    assert views.has_ascii_escapes(rb"\\u0041")


def test_breaks_written_as_escapes_are_left_where_they_are():
    assert views.line_breaks(rb"ab\ncd\\r", swapped) == rb"AB\nCD\\r"


@pytest.mark.parametrize("data", [b"", b"a", b"not base64!", b"YWJj=", b"YW Jj"])
def test_what_is_no_base64_is_left_alone(data):
    assert views.base64_text(data, swapped) == data
