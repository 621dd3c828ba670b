"""A run's outcome as lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mockforge.load.outcome import QUANTILES, Outcome


def lines(outcome: Outcome) -> Iterator[str]:
    """Yield what is told to people."""
    drive = outcome.drive
    tally = drive.tally
    ended = ", stopped early" if outcome.was_stopped else ""
    yield _line(
        "requests",
        f"{tally.answered:,} answered, {tally.failed:,} failed"
        f" in {drive.seconds:.2f} s{ended}",
    )
    yield _line("rate", f"{outcome.rate:,.1f}/s, {outcome.bytes_rate / 1e6:,.2f} MB/s")
    yield from _latency(outcome)
    yield _line("statuses", _counts(sorted(tally.statuses.items())))
    yield _line("errors", _counts(sorted(tally.errors.items())))
    yield _line("answers", _compared(outcome))
    for example in tally.examples.items():
        yield _line("", "exchange {}: {}".format(*example))
    yield from _client(outcome)


def _latency(outcome: Outcome) -> Iterator[str]:
    latency = outcome.drive.tally.latency
    if not latency.count:
        return
    shown = [*QUANTILES, "max", "mean"]
    yield _line("latency", "".join(f"{name:>9}" for name in shown))
    values = outcome.milliseconds().values()
    yield _line("", "".join(f"{_short(value):>9}" for value in values) + "  ms")
    if outcome.manner.pacing.rate is None:
        yield _line("", "closed loop: who waits for an answer asks nothing meanwhile;")
        yield _line("", "--rate tells what users who come anyway would wait")
    else:
        yield _line("", "open loop: from when each request was due, waiting included")


def _client(outcome: Outcome) -> Iterator[str]:
    drive = outcome.drive
    client = drive.client
    if client.requests and client.elapsed:
        lag = client.lag
        yield _line(
            "client",
            f"{client.cpu / client.requests * 1e6:.1f} µs of CPU a request,"
            f" {outcome.busy:.0%} of a core; woke up late by"
            f" {_short(lag.quantile(0.5) * 1e3)} ms (p50),"
            f" {_short(lag.quantile(0.99) * 1e3)} ms (p99)",
        )
    yield from warnings(outcome)


def warnings(outcome: Outcome) -> Iterator[str]:
    """Yield what makes the figures mean something else."""
    drive = outcome.drive
    if not outcome.is_rate_reached:
        unsent = f"; {drive.unsent:,} were due and never sent" * bool(drive.unsent)
        yield (
            f"the rate was not reached: {outcome.sent_rate:,.1f}/s went out of"
            f" {outcome.manner.pacing.rate:,.1f}/s{unsent}. Latencies grow for as long"
            " as such a run lasts"
        )
    if outcome.is_client_full:
        yield (
            "the client used all of its core: these figures are the client's as much as"
            " the server's"
        )
    elif outcome.is_client_late:
        yield (
            "the client itself woke up late, as on a busy machine: part of these"
            " latencies is the client's"
        )
    wanted = outcome.manner.pacing.requests
    if wanted is not None and not outcome.was_stopped:
        sent = drive.schedule.measured
        if sent < wanted:
            yield f"the time was up after {sent:,} of {wanted:,} requests"
    if drive.in_flight:
        yield f"in flight when it was stopped: {drive.in_flight:,}"
    if not drive.tally.answered and not drive.tally.failed:
        yield "nothing was measured"


def _compared(outcome: Outcome) -> str:
    tally = outcome.drive.tally
    statuses = "every status as recorded"
    if tally.other_status:
        statuses = f"{tally.other_status:,} with a status that was not recorded"
    if not outcome.manner.verify:
        return f"{statuses}; bodies not compared (--verify)"
    bodies = f"{tally.other_body:,} of {tally.verified:,} bodies differ"
    return f"{statuses}, {bodies if tally.other_body else _all_alike(tally.verified)}"


def _all_alike(count: int) -> str:
    return f"all {count:,} bodies as recorded" if count else "no body compared"


def _line(label: str, text: str) -> str:
    return f"{label:<10}{text}"


def _counts(items: Iterable[tuple[int | str, int]]) -> str:
    return ", ".join(f"{count:,} of {name}" for name, count in items) or "none"


def _short(milliseconds: float) -> str:
    """Return three digits that mean something."""
    return f"{milliseconds:,.0f}" if milliseconds >= 100 else f"{milliseconds:.3f}"
