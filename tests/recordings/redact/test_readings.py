"""Notations: what stands beside a name and is its value."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mockforge.recordings.redact import views
from mockforge.recordings.redact.fields import Fields
from mockforge.recordings.redact.names import Names
from mockforge.recordings.redact.readings import Coding
from mockforge.recordings.redact.vocabulary import Rule

FIELDS = Fields(Names())


@given(st.text(min_size=1), st.integers(0, 3), st.booleans())
def test_a_member_is_read_at_any_depth_of_json_in_json(secret, depth, ascii_only):
    text = json.dumps({"a": 1, "secret": secret, "b": 2}, ensure_ascii=ascii_only)
    for _ in range(depth):
        text = json.dumps({"in": text}, ensure_ascii=ascii_only)
    data = text.encode("utf-8", "surrogatepass")
    (value,) = FIELDS.find(data)
    seen = []

    def look(plain):
        seen.append(plain)
        return plain

    views.json_text(data[value.start : value.end], look, value.levels)

    assert value.levels == depth + 1
    assert seen == [secret.encode("utf-8", "surrogatepass")]


@pytest.mark.parametrize(
    ("data", "coding", "rule"),
    [
        (b'{"pin": 1234}', Coding.NUMBER, Rule.SECRET),
        (b'{"pin": "1234"}', Coding.JSON, Rule.SECRET),
        (b"<pwd>x</pwd>", Coding.XML, Rule.SECRET),
        (b"<pwd><![CDATA[x]]></pwd>", Coding.PLAIN, Rule.SECRET),
        (b"?token=x", Coding.PERCENT, Rule.TOKEN),
        (b"a token=x1", Coding.PERCENT, Rule.STRONG),
        (b"token: x1", Coding.PLAIN, Rule.STRONG),
        (b"Set-Cookie: a=b", Coding.PLAIN, Rule.SET_COOKIE),
    ],
)
def test_the_notation_says_how_a_value_is_written_and_how_sure_it_is(
    data, coding, rule
):
    (value,) = FIELDS.find(data)

    assert (value.coding, value.rule) == (coding, rule)


def test_an_expression_of_some_language_is_no_assignment():
    assert list(FIELDS.find(b"x;if(this.credentials=e.credentials||1)")) == []
    assert list(FIELDS.find(b"x = token==other")) == []


def test_a_piece_of_text_of_a_language_model_is_no_token():
    assert list(FIELDS.find(b'{"token": "Authentication", "logprob": -0.1}')) == []
