"""All users at once, until the time is up, each has had a session, or it is ended."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from functools import partial
from random import Random  # noqa: TID251 - named as a type; it comes as an argument

from mockforge.bodies.document import shown
from mockforge.bodies.messages import told_of
from mockforge.chance import rng
from mockforge.clock import Clock, SystemClock
from mockforge.http import Headers, Request, with_header
from mockforge.load.tally import Trouble
from mockforge.load.target import Target
from mockforge.simulation.chain import Chain
from mockforge.simulation.stories import Stories, Take
from mockforge.simulation.talk import Answered, Talk
from mockforge.simulation.tally import REFUSED, Tally
from mockforge.simulation.values import Bound, Places
from mockforge.simulation.walk import Walk
from mockforge.stages.origins import Outward, inward
from mockforge.stages.sessions import SESSION_HEADER

STREAM = 1.0
"""Seconds that a stream is listened to beyond what its recording took."""
BACKOFF = (0.05, 1.0)
"""Seconds before the next try where no connection is taken: at first, and at most."""
RENEWALS = 3
"""Times that a request is sent again with other values, at most."""
TAKEN = frozenset({400, 409, 422})
"""Statuses that may say that something of that name is there already."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How users behave."""

    users: int = 1
    speed: float = 1.0
    """Gaps are divided by it."""
    duration: float = 60.0
    """Seconds; 0.0 for one session of each user, however long that takes."""
    timeout: float = 10.0
    """Seconds that an answer may take."""
    seed: int = 0
    headers: Headers = ()
    """Fields that go with requests, in the place of recorded ones."""


class Simulation:
    """One run against one server."""

    def __init__(
        self,
        stories: Stories,
        chain: Chain,
        target: Target,
        manner: Manner,
        *,
        clock: Clock | None = None,
    ) -> None:
        self.stories = stories
        self.manner = manner
        self.tally = Tally()
        self.seconds = 0.0
        """From the beginning to the last answer."""
        self.was_stopped = False
        self._chain = chain
        self._target = target
        self._clock = clock or SystemClock()
        self._begin = 0.0
        self._fresh: Places = frozenset()
        self._fields = _fields(stories, manner.headers)
        self._usual = _median([t.gap for t in stories.takes if t.position])
        order = list(range(len(stories.stories)))
        rng(manner.seed, "simulate", "order").shuffle(order)
        self._order = order

    @property
    def elapsed(self) -> float:
        """Seconds since the beginning."""
        return self._clock.monotonic() - self._begin if self._begin else 0.0

    async def run(self, told: asyncio.Event) -> None:
        """Let every user act until it is over, or somebody *told* it to stop."""
        self._begin = self._clock.monotonic()
        loop = asyncio.get_running_loop()
        users = [
            loop.create_task(self._user(number)) for number in range(self.manner.users)
        ]
        ending = loop.create_task(told.wait())
        everybody = asyncio.gather(*users)
        try:
            await asyncio.wait((everybody, ending), return_when=asyncio.FIRST_COMPLETED)
            self.was_stopped = not everybody.done()
            if not self.was_stopped:
                everybody.result()
        finally:
            ending.cancel()
            everybody.cancel()
            await asyncio.gather(ending, *users, return_exceptions=True)

    async def _user(self, number: int) -> None:
        talk = Talk(self._target)
        try:
            # Nobody begins at the same moment as everybody else.
            if number:
                draw = rng(self.manner.seed, "simulate", number, "begin")
                await self._pause(draw.random() * self._usual)
            session = 0
            while not self._is_over():
                await self._session(talk, number, session)
                session += 1
                if not self.manner.duration:
                    break
                draw = rng(self.manner.seed, "simulate", number, session, "between")
                await self._pause(2 * draw.random() * self._usual)
        finally:
            await talk.close()

    async def _session(self, talk: Talk, number: int, session: int) -> None:
        at = (number + session * self.manner.users) % len(self._order)
        walk = Walk(
            self.stories,
            self._order[at],
            self._chain,
            partial(_draw, self.manner.seed, number, session),
            fresh=self._fresh,
        )
        name = f"simulate-{self.manner.seed}-{number}-{session}"
        self.tally.begun += 1
        wait = 0.0
        while (take := walk.next()) is not None:
            await (self._rest(wait) if wait else self._pause(walk.gap(take)))
            if self._is_over():
                return
            answered = await self._step(walk, take, talk, name)
            wait = _longer(wait) if answered.trouble is Trouble.REFUSED else 0.0
        self.tally.sessions += 1

    async def _step(self, walk: Walk, take: Take, talk: Talk, name: str) -> Answered:
        answered = await self._asked(walk, take, talk, name)
        if self._may_be_taken(take, answered) and (more := walk.unique(take)):
            answered = await self._renewed(walk, take, talk, name, more)
        self._compare(take, answered)
        response = answered.response
        told = None if response is None else told_of(response)
        walk.heard(take, response, told, self._clock.now())
        return answered

    async def _renewed(
        self, walk: Walk, take: Take, talk: Talk, name: str, more: Places
    ) -> Answered:
        """Ask again with new values at the places *more*, until they are not taken."""
        before = walk.fresh
        for _ in range(RENEWALS):
            walk.fresh |= more
            self.tally.renewed += 1
            answered = await self._asked(walk, take, talk, name)
            if not self._may_be_taken(take, answered):
                break
        if answered.response and answered.response.status in take.expected:
            self._fresh |= more
        else:
            walk.fresh = before
        return answered

    async def _asked(self, walk: Walk, take: Take, talk: Talk, name: str) -> Answered:
        bound = walk.bound(take, self._clock.now())
        for place in bound.unbound:
            self.tally.miss(take.step.endpoint, shown(place))
        request = self._addressed(bound.request, name, _given(take, bound))
        began = self._clock.monotonic()
        patience = self.manner.timeout
        if take.is_stream:
            patience = min(patience, take.elapsed + STREAM)
        answered = await talk.ask(request, patience=patience, is_stream=take.is_stream)
        ended = self._clock.monotonic()
        self.seconds = ended - self._begin
        counted = self.tally.of(take.step.endpoint)
        if answered.response is None:
            counted.errors[answered.trouble or Trouble.BAD] += 1
            return answered
        counted.latency.add(ended - began)
        self.tally.latency.add(ended - began)
        counted.statuses[answered.response.status] += 1
        outward = Outward((self._target.origin,), take.request.origin)
        return Answered(outward.response(answered.response))

    def _addressed(self, request: Request, name: str, live: set[str]) -> Request:
        """Return *request* as the target is asked it.

        Args:
            request: As its user asks it of the recorded upstream.
            name: The session.
            live: Fields whose values live answers gave.
        """
        moved = inward(request, self._target.origin)
        headers = moved.headers
        for field, value, is_always in self._fields:
            is_there = field.lower() not in live and moved.header(field) is not None
            if is_always or is_there:
                headers = with_header(headers, field, value)
        headers = with_header(headers, SESSION_HEADER, name)
        return Request(
            moved.method,
            moved.scheme,
            moved.authority,
            moved.target,
            headers,
            moved.body,
            trailers=moved.trailers,
        )

    def _may_be_taken(self, take: Take, answered: Answered) -> bool:
        """Tell whether the answer may say that something is there already."""
        status = answered.response.status if answered.response else 0
        return (
            status in TAKEN
            and bool(take.expected)
            and status not in take.expected
            and min(take.expected) < 300
            and take.request.method not in ("GET", "HEAD", "OPTIONS")
        )

    def _compare(self, take: Take, answered: Answered) -> None:
        tally, counted = self.tally, self.tally.of(take.step.endpoint)
        tally.steps += 1
        if answered.response is None:
            tally.failed += 1
            return
        status = answered.response.status
        if not take.expected or status in take.expected:
            return
        counted.differing += 1
        tally.failed += status >= 400 and take.step.status < 400
        if status in REFUSED:
            tally.refused += 1
            tally.wanting += bool(take.secrets)
        known = ", ".join(map(str, sorted(take.expected)))
        tally.example(
            take.exchange, f"{take.step.endpoint}: answered {status}, recorded {known}"
        )

    def _is_over(self) -> bool:
        duration = self.manner.duration
        return bool(duration) and self.elapsed >= duration

    async def _pause(self, seconds: float) -> None:
        """Wait for *seconds* of the recording, and not beyond the end."""
        await self._rest(seconds / self.manner.speed)

    async def _rest(self, seconds: float) -> None:
        if self.manner.duration:
            seconds = min(seconds, self.manner.duration - self.elapsed)
        # Others are let in, also where there is nothing to wait for.
        await asyncio.sleep(max(seconds, 0.0))


def _draw(seed: int, user: int, session: int, turn: int, purpose: str) -> Random:
    return rng(seed, "simulate", user, session, turn, purpose)


def _given(take: Take, bound: Bound) -> set[str]:
    """Return the header fields of *take* that hold what a live answer gave."""
    paths = [need.path for need in take.needs if need.path not in bound.unbound]
    return {str(path[1]) for path in paths if path[0] == "header"}


def _median(values: list[float]) -> float:
    return sorted(values)[len(values) // 2] if values else 0.0


def _longer(wait: float) -> float:
    first, most = BACKOFF
    return min(2 * wait, most) if wait else first


def _fields(stories: Stories, headers: Headers) -> list[tuple[str, str, bool]]:
    """Return the fields that are given, and whether every request has them.

    One that recorded requests have takes its place there, and nowhere else.
    """
    found = []
    for name, value in headers:
        field = name.decode("latin-1")
        is_known = any(take.request.header(field) is not None for take in stories.takes)
        found.append((field, value.decode("latin-1"), not is_known))
    return found
