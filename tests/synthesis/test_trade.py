"""Companies and products are what words ask for."""

from mockforge.chance import rng
from mockforge.synthesis.trade import (
    INDUSTRIES,
    article,
    firm,
    industries_in,
)


def test_words_tell_industries():
    assert industries_in(frozenset(("tech", "finance"))) == ("Technology", "Finance")
    assert industries_in(frozenset(("blue",))) == INDUSTRIES


def test_a_price_is_one_of_its_line():
    for seed in range(50):
        made = article(rng(seed))
        assert made.line.price[0] - 1 <= made.price <= made.line.price[1] + 1


def test_a_company_has_an_address_that_nobody_has():
    made = firm(rng(1), ("Finance",))

    assert made.industry == "Finance"
    assert made.domain.endswith(".example")
