import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mockforge.bodies.exactjson import (
    Repeated,
    freeze,
    frozen,
    lines,
    number,
    read,
    shown,
    step,
    text_of,
)

LONG = "9" * 5000


@pytest.mark.parametrize(
    "spellings",
    [
        *(("1", "1.0", "1e0", "10e-1", "0.1e1", "1.000", "1E+0"), ("0.1", "0.10")),
        *(("0", "-0", "0.0", "0e5", "-0.0e-3"), ("100", "1e2", "1E2", "1.0e2")),
        *(("-1.5", "-15e-1", "-0.15E1"), ("12345678901234567890123",)),
        *(("1e400", "1" + "0" * 400), (f"{LONG}", f"{LONG}.0", f"{LONG}0e-1")),
        *(("1e5000", "1" + "0" * 5000), ("1e-5000", "0." + "0" * 4999 + "1")),
        *(("1e999999999", "10e999999998"), ("0.1000000000000000055511151231257827",)),
    ],
)
def test_a_number_has_one_form_however_it_is_written(spellings):
    assert len({number(spelling) for spelling in spellings}) == 1


@given(st.decimals(allow_nan=False, allow_infinity=False), st.integers(-20, 20))
def test_numbers_are_equal_by_value_and_never_rounded(value, shift):
    sign, digits, exponent = value.as_tuple()
    assert isinstance(exponent, int)
    shifted = Decimal((sign, (*digits, *([0] * abs(shift))), exponent - abs(shift)))

    assert number(f"{value:f}") == number(f"{shifted:E}")


@given(st.decimals(-1000, 1000, places=3), st.decimals(-1000, 1000, places=2))
def test_other_values_are_other_numbers(one, other):
    assert (number(str(one)) == number(str(other))) == (one == other)


def test_an_exponent_that_is_no_exponent_any_more_is_refused():
    with pytest.raises(ValueError, match="digits"):
        number(f"1e{LONG}")


def test_a_document_is_read_without_loss():
    document = read('{"n": 12345678901234567890.10, "a": [1.0, null, "x"], "a": 2}')

    assert document == {"n": b"12345678901234567890.1", "a": 2}
    assert isinstance(document, Repeated)
    assert document.earlier == [("a", [1, None, "x"])]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        *(('{"a":1,"b":2}', ' { "b" : 2.0, "a" : 1e0 } '), ('"\\u0061"', '"a"')),
        *(('"\\ud83d\\ude00"', '"😀"'), ("[1,1.0]", "[1e0,1]"), ('"\\/"', '"/"')),
        ('{"a":{"x":1,"y":[{"q":1,"p":2}]}}', '{"a":{"y":[{"p":2,"q":1}],"x":1}}'),
    ],
)
def test_documents_that_mean_the_same_have_one_form(one, other):
    assert frozen(one) == frozen(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        *(("[1,2]", "[2,1]"), ("1", '"1"'), ("1.5", '"1.5"'), ("null", '"null"')),
        *(("{}", "[]"), ('{"a":1}', '[["a",1]]'), ('{"a":1}', '{"a":1,"a":1}')),
        *(('{"a":1,"a":2}', '{"a":2,"a":1}'), ('{"a":null}', "{}"), ("NaN", '"NaN"')),
        *(("true", "1"), ("0.1", "0.1000000000000000055511151231257827")),
        *(("12345678901234567890123", "12345678901234567890124"), ("1", "-1")),
        *(("Infinity", "-Infinity"), ("1e400", "1e401"), ('"\\ud800"', '"\\ud801"')),
    ],
)
def test_documents_that_mean_something_else_have_another(one, other):
    assert repr(frozen(one)) != repr(frozen(other))


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.text(max_size=4), inner, max_size=4)
    ),
)


@given(VALUES)
def test_both_ways_of_reading_come_to_the_same_form(value):
    text = json.dumps(value)

    assert repr(freeze(read(text))) == repr(frozen(text))


@pytest.mark.parametrize("text", ["", "{", "{'a': 1}", "1 2", "[1,]", '"\n"'])
def test_what_is_no_json_is_refused(text):
    with pytest.raises(ValueError, match=r"."):
        read(text)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32-be"])
def test_json_is_read_in_the_encodings_it_may_have(encoding):
    assert read(text_of('{"é": 1}'.encode(encoding))) == {"é": 1}


def test_lines_are_documents_each():
    assert lines('{"a": 1}\r\n\n\x1e[2]\n', read) == [{"a": 1}, [2]]


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ('{"a": [1.50, null, "é"]}', '{"a": [1.5, null, "é"]}'),
        ('{"a": 1, "a": 2}', '{"a": 1, "a": 2}'),
        ('"tab\\t"', '"tab\\t"'),
        (f'"{"x" * 100}"', '"' + "x" * 58 + "…"),
    ],
)
def test_a_value_is_shown_as_short_json(text, printed):
    assert shown(read(text)) == printed


@pytest.mark.parametrize(
    ("name", "written"),
    [("a", ".a"), ("user_id", ".user_id"), ("a b", "['a b']"), ("it's", r"['it\'s']")],
)
def test_a_step_is_written_as_a_json_path_writes_it(name, written):
    assert step(name) == written


def test_half_a_surrogate_pair_is_shown_escaped():
    assert shown(read(r'["\ud800", "\u00e9"]')) == r'["\ud800", "é"]'
