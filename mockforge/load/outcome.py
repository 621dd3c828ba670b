"""What a run came to: its figures, and the verdict."""

from __future__ import annotations

from dataclasses import dataclass

from mockforge.load.drive import Drive, Manner
from mockforge.load.histogram import ERROR
from mockforge.load.machine import machine, versions
from mockforge.load.prepared import Load

QUANTILES = {f"p{share:g}": share / 100 for share in (50, 75, 90, 95, 99, 99.9)}
"""What is told of the latencies: name to share."""
FULL = 0.9
"""Part of a core from which on the client is at its limit."""
REACHED = 0.99
"""Part of the rate that counts as reached: the last gap is open."""
FAILED = 1
NOTHING = 7


@dataclass(frozen=True, slots=True)
class Setting:
    """What a run was, besides how it was sent."""

    recording: str
    url: str
    own_replay: bool
    seed: int | None
    """Of the shuffled order; None if it is as recorded."""
    load: float | None
    """Processes that wanted a core before the run, on average over a minute."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """A run that is over."""

    setting: Setting
    manner: Manner
    sent: Load
    drive: Drive
    was_stopped: bool = False
    """Before its time or number was up."""

    @property
    def exit_code(self) -> int:
        """What the program ends with."""
        tally = self.drive.tally
        if tally.failed or tally.differing:
            return FAILED
        is_proved = tally.answered and (tally.verified or not self.manner.verify)
        return 0 if is_proved else NOTHING

    @property
    def rate(self) -> float:
        """Answers a second."""
        seconds = self.drive.seconds
        return self.drive.tally.answered / seconds if seconds else 0.0

    @property
    def sent_rate(self) -> float:
        """Requests sent a second."""
        wanted = self.manner.pacing.rate or 0.0
        seconds = self.drive.sending
        gaps = self.drive.schedule.measured - 1
        if seconds and gaps > 0:
            return gaps / seconds
        return 0.0 if self.drive.unsent else wanted

    @property
    def is_rate_reached(self) -> bool:
        """Whether requests went out as they were due."""
        wanted = self.manner.pacing.rate
        if wanted is None:
            return True
        return not self.drive.unsent and self.sent_rate >= REACHED * wanted

    @property
    def is_client_full(self) -> bool:
        """Whether the client could hardly have sent more."""
        return self.busy >= FULL

    @property
    def is_client_late(self) -> bool:
        """Whether the client's own lateness is a good part of what it measured."""
        lag, latency = self.drive.client.lag, self.drive.tally.latency
        return any(
            lag.count and lag.quantile(share) > latency.quantile(share) / 2
            for share in (0.5, 0.99)
        )

    @property
    def busy(self) -> float:
        """Cores that the client used."""
        client = self.drive.client
        return client.cpu / client.elapsed if client.elapsed else 0.0

    @property
    def bytes_rate(self) -> float:
        """Bytes received a second, heads and all."""
        seconds = self.drive.seconds
        return self.drive.tally.received / seconds if seconds else 0.0

    def milliseconds(self) -> dict[str, float]:
        """Return the latencies that are told, by name."""
        latency = self.drive.tally.latency
        found = {name: latency.quantile(share) for name, share in QUANTILES.items()}
        found |= {"max": latency.highest, "mean": latency.mean}
        return {name: seconds * 1e3 for name, seconds in found.items()}

    def json(self) -> dict[str, object]:
        """Return all figures."""
        drive, setting = self.drive, self.setting
        tally = drive.tally
        return {
            "recording": setting.recording,
            "url": setting.url,
            "own_replay": setting.own_replay,
            "exchanges": len(self.sent.requests),
            "left_out": dict(self.sent.left_out),
            "asked": self._asked(),
            "loop": "closed" if self.manner.pacing.rate is None else "open",
            "stopped_early": self.was_stopped,
            "seconds": round(drive.seconds, 6),
            "requests": {
                "sent": drive.schedule.measured,
                "answered": tally.answered,
                "failed": tally.failed,
                "in_flight": drive.in_flight,
                "due_and_unsent": drive.unsent,
            },
            "rate": self._rates(),
            "latency_ms": _rounded(self.milliseconds()),
            "latency_error": ERROR,
            "statuses": {str(code): n for code, n in sorted(tally.statuses.items())},
            "errors": {kind.value: n for kind, n in sorted(tally.errors.items())},
            "answers": {
                "other_status": tally.other_status,
                "other_body": tally.other_body,
                "bodies_compared": tally.verified,
                "examples": {str(n): text for n, text in tally.examples.items()},
            },
            "client": self._client(),
            "machine": machine(setting.load),
            "versions": versions(),
            "exit_code": self.exit_code,
        }

    def _asked(self) -> dict[str, object]:
        manner, pacing, seed = self.manner, self.manner.pacing, self.setting.seed
        return {
            "rate": "max" if pacing.rate is None else pacing.rate,
            "connections": manner.connections,
            "duration_s": pacing.duration,
            "warmup_s": pacing.warmup,
            "requests": pacing.requests,
            "timeout_s": manner.timeout,
            "verify": manner.verify,
            "order": "as recorded" if seed is None else "shuffled",
            "seed": seed,
        }

    def _rates(self) -> dict[str, object]:
        is_open = self.manner.pacing.rate is not None
        return {
            "answered_per_s": round(self.rate, 3),
            "sent_per_s": round(self.sent_rate, 3) if is_open else None,
            "reached": self.is_rate_reached if is_open else None,
            "received_bytes_per_s": round(self.bytes_rate),
        }

    def _client(self) -> dict[str, object]:
        client, lag = self.drive.client, self.drive.client.lag
        lags = {"p50": lag.quantile(0.5), "p99": lag.quantile(0.99), "max": lag.highest}
        return {
            "cpu_us_per_request": round(client.cpu / max(client.requests, 1) * 1e6, 3),
            "cores": round(self.busy, 4),
            "lag_ms": _rounded({name: each * 1e3 for name, each in lags.items()}),
            "used_its_core": self.is_client_full,
            "woke_late": self.is_client_late,
            "reconnects": self.drive.reconnects,
        }


def _rounded(values: dict[str, float]) -> dict[str, float]:
    return {name: round(value, 6) for name, value in values.items()}
