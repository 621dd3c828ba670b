"""What a simulation came to: its figures, and the verdict."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from mockforge.load.histogram import Histogram
from mockforge.simulation.run import Simulation
from mockforge.simulation.tally import Counted

FAILED = 1
NOTHING = 7
MOST_UNBOUND = 20
"""Places with values that could not be bound that are told."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What a simulation was, besides how its users behaved."""

    recording: str
    url: str
    learned: float = 0.0
    """The part of the recorded steps after which the next one is a learned one."""
    least: int = 0
    """How often a step must have been seen for that."""
    text: Callable[[str], str] = str
    """What a recording's values are shown by."""

    @property
    def order(self) -> str:
        """What decides which step is next, for people."""
        seldom = f"nothing was seen {self.least} times, so sessions go as recorded"
        if not self.learned:
            return seldom
        if self.learned >= 1.0:
            return "the next step is drawn from what was learned"
        return (
            f"after {self.learned:.0%} of the steps the next one is drawn from what was"
            f" learned; the others were seen less than {self.least} times, and their"
            " session goes on as recorded"
        )


@dataclass(frozen=True, slots=True)
class Outcome:
    """A simulation that is over."""

    setting: Setting
    simulation: Simulation

    @property
    def exit_code(self) -> int:
        """What the program ends with."""
        tally = self.simulation.tally
        if not tally.requests:
            return NOTHING
        return FAILED if tally.failed >= tally.steps else 0

    @property
    def rate(self) -> float:
        """Requests a second."""
        seconds = self.simulation.seconds
        return self.simulation.tally.requests / seconds if seconds else 0.0

    @property
    def share(self) -> float:
        """The part of the steps whose status was not recorded for them."""
        tally = self.simulation.tally
        return tally.differing / tally.steps if tally.steps else 0.0

    def rows(self) -> list[tuple[str, Counted]]:
        """Return what was counted by endpoint, the busiest first."""
        told = self.simulation.tally.endpoints.items()
        return sorted(
            ((self.setting.text(name), each) for name, each in told),
            key=lambda row: (-row[1].requests, row[0]),
        )

    def json(self) -> dict[str, object]:
        """Return all figures."""
        simulation, setting = self.simulation, self.setting
        tally, stories, manner = simulation.tally, simulation.stories, simulation.manner
        return {
            "recording": setting.recording,
            "url": setting.url,
            "sessions_recorded": len(stories.stories),
            "exchanges": len(stories.takes),
            "left_out": dict(stories.left_out),
            "learned_share": round(setting.learned, 6),
            "asked": {
                "users": manner.users,
                "speed": manner.speed,
                "duration_s": manner.duration,
                "timeout_s": manner.timeout,
                "seed": manner.seed,
            },
            "stopped_early": simulation.was_stopped,
            "seconds": round(simulation.seconds, 6),
            "sessions": {"begun": tally.begun, "ended": tally.sessions},
            "requests": {
                "sent": tally.requests,
                "answered": tally.answered,
                "sent_again": tally.renewed,
            },
            "steps_failed": tally.failed,
            "rate_per_s": round(self.rate, 3),
            "latency_ms": latencies(tally.latency),
            "endpoints": [_row(name, each) for name, each in self.rows()],
            "other_status": {
                "count": tally.differing,
                "share": round(self.share, 6),
                "examples": {
                    str(number): setting.text(text)
                    for number, text in tally.examples.items()
                },
            },
            "refused": {"count": tally.refused, "with_standins": tally.wanting},
            "unbound": [
                {"endpoint": setting.text(name), "place": place, "count": count}
                for (name, place), count in tally.unbound.most_common(MOST_UNBOUND)
            ],
            "exit_code": self.exit_code,
        }


def latencies(latency: Histogram) -> dict[str, float]:
    """Return the latencies that are told, in milliseconds."""
    return {
        "p50": round(latency.quantile(0.5) * 1e3, 3),
        "p95": round(latency.quantile(0.95) * 1e3, 3),
    }


def _row(name: str, counted: Counted) -> dict[str, object]:
    return {
        "endpoint": name,
        "requests": counted.requests,
        "statuses": {str(each): n for each, n in sorted(counted.statuses.items())},
        "errors": {each.value: n for each, n in sorted(counted.errors.items())},
        "other_status": counted.differing,
        "unbound": counted.unbound,
        "latency_ms": latencies(counted.latency),
    }
