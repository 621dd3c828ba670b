import pytest

from mockforge.event import Kind
from mockforge.recordings.formats.contents import Unreadable
from mockforge.recordings.formats.shape import (
    Fields,
    from_base64,
    member,
    number,
    shown,
)


def fields(**values):
    return Fields(values, "a")


def test_values_are_taken_by_name_and_kind():
    whole = fields(text="t", whole=5, digits=" 12", real=2.0, list=[{}], none=None)

    assert whole.text("text") == "t"
    assert whole.text("none", "default") == "default"
    assert whole.whole("whole") == 5
    assert whole.whole("digits") == 12
    assert whole.whole("real") == 2
    assert whole.number("whole") == 5.0
    assert whole.number("none", 1.5) == 1.5
    assert whole.listing("none") == []
    assert [part.path for part in whole.parts("list")] == ["a.list[0]"]
    assert not whole.has("none", "other")


@pytest.mark.parametrize(
    ("ask", "what"),
    [
        (lambda f: f.text("none"), "a.none is missing"),
        (lambda f: f.text("number"), "a.number is 5, not text"),
        (lambda f: f.whole("text"), "a.text is 'hello', not a whole number"),
        (lambda f: f.whole("flag"), "a.flag is True, not a whole number"),
        (lambda f: f.number("text"), "a.text is 'hello', not a number"),
        (lambda f: f.number("huge"), "a.huge is too large a number"),
        (lambda f: f.number("nan"), "a.nan is too large a number"),
        (lambda f: f.listing("text"), "a.text is 'hello', not a list"),
        (lambda f: f.part("none"), "a.none is missing"),
        (lambda f: f.part("long"), "a.long is a text of 50 characters, not a mapping"),
        (lambda f: list(f.parts("mixed")), r"a.mixed\[0\] is 1, not a mapping"),
        (lambda f: f.only("texts"), "a.text is not a field .* did you mean 'texts'"),
        (lambda f: member(Kind, f, "text", None), "a.text is 'hello'; there are text"),
    ],
)
def test_what_is_not_as_asked_is_named_by_its_path(ask, what):
    whole = fields(
        text="hello",
        number=5,
        flag=True,
        long="x" * 50,
        mixed=[1],
        huge=10**400,
        nan=float("nan"),
    )

    with pytest.raises(Unreadable, match=what):
        ask(whole)


def test_a_whole_that_is_no_mapping_is_named():
    with pytest.raises(Unreadable, match="it is a list, not a mapping"):
        Fields([], "")


def test_base64_may_have_line_breaks():
    assert from_base64("aG\nk=", "a") == b"hi"


@pytest.mark.parametrize("value", ["a", "????", "aGk"])
def test_what_is_not_base64_is_named(value):
    with pytest.raises(Unreadable, match="a is not base64"):
        from_base64(value, "a")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, "missing"),
        (1.5, "1.5"),
        ("short", "'short'"),
        ("x" * 30, "a text of 30 characters"),
        ({}, "a mapping"),
        ([], "a list"),
        (b"x", "binary"),
    ],
)
def test_a_message_quotes_only_short_values(value, expected):
    assert shown(value) == expected


def test_a_number_is_a_number():
    assert number(3, "a") == 3.0
