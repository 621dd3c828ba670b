"""The model: asked as seldom as will do, and never in the way of an answer.

In this order: the answer kept for the same question; a synthetic template, varied;
the provider. One that is under way is waited for rather than asked a second time.
"""

from __future__ import annotations

import asyncio
import logging
from collections import Counter
from dataclasses import replace

from mockforge.chance import rng
from mockforge.errors import ConfigError
from mockforge.llm import prompt
from mockforge.llm.addresses import Address, address
from mockforge.llm.asking import Put, Settled, put_by
from mockforge.llm.cache import Answer, Cache
from mockforge.llm.expected import Expected
from mockforge.llm.filling import counted, filled, varied
from mockforge.llm.line import Line
from mockforge.llm.prices import is_known
from mockforge.llm.question import Question, Told, Unanswered
from mockforge.llm.talk import Heard, Means, talked
from mockforge.llm.templates import Template, Templates
from mockforge.stages.reality.circuit import Circuit

log = logging.getLogger(__name__)


class Model:
    """Answers questions, by asking a language model or by what it said before."""

    def __init__(self, settled: Settled) -> None:
        self._settled = settled
        self._cache = Cache(settled.kept)
        self._templates = Templates(settled.kept, settled.clock)
        self._lines: dict[tuple[Address, str | None], Line] = {}
        self._flights: dict[str, asyncio.Task[Heard]] = {}
        self._fruitless: dict[str, Circuit] = {}
        self._opening = asyncio.Lock()
        self._warned: set[str] = set()
        self.lacking: Counter[str] = Counter()
        """Endpoint to how often nothing was kept while nobody might be asked."""

    async def ask(self, question: Question) -> Told | Unanswered:
        """Return the answer to *question*, or why there is none."""
        options = question.options
        if options.kind == "none" or options.calls == "none":
            return Unanswered("no language model is asked (rag.provider, --llm)")
        if question.count == 0:
            return Told([], "template", cost=0.0)
        try:
            put = put_by(question, self._settled)
            found = await self._from_kept(put)
            if found is None:
                found = await self._from_provider(put)
        except ConfigError as error:
            found = Unanswered(str(error).partition("\n")[0])
        except Exception as error:
            # Whatever a provider says, or a client sends, it is no failed request.
            log.exception("the question of %s failed", question.endpoint)
            found = Unanswered(f"asking failed: {type(error).__name__}")
        if isinstance(found, Unanswered):
            self._warn(question.endpoint, found.reason)
        return found

    async def close(self) -> None:
        """End what is under way, close the connections, and say what was lacking."""
        if self.lacking:
            told = ", ".join(
                f"{name} ({count} times)"
                for name, count in sorted(self.lacking.items())
            )
            log.warning("nothing was kept of a model for %s", told)
            self.lacking.clear()
        flights = list(self._flights.values())
        for flight in flights:
            flight.cancel()
        if flights:
            await asyncio.wait(flights)
        for line in self._lines.values():
            await line.close()
        self._lines.clear()

    async def _from_kept(self, put: Put) -> Told | Unanswered | None:
        """Return what was kept; None if the provider is to be asked."""
        question, options = put.question, put.question.options
        is_frozen = options.calls == "frozen" or self._settled.offline
        if options.caching or is_frozen:
            answer = await self._cache.find(put.signature, self._settled.clock.now())
            if answer is not None and (answer.is_fresh or is_frozen):
                return self._answered(put, answer)
        if options.when != "always" or is_frozen:
            told = await self._from_template(put)
            if told is not None:
                return told
        if is_frozen:
            self.lacking[question.endpoint] += 1
            why = "nobody may be contacted" if self._settled.offline else "--llm frozen"
            return Unanswered(
                f"nothing is kept of {put.model} for {question.endpoint} ({why}); ask"
                " it once with --llm live, then mockforge llm cache export"
            )
        if options.when == "never":
            return Unanswered("no language model is asked (rag.when: never)")
        return None

    def _answered(self, put: Put, answer: Answer) -> Told:
        took = self._settled.clock.monotonic() - put.started
        return Told(answer.value, "cache", answer.model, cost=0.0, took=took)

    async def _from_template(self, put: Put) -> Told | Unanswered | None:
        template = await self._templates.find(put.template)
        if template is None or not template.samples:
            return None
        if put.question.options.review and not template.is_approved:
            return Unanswered(
                f"what {template.model} said for {template.endpoint} waits for review:"
                f" mockforge llm templates approve {template.key}"
            )
        return await self._varied(put, template)

    async def _varied(self, put: Put, template: Template) -> Told:
        question = put.question
        if question.options.caching and question.rng is not None:
            # The same question has the same answer.
            draws = rng(self._settled.seed, "llm", question.endpoint, put.signature)
            question = replace(question, rng=draws)
        value = await varied(question, template.samples)
        took = self._settled.clock.monotonic() - put.started
        told = Told(value, "template", template.model, cost=0.0, took=took)
        return replace(told, samples=template.samples)

    async def _from_provider(self, put: Put) -> Told | Unanswered:
        options = put.question.options
        is_shared = options.when == "first" or options.caching
        key = put.template if options.when == "first" else put.signature
        flight = self._flights.get(key) if is_shared else None
        is_mine = flight is None
        fruitless = self._fruitless.get(key)
        if is_mine and fruitless is not None:
            now = self._settled.clock.monotonic()
            if not fruitless.admits(now):
                why = f"what {put.model} said was of no use; it is asked again later"
                return await self._instead(put, Heard(reason=why))
            fruitless.asks(now)
        if flight is None:
            flight = asyncio.get_running_loop().create_task(self._flight(put, key))
            name = key if is_shared else f"{key} {id(flight)}"
            self._flights[name] = flight
            flight.add_done_callback(lambda _: self._flights.pop(name, None))
        done, _ = await asyncio.wait({flight}, timeout=options.deadline_secs)
        if not done:
            return await self._instead(put, Heard(reason=_LATE.format(options=options)))
        heard = (
            Heard(reason="asking was ended")
            if flight.cancelled()
            else (flight.result())
        )
        if not heard.documents:
            return await self._instead(put, heard)
        if not is_mine:
            found = await self._from_kept(put)
            if found is not None:
                return found
        return await self._told(put, heard, is_mine=is_mine)

    async def _told(
        self, put: Put, heard: Heard, *, is_mine: bool
    ) -> Told | Unanswered:
        """Return the answer made of what was heard now."""
        value = await filled(put.question, heard.documents)
        if value is None:
            return Unanswered("fewer were answered than asked for", heard.documents)
        told = Told(
            value,
            "model" if is_mine else "cache",
            put.model,
            repaired=heard.repaired,
            cost=0.0,
            took=self._settled.clock.monotonic() - put.started,
            samples=tuple(heard.documents),
        )
        if is_mine:
            used, made = heard.tokens_in, heard.tokens_out
            told = replace(told, cost=heard.cost, tokens_in=used, tokens_out=made)
            if put.question.options.caching:
                await self._cache.put(
                    put.signature, value, question=put.question, model=put.model
                )
        return told

    async def _instead(self, put: Put, heard: Heard) -> Told | Unanswered:
        """Return what was said earlier, now that nothing is said; or why not."""
        unanswered = Unanswered(heard.reason or "no answer came", heard.partial)
        if put.question.options.caching:
            answer = await self._cache.find(put.signature, self._settled.clock.now())
            if answer is not None:
                self._warn(put.question.endpoint, unanswered.reason)
                return self._answered(put, answer)
        told = await self._from_template(put)
        if isinstance(told, Told):
            self._warn(put.question.endpoint, unanswered.reason)
            return told
        if heard.partial is not None:
            # What the model did say, with the rest made up.
            value = await filled(put.question, [], partial=heard.partial)
            if value is not None:
                return Told(value, "model", put.model, repaired=True, cost=heard.cost)
        return unanswered

    async def _flight(self, put: Put, key: str) -> Heard:
        """Ask the provider for whoever waits; it never raises."""
        try:
            heard = await self._flown(put)
        except ConfigError as error:
            return Heard(reason=str(error).partition("\n")[0])
        except Exception as error:
            # Whatever a provider says is no failed request.
            log.exception("asking for %s failed", put.question.endpoint)
            heard = Heard(reason=f"asking failed: {type(error).__name__}")
        if heard.is_fruitless:
            # A model that does not understand is not asked with every request.
            circuit = self._fruitless.setdefault(key, Circuit())
            circuit.ill(self._settled.clock.monotonic(), is_silent=True)
            while len(self._fruitless) > 1000:
                del self._fruitless[next(iter(self._fruitless))]
        else:
            self._fruitless.pop(key, None)
        return heard

    async def _flown(self, put: Put) -> Heard:
        """Ask the provider, and keep what it says."""
        question, options = put.question, put.question.options
        async with self._opening:
            # Imports, and certificates that are read, take their time.
            line, is_priced = await asyncio.to_thread(self._prepared, put)
        if options.budget.cost is not None and not is_priced:
            return Heard(
                reason=f"the price of {put.model} is not known, and rag.budget.cost is"
                " set; write it under rag.prices"
            )
        question, many = counted(question)
        data = dict(put.data)
        base = prompt.given(question, self._settled.redactor)
        if base is not None:
            data["given"] = base
        draws = rng(self._settled.seed, "llm", question.endpoint, put.signature)
        means = Means(line, self._settled.ledger, draws)
        try:
            async with asyncio.timeout(options.deadline_secs):
                expected = Expected(question.schema, many)
                heard = await talked(question, expected, data, means)
        except TimeoutError:
            return Heard(reason=_LATE.format(options=options))
        if heard.documents:
            log.debug("%s: asked %s", question.endpoint, put.model)
            await self._templates.add(
                put.template, heard.documents, question=put.question, model=put.model
            )
        return heard

    def _prepared(self, put: Put) -> tuple[Line, bool]:
        """Return the line to the model, and whether its price is known."""
        settled, options = self._settled, put.question.options
        where = address(options)
        # A line for each key: an endpoint may have one of its own.
        key = (where, options.api_key)
        if key not in self._lines:
            self._lines[key] = Line(
                where, options, clock=settled.clock, sleep=settled.sleep
            )
        return self._lines[key], is_known(options, put.model)

    def _warn(self, endpoint: str, reason: str) -> None:
        """Say once why a model does not answer an endpoint; then only if asked for."""
        text = f"{endpoint}: {reason}"
        level = logging.DEBUG if text in self._warned else logging.WARNING
        if len(self._warned) < 1000:
            self._warned.add(text)
        log.log(level, "%s", text)


_LATE = "no answer came within {options.deadline_secs:g} s (rag.deadline_secs)"
