"""Members of an object are changed only where they may be."""

import pytest

from mockforge.synthesis.members import Members, worth_of


def members(made, kept=(), fits=lambda schema, value: True, **schema):
    return Members(schema, made, set(kept), fits)


@pytest.mark.parametrize(
    ("value", "worth"),
    [
        (3, 3),
        ("12.50", 12.5),
        ({"value": "7.00", "currency": "EUR"}, 7.0),
        ({"amount": 7, "currency_code": "EUR"}, 7),
        (True, None),
        ("seven", None),
        ({"amount": 7, "note": "x"}, None),
    ],
)
def test_what_a_value_is_worth(value, worth):
    assert worth_of(value) == worth


def test_a_number_is_put_in_the_form_that_is_there():
    money = {"value": "1.00", "currency": "EUR"}
    held = members({"text": "1.00", "money": money, "whole": 1, "part": 1.5})
    for name in held.made:
        held.put_number(name, 2.25)

    assert held.made == {
        "text": "2.25",
        "money": {"value": "2.25", "currency": "EUR"},
        "whole": 2.25,
        "part": 2.25,
    }


def test_a_whole_number_stays_one_where_only_that_is_valid():
    held = members({"c": 1}, fits=lambda schema, value: isinstance(value, int))

    assert held.put_number("c", 2.6)
    assert held.made["c"] == 3


def test_what_is_given_is_not_changed():
    held = members({"a": 1}, kept=["a"])

    assert not held.put_number("a", 2)
    assert not held.drop("a")


def test_what_need_not_be_there_is_dropped():
    held = members({"a": 1, "b": 1}, fits=lambda schema, value: value is not None,
                   required=["a"])  # fmt: skip

    assert not held.drop("a")
    assert held.drop("b")
    assert held.made == {"a": 1}


def test_a_share_is_written_as_it_was():
    held = members({"percent_used": 3.0, "tax_rate": 0.5, "rate": 40})
    for name in held.made:
        held.put_share(name, 0.25)

    assert held.made == {"percent_used": 25.0, "tax_rate": 0.25, "rate": 25}
