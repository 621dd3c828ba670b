"""One session of one user: which step is next, and what is asked for it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random  # noqa: TID251 - named as a type; it comes as an argument
from typing import Any

from mockforge.http import Request, Response
from mockforge.learning.sequences.steps import END, SESSION_GAP, Step, state_at
from mockforge.simulation.chain import Chain
from mockforge.simulation.cookies import Jar
from mockforge.simulation.stories import Stories, Take
from mockforge.simulation.values import Bound, Places, Values

MOST_LOOKED = 64
"""Takes of one step that are looked at, to find the one that fits best."""
LIKE = 6
"""Steps back that are compared."""
LONGER = 4
"""Times the longest recorded session that a session may be."""

Draw = Callable[[int, str], Random]
"""Chance for a turn of the session and a purpose."""


class Walk:
    """A session as it goes."""

    def __init__(
        self,
        stories: Stories,
        story: int,
        chain: Chain,
        draw: Draw,
        *,
        fresh: Places = frozenset(),
    ) -> None:
        """Begin.

        Args:
            stories: What there is to do.
            story: The recorded session to begin with.
            chain: What is known of the order of steps.
            draw: Where chance comes from.
            fresh: Places, by endpoint, whose values may be used only once.
        """
        self.fresh = fresh
        self._stories = stories
        self._chain = chain
        self._draw = draw
        self._story = stories.stories[story]
        self._last: Take | None = None
        self._turn = 0
        self._asked = 0
        self._values = Values(stories)
        self._jar = Jar()
        self.done: list[Step] = []
        """The steps so far, with the live answers' statuses and states."""

    def next(self) -> Take | None:
        """Return what to ask now; None if the session is over."""
        self._turn += 1
        if self._turn > LONGER * self._stories.longest:
            return None
        following = self._following()
        options = self._options()
        if not options:
            # Nothing is known of it, or nothing of that can be done here.
            return following
        rng = self._draw(self._turn, "step")
        steps, weights = zip(*options, strict=True)
        step = rng.choices(steps, weights)[0]
        if step == END:
            return None
        if following is not None and self._fits(following, step):
            return following
        return self._best(step, rng)

    def gap(self, take: Take) -> float:
        """Return the seconds to wait before *take*, as they were in the recording."""
        if not self.done:
            return 0.0
        u = self._draw(self._turn, "gap").random()
        learned = self._chain.gap(self.done[-1], take.step, u)
        gap = take.gap if learned is None else learned
        return min(gap, SESSION_GAP) if gap > 0.0 else 0.0

    def bound(self, take: Take, now: float) -> Bound:
        """Return the request of *take* as this user asks it now.

        Args:
            take: What is asked.
            now: Seconds since the epoch.
        """
        self._asked += 1
        rng = self._draw(self._asked, "mint")
        found = self._values.bound(take, rng, now, self.fresh)
        return Bound(self._with_cookies(take, found.request), found.unbound)

    def unique(self, take: Take) -> Places:
        """Return the places of *take* whose values may be taken already."""
        return self._values.unique(take)

    def heard(
        self,
        take: Take,
        response: Response | None,
        told: dict[str, Any] | None,
        now: float,
    ) -> None:
        """Go on from the live answer to *take*.

        Args:
            take: What was asked.
            response: The answer; None if none came.
            told: The same as a document.
            now: Seconds since the epoch.
        """
        self._last = take
        endpoint = take.step.endpoint
        if response is None or told is None:
            self.done.append(Step(endpoint, 0))
            return
        while take.again is not None and response.status != take.step.status:
            # It did not fail this time, so it need not be asked again.
            take = self._stories.takes[take.again]
        self._last = take
        self._jar.heard(response, now)
        self._values.heard(take, told)
        state = state_at(told, self._stories.states.get(endpoint))
        self.done.append(Step(endpoint, response.status, state))

    def _with_cookies(self, take: Take, request: Request) -> Request:
        keeps = take.story in self._stories.keep_cookies
        return self._jar.sent(request, self._stories.cookies, keeps=keeps)

    def _following(self) -> Take | None:
        """Return what came next in the recorded session."""
        if self._last is None:
            return self._stories.takes[self._story[0]]
        story = self._stories.stories[self._last.story]
        number = self._last.number + 1
        return self._stories.takes[number] if number in story else None

    def _options(self) -> list[tuple[Step, float]]:
        """Return the steps that may follow and can be done, and how likely each is."""
        found: dict[Step, float] = {}
        for told, share in self._chain.next(self.done):
            # What the answer will say of a state is for the server to decide.
            step = Step(told.endpoint, told.status)
            if share > 0.0 and (step == END or self._can(step[:2])):
                found[step] = found.get(step, 0.0) + share
        return list(found.items())

    def _fits(self, take: Take, step: Step) -> bool:
        return take.step[:2] == step[:2] and self._values.is_bindable(take)

    def _can(self, key: tuple[str, int]) -> bool:
        return any(map(self._values.is_bindable, self._looked(key)))

    def _looked(self, key: tuple[str, int]) -> Sequence[Take]:
        numbers = self._stories.by_step.get(key, ())
        if len(numbers) > MOST_LOOKED:
            numbers = self._draw(self._turn, "look").sample(numbers, MOST_LOOKED)
        return [self._stories.takes[number] for number in numbers]

    def _best(self, step: Step, rng: Random) -> Take:
        """Return the exchange of *step* that fits best into what was done.

        That which comes later in the same recorded session; else one that came after
        the same steps.
        """
        takes = [t for t in self._looked(step[:2]) if self._values.is_bindable(t)]
        last = self._last
        later = [
            take
            for take in takes
            if last is not None
            and take.story == last.story
            and take.number > last.number
        ]
        if later:
            return min(later, key=lambda take: take.number)
        most = max(map(self._alike, takes))
        return rng.choice([take for take in takes if self._alike(take) == most])

    def _alike(self, take: Take) -> int:
        """Return how many steps before *take* were those of this session."""
        count = 0
        for back, done in enumerate(reversed(self.done[-LIKE:]), 1):
            if take.position < back:
                break
            before = self._stories.takes[take.number - back].step
            if before[:2] != done[:2]:
                break
            count += 1
        return count
