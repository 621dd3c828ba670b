"""A question as it is put: with what a model works with, and what it is kept under."""

from __future__ import annotations

from dataclasses import dataclass, field

from mockforge.clock import Clock
from mockforge.llm import prompt
from mockforge.llm.addresses import address
from mockforge.llm.cache import signature
from mockforge.llm.ledger import Ledger
from mockforge.llm.line import Sleep
from mockforge.llm.question import Question
from mockforge.llm.templates import key_of
from mockforge.options import Json
from mockforge.recordings.redact import NoRedaction, Redactor
from mockforge.store.kept import Kept


@dataclass(frozen=True, slots=True)
class Settled:
    """What a model works with."""

    kept: Kept
    """Where answers, templates and the ledger are."""
    clock: Clock
    ledger: Ledger
    sleep: Sleep
    redactor: Redactor | NoRedaction
    """Replaces secrets in what is told of a request."""
    offline: bool = False
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Put:
    """A question, with what it is kept under."""

    question: Question
    data: dict[str, Json]
    """What is told of the request."""
    model: str
    signature: str
    template: str
    started: float = field(compare=False)


def put_by(question: Question, settled: Settled) -> Put:
    """Return *question* as it is put now.

    Raises:
        ConfigError: If it cannot be told which model is asked.
    """
    model = address(question.options).model
    data = prompt.data_of(question, settled.redactor)
    key = signature(question, model, data)
    started = settled.clock.monotonic()
    return Put(question, data, model, key, key_of(question), started)
