"""Mirroring: answers that take as long as such answers took, drawn anew for each.

A delay is drawn for a request's place in its session and for nothing else: the same
requests wait alike however sessions interleave.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from mockforge.chance import rng
from mockforge.engine.plan import FAILED, Answer, Plan
from mockforge.learning.patterns.law import Law
from mockforge.learning.patterns.part import Subject
from mockforge.provenance import Source
from mockforge.stages.pacing import Latency as Pacing
from mockforge.stages.pacing import Pace

if TYPE_CHECKING:
    from mockforge.http import Request
    from mockforge.learning.endpoints import EndpointMap
    from mockforge.learning.failures import Failures

KEPT = 100_000
"""Turns that are remembered, one for each session and endpoint. One that was not asked
for so many others begins anew: its draws are those of its first requests again."""

_DAY = 86_400.0
_MIRRORED = (Source.RECORDED, Source.SYNTHETIC)


class Latency(Protocol):
    """What gives the seconds to the first byte of an answer."""

    def draw(  # noqa: PLR0913 - what an answer is, all but three by name
        self,
        subject: Subject,
        status: int,
        u: float,
        *,
        size: int | None,
        hour: float | None,
        law: Law,
    ) -> float | None:
        """Return the seconds for *u* in [0, 1); None if too little was seen."""


class Patterns(Protocol):
    """What was learned of one recording."""

    @property
    def latency(self) -> Latency:
        """The times that its answers took."""

    @property
    def failures(self) -> Failures:
        """How often it failed, and in which bursts."""


class Turns:
    """How often each session has asked each endpoint."""

    def __init__(self, kept: int = KEPT) -> None:
        self._kept = kept
        self._turns: OrderedDict[tuple[str, str], int] = OrderedDict()

    def __len__(self) -> int:
        return len(self._turns)

    def take(self, session: str, endpoint: str) -> int:
        """Return the number of this request, the first being 0, and count it."""
        place = (session, endpoint)
        turn = self._turns.pop(place, 0)
        self._turns[place] = turn + 1
        if len(self._turns) > self._kept:
            self._turns.popitem(last=False)
        return turn


class Mirror:
    """The patterns of one recording, as its answers take them over."""

    def __init__(
        self,
        patterns: Patterns,
        endpoints: EndpointMap,
        law: Law,
        seed: int,
        who: Callable[[Request], str | None] | None = None,
    ) -> None:
        """Begin with no session.

        Args:
            patterns: What was learned.
            endpoints: By which it was learned.
            law: When it counts.
            seed: What draws depend on.
            who: Tells who asks; nobody is told from another if None.
        """
        self.patterns = patterns
        self.endpoints = endpoints
        self.law = law
        self.who = who or _anybody
        """Tells who asks, as patterns know them."""
        self._seed = seed
        self.turns = Turns()

    def endpoint(self, asked: Request) -> str | None:
        """Return the key of the endpoint of *asked*, None if it is of none."""
        located = self.endpoints.located(asked)
        return None if located is None else located.key

    def delay(  # noqa: PLR0913 - what an answer is
        self,
        endpoint: str,
        session: str,
        turn: int,
        status: int,
        size: int | None,
        now: float,
        persona: str | None = None,
    ) -> float | None:
        """Return the seconds that an answer is to take, None if nothing tells.

        Args:
            endpoint: Its key.
            session: Whose request it answers.
            turn: The number of that request among those of this session to this
                endpoint.
            status: Of the answer.
            size: Bytes of its body.
            now: Seconds since the epoch.
            persona: Who asks, if that is known.
        """
        return self.patterns.latency.draw(
            Subject(endpoint, persona),
            status,
            rng(self._seed, session, endpoint, turn, "latency").random(),
            size=size,
            hour=now % _DAY / 3600.0,
            law=self.law,
        )


class Mirroring:
    """What every answer of a replay takes over from what was learned."""

    def __init__(
        self,
        mirrors: dict[str, Mirror],
        pace: Pace,
        *,
        enabled: bool = True,
        repeats: bool = False,
    ) -> None:
        """Mirror the recordings.

        Args:
            mirrors: By the name of the recording.
            pace: How fast time passes.
            enabled: Whether anything learned is applied; else answers are as recorded.
            repeats: Whether an answer may be given again if no delays are drawn.
        """
        self.mirrors = mirrors
        self.enabled = enabled
        """May be set at any time: it is asked for each request."""
        self._pace = pace
        self._repeats = repeats and pace.latency is not Pacing.LEARNED

    def timed(self, plan: Plan, answer: Answer, now: float) -> Answer:
        """Return *answer* with the delay that is drawn for it, if delays are.

        It is never one that may be repeated: what is learned decides each anew, and
        may be switched on or off meanwhile.

        Args:
            plan: How it was come to.
            answer: With the delay that it had when it was recorded, if it was.
            now: Seconds since the epoch.
        """
        if self._repeats:
            return answer
        told = answer.provenance
        mirror = self.mirrors.get(told.recording or "")
        answer = replace(answer, repeatable=False)
        if (
            mirror is None
            or self._pace.latency is not Pacing.LEARNED
            or told.source not in _MIRRORED
            or FAILED in answer.why
        ):
            return answer
        if not self.enabled:
            return _because(answer, "nothing learned is applied now")
        endpoint = mirror.endpoint(plan.meant)
        if endpoint is None:
            return _because(answer, "of no endpoint that was learned")
        turn = mirror.turns.take(plan.session, endpoint)
        response = answer.response
        drawn = mirror.delay(
            *(endpoint, plan.session, turn),
            *(response.status, len(response.body), now),
            mirror.who(plan.meant),
        )
        if drawn is None:
            return _because(answer, f"too little is known of {endpoint}")
        why = f"the delay is drawn from what was learned of {endpoint}"
        return replace(answer, delay=self._pace.scaled(drawn), why=(*answer.why, why))


def _anybody(asked: Request) -> None:
    """Tell nobody from another."""


def _because(answer: Answer, reason: str) -> Answer:
    told = "as recorded" if answer.provenance.source is Source.RECORDED else "none"
    return replace(answer, why=(*answer.why, f"the delay is {told}: {reason}"))
