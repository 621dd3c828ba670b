"""The law that every pattern keeps: when it counts, how it follows, how it fades."""

from __future__ import annotations

from dataclasses import dataclass

from mockforge.learning.patterns.options import DriftLearningOptions

APPLIED = 0.5
"""The confidence from which a pattern is applied."""


@dataclass(frozen=True, slots=True)
class Law:
    """What a pattern does with what it sees."""

    sensitivity: float = 0.2
    """The share that each update after a change has in the estimate."""
    decay: float = 0.05
    """The share of its evidence that a silent pattern loses with each update."""
    min_samples: int = 10
    """Nothing is applied that was seen less often."""

    @classmethod
    def of(cls, options: DriftLearningOptions) -> Law:
        """Return what *options* ask for."""
        return cls(options.sensitivity, options.decay, options.min_samples)

    def confidence(self, samples: float) -> float:
        """Return how far an estimate from *samples* is to be trusted, 0 to 1.

        It is one half at `min_samples`, and reaches one only in the limit.
        """
        return samples / (samples + self.min_samples) if samples > 0 else 0.0

    def applies(self, samples: float) -> bool:
        """Whether an estimate from *samples* is to be applied.

        Evidence that has faded is told by fewer samples than were seen.
        """
        return samples >= self.min_samples and self.confidence(samples) >= APPLIED
