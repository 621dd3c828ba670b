"""A simulation's outcome as lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mockforge.simulation.outcome import Outcome, latencies
from mockforge.simulation.tally import Counted

HEAD = ("endpoint", "requests", "statuses", "p50 ms", "p95 ms", "other status")
MOST_PLACES = 5


def lines(outcome: Outcome) -> Iterator[str]:
    """Yield what is told to people."""
    simulation, tally = outcome.simulation, outcome.simulation.tally
    ended = ", stopped early" if simulation.was_stopped else ""
    yield _line(
        "requests",
        f"{tally.requests:,} in {simulation.seconds:.2f} s, {tally.answered:,} answered"
        f"{ended}",
    )
    yield _line(
        "sessions",
        f"{tally.sessions:,} ended of {tally.begun:,}, of"
        f" {len(simulation.stories.stories):,} recorded",
    )
    yield _line("rate", f"{outcome.rate:,.1f}/s")
    yield _line("statuses", _compared(outcome))
    for number, text in tally.examples.items():
        yield _line("", f"exchange {number}: {outcome.setting.text(text)}")
    yield from _notes(outcome)
    if tally.endpoints:
        yield ""
        yield from _table([HEAD, *(_row(name, each) for name, each in outcome.rows())])


def _compared(outcome: Outcome) -> str:
    tally = outcome.simulation.tally
    if not tally.steps:
        return "nothing was asked"
    if not tally.differing:
        return "every one as recorded at its step"
    return (
        f"{tally.differing:,} of {tally.steps:,} ({outcome.share:.1%}) not as recorded"
        " at their step"
    )


def _notes(outcome: Outcome) -> Iterator[str]:
    tally = outcome.simulation.tally
    unbound = tally.unbound.total()
    if unbound:
        yield _line("values", f"{unbound:,} could not be bound, and went as recorded:")
        for (name, place), count in tally.unbound.most_common(MOST_PLACES):
            yield _line("", f"{count:,} of {place}, {outcome.setting.text(name)}")
    if tally.renewed:
        yield _line(
            "sent again",
            f"{tally.renewed:,} with other values, as theirs were taken already",
        )
    if tally.wanting:
        yield (
            f"{tally.wanting:,} requests were refused that hold stand-ins for secrets:"
            " the recording has no more. Give what is meant with --header"
            " 'Authorization: Bearer ${TOKEN}'"
        )


def _row(name: str, counted: Counted) -> Sequence[str]:
    statuses = [f"{each}: {n:,}" for each, n in sorted(counted.statuses.items())]
    statuses += [f"{each}: {n:,}" for each, n in sorted(counted.errors.items())]
    told = latencies(counted.latency)
    return (
        name,
        f"{counted.requests:,}",
        ", ".join(statuses),
        f"{told['p50']:,.1f}",
        f"{told['p95']:,.1f}",
        f"{counted.differing:,}",
    )


def _table(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    widths = [max(len(row[at]) for row in rows) for at in range(len(rows[0]))]
    for row in rows:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        yield "  ".join(cells).rstrip()


def _line(label: str, text: str) -> str:
    return f"{label:<11}{text}"
