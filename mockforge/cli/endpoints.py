"""`mockforge recordings show --endpoints`: what was asked, by endpoint."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mockforge.cli import describing, options, output

if TYPE_CHECKING:
    from collections.abc import Callable

    from mockforge.exchange import Exchange
    from mockforge.learning.endpoints import EndpointMap, Known

COLUMNS = ("endpoint", "count", "statuses", "values")
SHOWN = 3
"""Values of a parameter that a table has room for."""
WIDE = 40
"""Characters of one of them."""


def show(
    recording: str,
    fits: Callable[[Exchange], bool],
    limit: int | None,
    *,
    as_json: bool,
) -> None:
    """Print the endpoints of *recording*.

    Args:
        recording: Where it is.
        fits: Whether an exchange is looked at.
        limit: How many are, at most.
        as_json: As a document instead of a table.
    """
    import asyncio

    found = asyncio.run(_learned(recording, fits, limit))
    if as_json:
        output.as_json([{"key": one.key, **one.to_json()} for one in found.every])
    elif not found.every:
        output.say("no exchange, no endpoint")
    else:
        output.table(COLUMNS, [row(one) for one in found.every])


def row(one: Known) -> list[str]:
    """Return *one* as a row of COLUMNS."""
    statuses = ", ".join(
        f"{status or 'none'}: {count}" for status, count in one.statuses.items()
    )
    samples = "; ".join(
        f"{name}: {', '.join(_cut(value) for value in some[:SHOWN])}"
        + (", …" if len(some) > SHOWN else "")
        for name, some in one.samples.items()
    )
    return [one.key, str(one.count), statuses, samples]


def _cut(value: str) -> str:
    return value if len(value) <= WIDE else f"{value[:WIDE]}…"


async def _learned(
    place: str, fits: Callable[[Exchange], bool], limit: int | None
) -> EndpointMap:
    from mockforge.learning.endpoints import EndpointMap, Endpoints
    from mockforge.recordings.files import open_recording
    from mockforge.recordings.matchers import Matcher, MatchOptions

    config = options.configuration()
    declared = describing.given(config.learning.openapi)
    # Values in paths are printed: none of them may be a secret.
    settings = config.redact.model_copy(update={"enabled": True})
    opened = await open_recording(
        place, matcher=Matcher(MatchOptions()), redact=settings
    )
    endpoints, seen = Endpoints(), 0
    try:
        for note in opened.notes:
            output.say(opened.redactor.text(note))
        async for exchange in opened.every():
            if seen == limit:
                break
            if fits(exchange):
                seen += 1
                shown = opened.redactor.exchange(exchange, keep_standins=True)
                told = shown.response
                status = None if told is None else told.status
                endpoints.add(shown.request, status, told)
        inferred = endpoints.settle()
        if declared is None:
            return inferred
        return EndpointMap.of(declared.endpoints, inferred)
    finally:
        await opened.close()
