import sys
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from mockforge.llm.options import PriceOptions, RagOptions
from mockforge.llm.prices import cost, is_known

PRICES = {"m": PriceOptions(input=2.0, output=10.0)}


def test_a_price_that_is_set_counts_for_a_million_tokens():
    options = RagOptions(provider="openai-compatible", prices=PRICES)
    assert cost(options, "m", 500_000, 100_000) == pytest.approx(2.0)
    assert cost(options, "n", 1, 1) is None


def test_ollama_costs_nothing_unless_it_is_said_to():
    assert cost(RagOptions(provider="ollama"), "m", 9, 9) == 0.0
    assert cost(RagOptions(provider="ollama", prices=PRICES), "m", 10**6, 0) == 2.0


def test_the_package_of_prices_is_asked_for_its_providers(monkeypatch):
    listed: Any = ModuleType("genai_prices")
    listed.Usage = lambda **counts: counts

    def calc_price(usage, model, *, provider_id):
        if model != "gpt-x":
            raise LookupError(model)
        return SimpleNamespace(total_price=usage["input_tokens"] * 0.5)

    listed.calc_price = calc_price
    monkeypatch.setitem(sys.modules, "genai_prices", listed)
    assert cost(RagOptions(provider="openai"), "gpt-x", 4, 1) == 2.0
    assert cost(RagOptions(provider="openai"), "other", 4, 1) is None
    assert cost(RagOptions(provider="openai-compatible"), "gpt-x", 4, 1) is None


def test_without_the_package_the_price_is_not_known(monkeypatch):
    monkeypatch.setitem(sys.modules, "genai_prices", None)
    assert not is_known(RagOptions(provider="openai"), "gpt-x")
    assert is_known(RagOptions(provider="openai", prices=PRICES), "m")
