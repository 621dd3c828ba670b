"""Values that stand for others are found where they stand, and nowhere else."""

import base64
import json
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mockforge.sources.correlated.names import MOST, Names, is_telling

OLD = "7c9e6679-7425-40de-944b-e07fc1f90ae7"
NEW = "0b0cb0e3-5ee0-4f3c-a9d7-6c3ae2d1f3aa"
ALNUM = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"


def names(**more):
    """Return names of which one is as above."""
    found = Names()
    for old, new in {OLD: NEW, **more}.items():
        found.add(old, new)
    return found


def coded(text, write=base64.b64encode):
    """Return *text* in base64."""
    return write(text.encode()).decode()


def dotted(text):
    """Return *text* as a part of a token."""
    return coded(text, base64.urlsafe_b64encode).rstrip("=")


@pytest.mark.parametrize(
    "write",
    [
        str,
        "order {}".format,
        "/orders/{}/lines?x=1".format,
        '{{"a":["{}"]}}'.format,
        lambda v: json.dumps(json.dumps({"id": v, "q": 'a"b'})),
        lambda v: f"/cb?next={quote(f'https://h/x?id={v}&y=ä', safe='')}",
        lambda v: f"a%3D{v}%26b",
        lambda v: f"\\u0026{v}\\n{v}",
        lambda v: coded(f"cursor:{v}"),
        lambda v: coded(f'{{"after":"{v}"}}', base64.urlsafe_b64encode).rstrip("="),
        lambda v: coded(coded(f"of {v} in two")),
        lambda v: f"eyJhbGciOiJub25lIn0.{dotted(v + '~~?')}.c2ln",
        lambda v: f"/things/{coded(f'Thing:{v}').rstrip('=')}/parts",
        lambda v: f"<id>{v}</id><ref to='{v}'/>",
        lambda v: f"id={v}; Path=/",
        lambda v: f"x_{v}_y",
    ],
)
def test_a_value_is_renamed_wherever_it_stands(write):
    assert names().text(write(OLD)) == write(NEW)


@pytest.mark.parametrize(
    ("text", "old"),
    [
        (f"a{OLD}", OLD),
        (f"{OLD}0", OLD),
        ("17000000001", "1700000000"),
        ("1700000000.25", "1700000000"),
        ("0.1700000000", "1700000000"),
        ("1700000000e", "1700000000"),
    ],
)
def test_a_part_of_a_longer_word_is_not(text, old):
    assert names(**{old: "1800000000"}).text(text) == text


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[1700000000,1]", "[1800000000,1]"),
        ("at 1700000000.", "at 1800000000."),
        ("-1700000000", "-1800000000"),
    ],
)
def test_a_number_is_a_word(text, told):
    assert names(**{"1700000000": "1800000000"}).text(text) == told


def test_the_longer_of_two_is_meant():
    found = names(**{f"{OLD}-x": "longer-one-9"})
    assert found.text(f"{OLD}-x {OLD}-y") == f"longer-one-9 {NEW}-y"


def test_what_a_url_must_escape_is_escaped_there_only():
    found = names(abcdefgh12="ab+/ef==12")
    assert found.text('{"id": "abcdefgh12"}') == '{"id": "ab+/ef==12"}'
    assert found.text("/cb?x=1&id=abcdefgh12") == "/cb?x=1&id=ab%2B%2Fef%3D%3D12"


@pytest.mark.parametrize(
    "value",
    [
        "",
        "short",
        "a\nb\nc\nd\ne\nf",
        'quoted"word',
        "tag<b>word",
        "-" * 20,
        "x" * 5000,
    ],
)
def test_what_may_stand_anywhere_is_not_looked_for(value):
    assert not is_telling(value)


def test_there_are_never_more_than_there_is_room_for():
    found = Names()
    for number in range(MOST + 50):
        found.add(f"value-{number:06}", f"other-{number:06}")
    assert len(found) == MOST
    assert found.text("value-000001 value-002040") == "value-000001 other-002040"


VALUES = st.text(ALNUM + "-_", min_size=9, max_size=24).filter(
    lambda text: is_telling(text) and text[-1].isalnum()
)


@given(VALUES, VALUES, st.lists(st.text(" ,;/:{}[]'~", min_size=1), max_size=4))
def test_renaming_there_and_back_changes_nothing(old, new, between):
    there, back = Names(), Names()
    there.add(old, new)
    back.add(new, old)
    text = old.join(["", *between, ""])
    assert back.text(there.text(text)) == text


@given(st.text(max_size=200))
def test_a_text_without_the_value_is_as_it_was(text):
    assert names().text(text) == text.replace(OLD, NEW)


@given(VALUES)
def test_what_is_dropped_is_not_renamed(old):
    found = Names()
    found.add(old, NEW)
    assert old in found
    found.drop(old)
    assert (len(found), found.get(old), found.text(old)) == (0, None, old)
