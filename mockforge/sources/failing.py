"""Failing: which recorded exchanges failed by chance, and which of them stand in."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING

from mockforge.learning.failures import by_chance, outcome_of
from mockforge.learning.patterns.part import Subject
from mockforge.sources.turns import bare

if TYPE_CHECKING:
    from mockforge.learning.options import LearningOptions
    from mockforge.learning.patterns.observation import Observation
    from mockforge.learning.patterns.options import DriftLearningOptions
    from mockforge.learning.patterns.patterns import Patterns
    from mockforge.recordings.files import Recording
    from mockforge.store.indexed import Indexed


class Failing:
    """The failures of one recording."""

    def __init__(
        self,
        observations: Sequence[Observation],
        *,
        keeps_alone: bool = True,
        sequenced: Collection[tuple[str, str]] = (),
        is_drawn: Callable[[str], bool] = lambda _: True,
    ) -> None:
        """Tell them apart.

        Args:
            observations: Of every exchange, in order of number.
            sequenced: Endpoints, each with how it fails when something of it is
                asked for first: that comes in its turn, and is never drawn.
            keeps_alone: Whether a request that has never been answered well is
                answered as it was. If not, whoever can makes an answer up.
            is_drawn: Whether failures of an endpoint take no turns; what too little is
                known of fails as recorded.
        """
        self._keeps_alone = keeps_alone
        self.sequenced = frozenset(sequenced)
        drawn = {one.endpoint for one in observations}
        drawn = {endpoint for endpoint in drawn if is_drawn(endpoint)}
        chance = by_chance(one for one in observations if one.endpoint in drawn)
        self._endpoints = {
            one.id: one.endpoint
            for one in observations
            if one.id in chance and (one.endpoint, chance[one.id]) not in sequenced
        }
        self._chance = {number: chance[number] for number in self._endpoints}
        self._failed = {one.id for one in observations if outcome_of(one)}
        self._rows: dict[tuple[str | None, str], list[Indexed]] = {}

    def left_out(self, rows: Sequence[Indexed]) -> Collection[int]:
        """Return the numbers of those of *rows* that are not to take turns.

        They are from now on what `pick` picks from.
        """
        chance = self._chance
        for row in rows:
            outcome = chance.get(row.id)
            if outcome is not None:
                for endpoint in (self._endpoints[row.id], None):
                    self._rows.setdefault((endpoint, outcome), []).append(row)
        if not self._keeps_alone:
            return chance.keys()
        good = {(row.key, row.origin) for row in rows if row.id not in chance}
        return {
            row.id for row in rows if row.id in chance and (row.key, row.origin) in good
        }

    def is_failure(self, number: int) -> bool:
        """Whether the exchange of this *number* failed, for whatever reason."""
        return number in self._failed

    def pick(
        self, endpoint: str, outcome: str, session: str, u: float
    ) -> Indexed | None:
        """Return an exchange that failed so; None if none did.

        It is of this endpoint if one of it did, and of a client like that of *session*
        if one of those was such a client's.

        Args:
            endpoint: Its key.
            outcome: How it is to have failed.
            session: Who asks.
            u: From 0 to 1, exclusive: which of several.
        """
        rows = self._rows.get((endpoint, outcome)) or self._rows.get((None, outcome))
        if not rows:
            return None
        kind = bare(session).partition(":")[0]
        alike = [row for row in rows if bare(row.session).partition(":")[0] == kind]
        among = alike or rows
        return among[int(u * len(among))]


async def failing_of(  # noqa: PLR0913 - what it is made by, all but three by name
    recording: Recording,
    learning: LearningOptions,
    options: DriftLearningOptions,
    *,
    keeps_alone: bool,
    sequenced: Collection[tuple[str, str]] = (),
    drawn: Patterns | None = None,
) -> Failing:
    """Return what failed in *recording*.

    Args:
        recording: All of it is looked through.
        learning: What is known of the API before.
        options: How observations are made.
        keeps_alone: See `Failing`.
        sequenced: See `Failing`.
        drawn: What failures are drawn by; None if none are.

    Raises:
        RecordingError: If it cannot be read.
        ConfigError: If the OpenAPI document that is known before cannot be.
    """
    from mockforge.recordings.learning import learned_of
    from mockforge.recordings.patterns import observations_of

    learned = await learned_of(recording, learning)
    seen: list[Observation] = []
    async for some in observations_of(recording, learned, options):
        seen += some

    def is_drawn(endpoint: str) -> bool:
        if drawn is None:
            return True
        return drawn.failures.chain(Subject(endpoint), drawn.law) is not None

    return await asyncio.to_thread(
        Failing,
        seen,
        keeps_alone=keeps_alone,
        sequenced=sequenced,
        is_drawn=is_drawn,
    )
