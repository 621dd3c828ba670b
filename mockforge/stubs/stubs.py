"""Stubs: requests that the settings answer, and what they answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from mockforge.chance import rng
from mockforge.errors import ConfigError, MockforgeError
from mockforge.http import Request, Response
from mockforge.options import Json
from mockforge.provenance import Source
from mockforge.stubs import cors, missing, stub, writing
from mockforge.stubs.asked import Asked, is_websocket
from mockforge.stubs.faults import failing
from mockforge.stubs.inventing import Inventing, Wish, scope_of
from mockforge.stubs.options import DelayOptions
from mockforge.stubs.remembering import IDLE, Remembering
from mockforge.stubs.router import Router
from mockforge.stubs.stub import Found, Stubbed
from mockforge.stubs.turns import Turns

if TYPE_CHECKING:
    from mockforge.stubs.compiled import Reply
    from mockforge.stubs.missing import NoStub
    from mockforge.stubs.options import EndpointOptions
    from mockforge.stubs.stub import Stub

HOUR = 3_600.0


class Stubs:
    """The endpoints of the settings."""

    def __init__(
        self,
        stubs: Sequence[Stub],
        inventing: Inventing,
        *,
        opens: bool = True,
        is_alone: bool = False,
        idle: float = IDLE,
    ) -> None:
        """Answer by *stubs*.

        Args:
            stubs: As they stand in the settings.
            inventing: Gives bodies that are not written.
            opens: Whether browsers of other origins may read the answers.
            is_alone: Whether nobody else answers what these do not.
            idle: Seconds after which a session that is not heard of is another.
        """
        self.inventing = inventing
        self.is_alone = is_alone
        self.worker = 0
        """Which of several processes this is: what is drawn anew each time is not
        drawn by two of them alike."""
        self._opens = opens
        self._stubs = [each for each in stubs if each.replies]
        self._router = Router(self._stubs)
        self._numbers = {each.number: each for each in self._stubs}
        self._turns = Turns()
        asks = any(reply.remembers for each in self._stubs for reply in each.replies)
        self.remembering = Remembering(idle) if asks else None

    @classmethod
    def of(
        cls,
        endpoints: Sequence[EndpointOptions],
        inventing: Inventing | None = None,
        *,
        opens: bool = True,
        is_alone: bool = False,
        idle: float = IDLE,
    ) -> Stubs:
        """Return the stubs that *endpoints* describe.

        Args:
            endpoints: Of the settings.
            inventing: Gives bodies that are not written.
            opens: Whether browsers of other origins may read the answers.
            is_alone: Whether nobody else answers what these do not.
            idle: Seconds after which a session that is not heard of is another.

        Raises:
            ConfigError: With all that is wrong with them.
        """
        stubs, wrong = stub.read(endpoints)
        if wrong:
            raise ConfigError("\n".join(str(each) for each in wrong))
        made = inventing or Inventing()
        return cls(stubs, made, opens=opens, is_alone=is_alone, idle=idle)

    def __len__(self) -> int:
        return len(self._stubs)

    def __iter__(self) -> Iterator[Stub]:
        return iter(self._stubs)

    def go_on(self, before: Stubs) -> None:
        """Take the turns that those of *before* have counted, and their place."""
        self._turns, self.worker = before._turns, before.worker
        if self.remembering is not None:
            self.remembering = before.remembering or self.remembering

    def owns(self, stub: Stub) -> bool:
        """Whether *stub* is one of these, and not one as it was written before."""
        return stub.number in self._numbers and self._numbers[stub.number] is stub

    @property
    def invented(self) -> list[Stub]:
        """Those with bodies that are not written, or not all of them."""
        return [each for each in self._stubs if each.invents]

    @property
    def has_turns(self) -> list[Stub]:
        """Those whose answers depend on what was asked before."""
        return [each for each in self._stubs if each.takes_turns]

    def may_answer(self, method: str, authority: str, target: str) -> bool:
        """Whether a request that begins like this may be answered here."""
        asked = Asked(Request(method, "http", authority, target))
        for each, _ in self._router.at(asked):
            if each.takes(method) or method == "OPTIONS":
                return True
        return False

    def depends(self, request: Request) -> bool:
        """Whether the answer to *request* may depend on requests before it."""
        remembers, model = self.remembering is not None, self.inventing.model
        return any(
            remembers or each.takes_turns or (model and each.invents)
            for each, _ in self._router.at(Asked(request))
            if each.takes(request.method)
        )

    def find(
        self, request: Request, session: str = "", now: float = 0.0
    ) -> Found | None:
        """Return what answers *request*; None if none of these does.

        Args:
            request: As the client sent it.
            session: Whose it is.
            now: Seconds since the epoch.
        """
        if is_websocket(request):
            return None
        asked = Asked(request, session, now)
        remembering = self.remembering
        if remembering is None:
            return self._found(asked)
        asked.remembered = remembering.told(asked)
        found = self._found(asked)
        if found is None:
            return None
        remembering.note(asked, found.params)
        # What is given again unasked would not be counted.
        return replace(found, is_settled=False)

    def _found(self, asked: Asked) -> Found | None:
        request, is_settled = asked.request, True
        is_preflight = cors.preflight_of(request) is not None
        for each, params in self._router.at(asked):
            if not each.takes(request.method):
                continue
            if is_preflight and self._opens and "OPTIONS" not in each.methods:
                continue
            holding, settled = each.holding(asked, params)
            is_settled = is_settled and settled
            if not holding:
                continue
            reply = self._chosen(each, holding, asked)
            fails = self._fails(each, reply, asked)
            if not fails and each.options.only_fails and not self.is_alone:
                is_settled = False
                continue
            is_one = each.options.choose == "first" or len(each.replies) == 1
            settles = is_settled and is_one and reply.is_settled
            return Found(each, reply, params, asked, is_settled=settles, fails=fails)
        if request.method == "OPTIONS":
            return self._options(asked)
        return None

    async def answer(self, found: Found) -> Stubbed:
        """Return the answer that was *found*."""
        request, source = found.asked.request, Source.SYNTHETIC
        repeatable = found.is_settled and not self._asks(found)
        why: tuple[str, ...] = ("what may be asked for at this path",)
        fault = None
        if found.reply is None:
            response = cors.allowed(request, found.methods)
        else:
            fault = found.reply.options.fault if found.fails else None
            try:
                response, source, why = await self._written(found, found.reply)
            except MockforgeError as error:
                # It may have been for want of time: the next one may be answered.
                response, why, repeatable = *writing.failed(error, found.stub), False
        if fault is not None:
            response, why = failing(fault, response), (f"fault: {fault.kind}",)
        if self._opens:
            response = cors.opened(request, response)
        return Stubbed(
            *(response, source),
            (f"{found.stub.name} of {found.stub.place}", *why),
            found.stub.place,
            repeatable,
            self._delay(found),
            fault,
        )

    def missed(self, request: Request, session: str, now: float) -> NoStub:
        """Return the account of *request*, which none of these answers."""
        return missing.missed(Asked(request, session, now), self._router)

    def opened(self, request: Request, response: Response) -> Response:
        """Return *response* as a browser of another origin may read it."""
        return cors.opened(request, response) if self._opens else response

    async def _written(
        self, found: Found, reply: Reply
    ) -> tuple[Response, Source, tuple[str, ...]]:
        given = reply.options
        wish = self._wish(found, reply)
        scope = scope_of(wish, rng(self.inventing.seed, *wish.keys, "written"))
        fields: Mapping[str, Json] = {}
        if reply.headers is not None:
            fields = reply.headers.render(scope)
        value: Json = given.file
        if reply.body is not None:
            value = reply.body.render(scope)
        status, source, why = given.status, Source.SYNTHETIC, "as it is written"
        if reply.maker is not None:
            base = value if given.mode == "hybrid" else None
            invented = await self.inventing.invented(replace(wish, base=base))
            value, why = invented.value, invented.why
            status = invented.status or status
            source = Source.LLM if invented.by_model else source
            if not writing.names_text(fields):
                # Invented bodies are JSON, a text among them.
                value = writing.dumped(value)
        response = writing.response(
            status,
            writing.pairs_of(fields),
            value,
            has_body=given.has_body or reply.maker is not None,
            content_type=writing.JSON_TYPE if reply.maker else reply.content_type,
        )
        return response, source, (why,)

    def _wish(self, found: Found, reply: Reply) -> Wish:
        """Return what is to be answered, and what chance is to depend on."""
        asked = found.asked
        keys: tuple[str | int, ...] = (found.stub.name, reply.number, asked.digest)
        if reply.draws_anew(asked.request.method):
            key = ("draw", *map(str, keys), asked.session)
            turn = self._turns.take(key, looks=asked.is_head)
            keys = (*keys, asked.session, turn)
            if self.worker:
                keys = (*keys, f"worker {self.worker}")
        return Wish(found.stub, reply, asked, found.params, keys)

    def _chosen(self, each: Stub, holding: list[Reply], asked: Asked) -> Reply:
        """Return the one of those that hold whose turn it is."""
        choose = each.options.choose
        if choose == "first" or len(each.replies) == 1:
            return holding[0]
        key = ("choice", each.name, asked.path, asked.session)
        turn = self._turns.take(key, looks=asked.is_head)
        if choose == "sequence":
            return holding[min(turn, len(holding) - 1)]
        if choose == "cycle":
            return holding[turn % len(holding)]
        return rng(self.inventing.seed, *key, turn, self.worker).choice(holding)

    def _fails(self, each: Stub, reply: Reply, asked: Asked) -> bool:
        """Whether *reply* fails this time."""
        fault = reply.options.fault
        if fault is None or fault.is_certain:
            return fault is not None
        key = ("fault", each.name, str(reply.number), asked.path, asked.session)
        turn = self._turns.take(key, looks=asked.is_head)
        draw = rng(self.inventing.seed, *key, turn, self.worker)
        return fault.falls(turn, draw.random)

    def _asks(self, found: Found) -> bool:
        """Whether a model is asked for the answer: it may say something else later."""
        invents = found.reply is not None and found.reply.maker is not None
        return invents and self.inventing.model is not None

    def _delay(self, found: Found) -> float:
        if found.reply is None:
            return 0.0
        delay = found.reply.options.delay
        if not isinstance(delay, DelayOptions):
            return delay
        asked = found.asked
        key = ("delay", found.stub.name, asked.digest, asked.session)
        turn = self._turns.take(key, looks=asked.is_head)
        draw = rng(self.inventing.seed, *key, turn, self.worker)
        return draw.uniform(delay.min, delay.max)

    def _options(self, asked: Asked) -> Found | None:
        """Return what answers a client that asks what it may ask; None if nobody."""
        wanted = cors.preflight_of(asked.request)
        stubs = [each for each, _ in self._router.at(asked)]
        if not stubs:
            return None
        if wanted is not None and (
            not self._opens or not any(each.takes(wanted) for each in stubs)
        ):
            return None
        if wanted is None and not self.is_alone:
            return None
        methods = list(
            dict.fromkeys(
                method
                for each in stubs
                for method in each.methods or (wanted or "GET",)
            )
        )
        if "GET" in methods:
            methods.insert(methods.index("GET") + 1, "HEAD")
        methods.append("OPTIONS")
        return Found(
            stubs[0], None, {}, asked, tuple(dict.fromkeys(methods)), is_settled=True
        )
