"""`mockforge recordings search`: exchanges that fit what somebody says."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from mockforge.cli import options, output

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mockforge.config import Config
    from mockforge.recall.searching import Found

COLUMNS = ("score", "recording", "id", "method", "target", "status", "what fits")
TARGET = 60
"""Letters of a target in a table."""


@click.command()
@click.argument("question")
@click.argument("sources", nargs=-1, metavar="[RECORDING]...")
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    default=10,
    show_default=True,
    metavar="N",
    help="At most N.",
)
@options.offline
@options.as_json
@options.config
def search(
    question: str, sources: tuple[str, ...], *, limit: int, as_json: bool
) -> None:
    r"""Find exchanges by what they are about, the best first.

    QUESTION is words: of paths, names, values and answers, and of what happened, as in
    "failed", "created" or "denied". Without a RECORDING, all in recordings/ are looked
    through.

    \b
    mockforge recordings search "orders of a customer that failed"
    """
    import asyncio

    from mockforge.cli import shown

    folder = "recordings" if Path("recordings").is_dir() else "."
    config = options.configuration()
    found = asyncio.run(_found(question, sources or (folder,), limit, config))
    if as_json:
        output.as_json([_plain(one) for one in found])
        return
    if not found:
        output.say("nothing has any of these words")
        return
    rows = []
    for one in found:
        request = one.exchange.request
        target = request.target
        cut = target if len(target) <= TARGET else f"{target[:TARGET]}..."
        rows.append(
            (
                f"{one.score:.2f}",
                one.recording,
                one.exchange.id,
                *(request.method, cut, shown.status(one.exchange), one.snippet),
            )
        )
    output.table(COLUMNS, rows)


async def _found(
    question: str, sources: Sequence[str], limit: int, config: Config
) -> list[Found]:
    from mockforge.recall.embedder import embedder_of
    from mockforge.recall.searching import search as look
    from mockforge.recordings import places
    from mockforge.recordings.files import open_recording
    from mockforge.recordings.matchers import Matcher, MatchOptions

    # Whatever the settings say of recording: a terminal is no place for a secret.
    redact = config.redact.model_copy(update={"enabled": True})
    matcher = Matcher(MatchOptions())
    embedder = embedder_of(config.recall, offline=config.offline)
    found: list[Found] = []
    try:
        for place in places.expand(sources):
            opened = await open_recording(place, matcher=matcher, redact=redact)
            try:
                found += await look(opened, question, limit=limit, embedder=embedder)
            finally:
                await opened.close()
    finally:
        await embedder.close()
    found.sort(key=lambda one: -one.score)
    return found[:limit]


def _plain(one: Found) -> dict[str, object]:
    request, response = one.exchange.request, one.exchange.response
    failure = one.exchange.failure
    return {
        "score": one.score,
        "recording": one.recording,
        "id": one.exchange.id,
        "method": request.method,
        "url": request.url,
        "status": None if response is None else response.status,
        "failure": None if failure is None else failure.kind.value,
        "snippet": one.snippet,
    }
