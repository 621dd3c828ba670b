"""Bodies that are invented: by a model if there is one, and else from what is known."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Protocol

from mockforge.chance import rng
from mockforge.llm.options import RagOptions
from mockforge.llm.options import merged as options_for
from mockforge.llm.question import Question, Told, Unanswered
from mockforge.options import Json
from mockforge.synthesis import Wanted
from mockforge.synthesis.making import merged

if TYPE_CHECKING:
    from random import Random  # noqa: TID251 - the type alone

    from mockforge.learning.fields import Node
    from mockforge.stubs.asked import Asked
    from mockforge.stubs.compiled import Reply
    from mockforge.stubs.stub import Stub
    from mockforge.templates import Scope


log = logging.getLogger(__name__)

_MAKING = frozenset({"POST", "PUT", "PATCH", "DELETE"})
"""Methods that make or change something."""

AT_ONCE = 50
"""How many are made up while everybody else waits."""


class Asks(Protocol):
    """A model that can be asked."""

    async def ask(self, question: Question) -> Told | Unanswered:
        """Return what it says; never raises."""


def is_asked(options: RagOptions) -> bool:
    """Whether *options* have a model that may be asked, or its earlier answers."""
    return options.kind != "none" and options.calls != "none"


@dataclass(frozen=True, slots=True)
class Seen:
    """What is known of an endpoint from recordings."""

    samples: Sequence[Json] = ()
    node: Node | None = None


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be invented, and for whom."""

    stub: Stub
    reply: Reply
    asked: Asked
    params: Mapping[str, str]
    keys: tuple[str | int, ...]
    """What chance depends on beside the seed."""
    base: Json = None
    """The body as written, filled in; None if nothing is."""


@dataclass(frozen=True, slots=True)
class Invented:
    """A body that was invented."""

    value: Json
    by_model: bool
    why: str
    """How, for people."""
    status: int | None = None
    """In place of the endpoint's own."""


@dataclass(slots=True)
class Inventing:
    """Who invents the bodies of endpoints."""

    seed: int = 0
    rag: RagOptions = field(default_factory=RagOptions)
    model: Asks | None = None
    """None where no model is asked."""
    seen: dict[int, Seen] = field(default_factory=dict)
    """By the number of an endpoint, what was recorded of it."""
    since: float = 0.0
    """The time that what is made up is near to: the hour that the program began in."""

    async def invented(self, wish: Wish) -> Invented:
        """Return the body that *wish* asks for; always one."""
        options = options_for(
            self.rag,
            wish.reply.options.rag_config,
            temperature=wish.reply.options.temperature,
            caching=wish.reply.options.cache_enabled,
        )
        why = "made up"
        if self.model is not None and is_asked(options):
            told = await self.model.ask(self._question(wish, options))
            if isinstance(told, Told):
                return Invented(_kept(wish.base, told.value), True, _by(told))
            why = f"no answer of the model: {told.reason}"
            fallback = self._fallback(wish, why)
            if fallback is not None:
                return fallback
        if wish.reply.options.count > AT_ONCE:
            # Others are answered meanwhile.
            made, how = await asyncio.to_thread(self._made, wish)
        else:
            made, how = self._made(wish)
        return Invented(made, False, self._how(wish, why) + how)

    def _question(self, wish: Wish, options: RagOptions) -> Question:
        given = wish.reply.options
        return Question(
            endpoint=f"{wish.stub.name}#{wish.reply.number}"
            if wish.reply.number
            else wish.stub.name,
            mode=given.mode,
            prompt=given.prompt or "",
            context=given.context or "",
            schema=given.json_schema,
            base=wish.base,
            written=given.body,
            request=wish.asked.request,
            count=given.count,
            options=options,
            params=wish.params,
            query=wish.asked.query,
            rng=rng(self.seed, *wish.keys, "model"),
            now=self.since,
        )

    def _made(self, wish: Wish) -> tuple[Json, str]:
        """Return what is made up for *wish*, and what is to be told of that."""
        assert wish.reply.maker is not None
        given = wish.reply.options
        known = self.seen.get(wish.stub.number, _NOTHING)
        wanted = Wanted(
            schema=given.json_schema,
            prompt=given.prompt or "",
            context=given.context or "",
            path=wish.asked.request.path,
            params=_named(wish.params),
            query=wish.asked.query,
            body=wish.asked.body,
            method=wish.asked.request.method,
            seed=self.seed,
            base=wish.base,
            samples=known.samples,
            node=known.node,
            count=given.count if "count" in given.model_fields_set else None,
        )
        # What is new was made now; what was there before stays as it was told.
        now = wish.asked.now if wanted.method in _MAKING else self.since
        draw = rng(self.seed, *wish.keys, "body")
        try:
            made = wish.reply.maker.made(wanted, draw, now=now)
        except Exception as error:
            # Somebody waits for an answer: one that means less is better than none.
            # The text of the error may quote the request.
            name, fault = wish.stub.name, type(error).__name__
            log.error("%s: unexpected %s while making up what was asked", name, fault)
            log.debug("the traceback", exc_info=True)
            made = _kept(wish.base, self._plainly(wish, wanted))
            return made, "; plainly, for what was asked failed"
        return _kept(wish.base, made), ""

    def _plainly(self, wish: Wish, wanted: Wanted) -> Json:
        """Return what is made up of the schema and the path alone."""
        assert wish.reply.maker is not None
        less = replace(
            wanted, params={}, query={}, body=None, samples=(), node=None, base=None
        )
        draw = rng(self.seed, *wish.keys, "plainly")
        with suppress(Exception):
            return wish.reply.maker.made(less, draw, now=self.since)
        return wish.reply.maker.plain()

    def _fallback(self, wish: Wish, why: str) -> Invented | None:
        given, template = wish.reply.options.fallback, wish.reply.fallback
        if given is None or template is None:
            return None
        value = template.render(scope_of(wish, rng(self.seed, *wish.keys, "fallback")))
        return Invented(value, False, f"{why}; its fallback", given.status)

    def _how(self, wish: Wish, why: str) -> str:
        known = self.seen.get(wish.stub.number)
        if known is None or not known.samples:
            return why
        return f"{why}, from {len(known.samples)} recorded"


_NOTHING = Seen()


def scope_of(wish: Wish, draw: Random) -> Scope:
    """Return what a template of *wish* is filled in from."""
    from mockforge.templates import Scope

    asked = wish.asked
    return Scope(
        rng=draw,
        now=asked.now,
        method=asked.request.method,
        path=asked.path,
        params=wish.params,
        query=asked.query,
        headers=asked.headers,
        body=asked.body,
        session=asked.of_session,
    )


def _named(params: Mapping[str, str]) -> dict[str, str]:
    """Return *params* without what is below a path, which identifies nothing."""
    return {name: text for name, text in params.items() if name != "*" and text}


def _by(told: Told) -> str:
    where = {
        "model": "said by",
        "cache": "said before by",
        "template": "varied from what was said by",
    }[told.source]
    mended = ", mended" if told.repaired else ""
    return f"{where} {told.model or 'the model'}{mended}"


def _kept(base: Json, made: Json) -> Json:
    """Return *made* with all that is written in *base* as it is there."""
    if base is None:
        return made
    if isinstance(made, list) and not isinstance(base, list):
        return [merged(base, each) for each in made]
    return merged(base, made)
