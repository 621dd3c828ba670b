"""What a model costs: as configured, else as a package of prices knows it."""

from __future__ import annotations

from typing import Any

from mockforge.llm.options import RagOptions

MILLION = 1_000_000


def cost(
    options: RagOptions, model: str, tokens_in: int, tokens_out: int
) -> float | None:
    """Return what a call cost, None if the model's price is not known.

    A model of Ollama costs nothing. Nobody is asked for prices.
    """
    price = options.prices.get(model)
    if price is not None:
        return (tokens_in * price.input + tokens_out * price.output) / MILLION
    if options.kind == "ollama":
        return 0.0
    if options.kind in ("openai", "anthropic"):
        return _listed(options.kind, model, tokens_in, tokens_out)
    return None


def is_known(options: RagOptions, model: str) -> bool:
    """Whether the price of *model* is known.

    To be asked once where waiting is allowed: the package takes long to be imported.
    """
    return cost(options, model, 1, 1) is not None


def _listed(provider: str, model: str, tokens_in: int, tokens_out: int) -> float | None:
    try:
        from genai_prices import Usage, calc_price
    except ImportError:
        return None
    usage: Any = Usage(input_tokens=tokens_in, output_tokens=tokens_out)
    try:
        found = calc_price(usage, model, provider_id=provider)
    except (LookupError, ValueError):
        return None
    return float(found.total_price)
