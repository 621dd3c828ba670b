"""A talk with a model: the question, and once more with what was wrong."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from random import Random  # noqa: TID251 - the type alone

from mockforge.llm import prompt
from mockforge.llm.expected import Expected
from mockforge.llm.ladder import Climbed, climbed
from mockforge.llm.ledger import Call, Ledger
from mockforge.llm.line import Failed, Line, Meter
from mockforge.llm.options import RagOptions
from mockforge.llm.prices import cost
from mockforge.llm.question import Question
from mockforge.llm.wires import Messages, Saying, Spoken
from mockforge.options import Json

LONG = 2_000
"""Characters from which on a text is read in a thread of its own."""


MOST = 20_000
"""Characters of a wrong answer that the model is reminded of."""


@dataclass(slots=True)
class Heard:
    """What came of a talk."""

    documents: list[Json] = field(default_factory=list)
    """Valid ones, perhaps fewer than were asked for."""
    partial: Json = None
    """What of one can be used, where none is valid."""
    repaired: bool = False
    reason: str = ""
    """Why there is nothing."""
    is_fruitless: bool = False
    """The model did say something, and it is of no use."""
    tokens_in: int = 0
    tokens_out: int = 0
    cost: float | None = 0.0


@dataclass(slots=True)
class _Measured(Meter):
    """Counts what a talk takes, within the budget."""

    ledger: Ledger
    options: RagOptions
    endpoint: str
    model: str
    size: int
    """Characters of what is asked."""
    heard: Heard

    async def admit(self) -> None:
        refused = await self.ledger.refuses()
        if refused is not None:
            raise Failed(refused)

    async def ended(self, saying: Saying | None, took: float, outcome: str) -> None:
        used, made, price = 0, 0, 0.0 if saying is None else None
        if saying is not None:
            # Where the provider does not count, four characters are a token.
            used = self.size // 4 if saying.tokens_in is None else saying.tokens_in
            said = saying.tokens_out
            made = len(saying.text) // 4 if said is None else said
            price = cost(self.options, self.model, used, made)
        heard = self.heard
        heard.tokens_in += used
        heard.tokens_out += made
        is_known = heard.cost is not None and price is not None
        heard.cost = (heard.cost or 0.0) + (price or 0.0) if is_known else None
        whose = (self.endpoint, self.options.kind, self.model)
        await self.ledger.note(Call(*whose, used, made, price, round(took, 6), outcome))


@dataclass(frozen=True, slots=True)
class Means:
    """What a talk is held by."""

    line: Line
    ledger: Ledger
    """What it costs is noted there."""
    rng: Random
    """Draws how long to wait between attempts."""


async def talked(
    question: Question, expected: Expected, data: Json, means: Means
) -> Heard:
    """Ask *question* and return what came of it; it never raises for the provider.

    Args:
        question: What is asked.
        expected: What the answer has to be.
        data: What is told of the request.
        means: Whom it is asked, and how.
    """
    heard = Heard()
    system = prompt.instructions(question, expected)
    first = prompt.asked(data)
    messages: Messages = (("user", first),)
    line = means.line
    options, model = question.options, line.address.model
    is_bound = options.structured and (question.schema is not None or expected.many > 1)
    for is_last in (False, True):
        size = len(system) + sum(len(text) for _, text in messages)
        meter = _Measured(means.ledger, options, question.endpoint, model, size, heard)
        spoken = Spoken(
            model,
            system,
            messages,
            expected.whole if is_bound else None,
            options.temperature,
            options.max_tokens,
        )
        try:
            saying = await line.say(spoken, meter, means.rng)
        except Failed as failed:
            heard.reason = heard.reason or str(failed)
            return heard
        found = await _climbed(saying.text, expected)
        heard.repaired = heard.repaired or is_last or found.rung != "json"
        if found.documents:
            heard.documents = line.hidden(found.documents)
            heard.reason, heard.is_fruitless = "", False
            return heard
        heard.is_fruitless = True
        heard.partial = line.hidden(found.partial) or heard.partial
        cut = " (cut off at rag.max_tokens)" if saying.is_cut else ""
        heard.reason = f"what {model} said is not valid{cut}: " + "; ".join(
            line.hidden(text) for text in found.problems[:2]
        )
        messages = (
            ("user", first),
            ("assistant", saying.text[:MOST] or "(nothing)"),
            ("user", prompt.again(found.problems)),
        )
    return heard


async def _climbed(text: str, expected: Expected) -> Climbed:
    if len(text) < LONG:
        return climbed(text, expected)
    return await asyncio.to_thread(climbed, text, expected)
