"""What a model said made into an answer: filled up where it is short, or varied."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from threading import Event
from typing import Any

from mockforge.bodies.document import Path
from mockforge.chance import rng
from mockforge.errors import ConfigError
from mockforge.llm.cache import digest
from mockforge.llm.question import Question
from mockforge.options import Json
from mockforge.synthesis import lists, validated

MANY = 20
"""Documents from which on they are made in a thread of their own."""

MOST = 50
"""Documents that are asked for at once; the rest is made up."""

_warm = Event()


def counted(question: Question) -> tuple[Question, int]:
    """Return *question* as a model is asked it, and for how many documents.

    Where the document is a list, or has one, that is what is counted.
    """
    count, options = question.count or 1, question.options
    if count > 1 and _list_in(question) is not None:
        told = f"{question.prompt.strip()}\n\nThe list holds {count} items."
        return replace(question, prompt=told), 1
    if count > 1 or options.when != "first":
        return question, min(count, MOST)
    return question, options.samples


def _list_in(question: Question) -> Path | None:
    try:
        return lists.list_in(question.schema)
    except ConfigError:
        return None


async def filled(
    question: Question, documents: Sequence[Json], *, partial: Json = None
) -> Json:
    """Return *documents* as the answer, those that are missing made up.

    Args:
        question: What was asked.
        documents: Valid ones.
        partial: What can be used of one that is not valid.

    Returns:
        None if too few are there and none can be made up.
    """
    count = question.count
    where = _list_in(question)
    if where is not None and count not in (None, 1):
        return await _listed(question, documents, where, partial)
    if count is None or count == 1:
        if documents:
            return documents[0]
        return await _made(question, (), base=partial)
    missing = count - len(documents)
    if missing <= 0:
        return list(documents[:count])
    if not documents and partial is not None:
        # Part of one is not enough to make several of.
        return None
    more = await _made(question, documents, count=missing)
    if more is None:
        return None
    return [*documents, *(more if missing > 1 else [more])]


async def _listed(
    question: Question, documents: Sequence[Json], where: Path, partial: Json
) -> Json:
    """Return one document whose list, which is at *where*, is as long as asked for."""
    count = question.count or 0
    if not documents:
        return await _made(question, (), count=count, base=partial)
    items = [item for one in documents for item in lists.items_of(one, where)]
    if len(items) < count:
        more = await _made(question, (), count=count)
        items += lists.items_of(more, where)[len(items) :]
    value = lists.with_items(documents[0], where, items[:count])
    # A list that must be shorter or longer stays as it was said.
    return value if validated(question.schema).is_valid(value) else documents[0]


async def varied(question: Question, samples: Sequence[Json]) -> Json:
    """Return an answer after *samples*, of which there is at least one.

    Without chance in the question, or where nothing can be made, it is of the samples
    as they are.
    """
    count = question.count
    where = _list_in(question)
    if where is not None:
        count = None if count == 1 else count
    size = 1 if count is None or where is not None else count
    start = _turn(question) if size == 1 else 0
    plain = [samples[(start + at) % len(samples)] for at in range(size)]
    as_it_is = plain[0] if size == 1 else plain
    if where is not None and count is not None:
        as_it_is = await _listed(question, plain, where, None)
    if question.rng is None:
        return as_it_is
    value = await _made(question, samples, count=count)
    if value is None:
        return as_it_is
    if question.schema is not None:
        return value
    if isinstance(value, list):
        return [_like(*pair) for pair in zip(value, plain, strict=False)]
    return _like(value, as_it_is)


def _like(value: Json, sample: Json) -> Json:
    """Return *value* with every member that *sample* has.

    Without a schema nothing else says which there are.
    """
    if not isinstance(value, dict) or not isinstance(sample, dict):
        return sample
    more = {name: item for name, item in sample.items() if name not in value}
    return more | value


def _turn(question: Question) -> int:
    asked = question.request
    parts = [] if asked is None else [asked.method, asked.target, asked.body.hex()]
    return int(digest(parts)[:8], 16)


async def _made(
    question: Question,
    samples: Sequence[Json],
    *,
    count: int | None = None,
    base: Json = None,
) -> Json:
    """Return what synthesis makes; None if that is not valid."""
    if base is not None and question.base is not None:
        base = {**base, **question.base} if isinstance(question.base, dict) else base
    given = question.base if base is None else base
    is_list = _list_in(question) is not None
    size = 1 if count is None and not is_list else count
    work = (question, list(samples), size, given)
    try:
        if (size or 1) <= MANY and _warm.is_set():
            return _synthesised(*work)
        # The first time much is imported.
        value = await asyncio.to_thread(_synthesised, *work)
        _warm.set()
        return value
    except ConfigError:
        return None


def _synthesised(
    question: Question, samples: list[Json], count: int | None, base: Json
) -> Json:
    from mockforge.synthesis import Wanted, made

    path = question.endpoint.partition(" ")[2] or question.endpoint
    words: dict[str, Any] = {"prompt": question.prompt, "context": question.context}
    words |= {"params": question.params, "query": question.query}
    wanted = Wanted(
        question.schema, path=path, base=base, samples=samples, count=count, **words
    )
    draws = question.rng or rng(0, "llm", question.endpoint, _turn(question))
    value = made(wanted, draws, now=question.now)
    if question.schema is not None:
        validator = validated(question.schema)
        is_one = count == 1 or _list_in(question) is not None
        documents = [value] if is_one else value
        if not all(validator.is_valid(one) for one in documents):
            return None
    return value
