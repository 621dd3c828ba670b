"""Latencies: what every endpoint takes, by status, as learned from what was seen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mockforge.learning.latency.choosing import chosen
from mockforge.learning.latency.estimate import Estimate
from mockforge.learning.latency.model import Model
from mockforge.learning.latency.packing import packed, unpacked
from mockforge.learning.latency.points import points_of, size_code
from mockforge.learning.latency.telling import told
from mockforge.learning.patterns.law import Law
from mockforge.learning.patterns.observation import Observation
from mockforge.learning.patterns.part import Shown, Subject
from mockforge.options import Json


class Latencies:
    """The latency of every endpoint, of everybody and of each persona."""

    kind = "latency"

    def __init__(self) -> None:
        self._known: dict[Subject, dict[int, Estimate | str]] = {}
        self._models: dict[tuple[Subject, int | None, Law], Model | None] = {}

    def update(self, subject: Subject, seen: Sequence[Observation], law: Law) -> None:
        """Take in what was seen of *subject* since its last update."""
        found = points_of(seen)
        if not found:
            return
        self._models.clear()
        for status, points in found.items():
            self._estimate(subject, status).update(points, law)

    def fade(self, subject: Subject, law: Law) -> None:
        """Lose evidence of *subject*, which is silent for longer than is usual."""
        self._models.clear()
        for status in list(self._known.get(subject, ())):
            estimate = self._estimate(subject, status)
            estimate.fade(law)
            if estimate.samples < 0.5:
                del self._known[subject][status]

    def forget(self, subject: Subject) -> None:
        """Know nothing of *subject* any more."""
        self._models.clear()
        self._known.pop(subject, None)

    def draw(  # noqa: PLR0913 - all that a latency hangs on
        self,
        subject: Subject,
        status: int,
        u: float,
        *,
        size: int | None = None,
        hour: float | None = None,
        law: Law,
    ) -> float | None:
        """Return the seconds to the first byte that a share *u* of answers is below.

        Args:
            subject: An endpoint, of everybody or of one persona.
            status: Of the answer; 0 if none is to come.
            u: 0 to 1; a number drawn evenly makes this a latency drawn fairly.
            size: Bytes of the answer's body, if that is known.
            hour: Of the day, 0 to 24 (UTC), if that is known.
            law: From when on anything is applied.

        Returns:
            None if too little is known.
        """
        key = (subject, status, law)
        if key in self._models:
            model = self._models[key]
        else:
            model = self._models[key] = self._chosen(subject, status, law)
        if model is None:
            return None
        return model.draw(u, None if size is None else size_code(size), hour)

    quantile = draw
    """The latency that a share of answers take less than: the draw that is even."""

    def shown(self, law: Law) -> Iterator[Shown]:
        """Yield every pattern, also those that are not applied yet."""
        for subject in sorted(self._known, key=lambda each: tuple(map(str, each))):
            statuses = sorted(self._known[subject])
            for status in statuses:
                estimate = self._estimate(subject, status)
                if estimate.samples > 0:
                    words = len(statuses) > 1
                    yield told(subject, status, estimate, law=law, named=words)

    def to_json(self) -> Json:
        """Return this as JSON: per endpoint and persona, a text for each status."""
        return [
            [
                subject.endpoint,
                subject.persona,
                {
                    str(status): kept if isinstance(kept, str) else packed(kept)
                    for status, kept in estimates.items()
                },
            ]
            for subject, estimates in self._known.items()
            if estimates
        ]

    @classmethod
    def from_json(cls, kept: Json) -> Latencies:
        """Return what was kept; what is none is left out.

        Texts are read when they are first asked for: ten thousand endpoints load at
        once.
        """
        found = cls()
        for each in kept if isinstance(kept, list) else ():
            match each:
                case [str(endpoint), str() | None as persona, dict() as texts]:
                    found._known[Subject(endpoint, persona)] = {
                        int(status): text
                        for status, text in texts.items()
                        if isinstance(text, str) and status.isdecimal()
                    }
        return found

    def _estimate(self, subject: Subject, status: int) -> Estimate:
        estimates = self._known.setdefault(subject, {})
        kept = estimates.get(status)
        if isinstance(kept, Estimate):
            return kept
        estimate = estimates[status] = Estimate() if kept is None else unpacked(kept)
        return estimate

    def _chosen(self, subject: Subject, status: int, law: Law) -> Model | None:
        """Return what to draw from for *status*, the nearest that is applied."""
        everybody = self._estimates(Subject(subject.endpoint))
        own = self._estimates(subject) if subject.persona is not None else {}
        return chosen(own, everybody, status, law)

    def _estimates(self, subject: Subject) -> dict[int, Estimate]:
        """Return what is known of *subject*, without what is empty."""
        found = {
            status: self._estimate(subject, status)
            for status in self._known.get(subject, ())
        }
        return {status: each for status, each in found.items() if each.samples > 0}
