"""Rates between two sorts of money are near to what they are."""

from hypothesis import given
from hypothesis import strategies as st

from mockforge.synthesis.exchange import worth
from tests.synthesis.asks import ask, thing

CODES = st.sampled_from(["EUR", "USD", "JPY", "NOK", "GBP", "IDR"])


@given(CODES, CODES)
def test_there_and_back_is_nothing_gained(base, quote):
    there, back = worth(base, quote), worth(quote, base)

    assert there is not None
    assert back is not None
    assert abs(there * back - 1) < 0.15


def test_a_rate_and_what_is_converted_fit():
    schema = thing("amount:n from to rate:n result:n")
    found = ask("/convert/{amount}/{from}/{to}", "/convert/250/GBP/JPY", schema)
    rates = thing("base", rates=thing("EUR:n GBP:n"))
    several = ask("/latest", "/latest?base=USD&symbols=EUR,GBP", rates)

    assert 100 < found["rate"] < 300
    assert found["result"] == round(250 * found["rate"], 2)
    assert several["base"] == "USD"
    assert several["rates"]["GBP"] < several["rates"]["EUR"] < 1


def test_other_money_is_unknown():
    assert worth("EUR", "XXX") is None
