"""`recordings export --format openapi`: the API of a recording as a document."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from mockforge.cli import options, output

if TYPE_CHECKING:
    from mockforge.learning.openapi.reading import OpenApi


def export(recording: str, target: str) -> None:
    """Write what *recording* teaches of its API.

    Args:
        recording: Where it is.
        target: The file; `-` is stdout.
    """
    import asyncio
    import sys

    from mockforge.recordings.formats import openapi

    form = _form(target)
    document, count = asyncio.run(_described(recording))
    place = sys.stdout.buffer if target == "-" else Path(target)
    openapi.write(document, place, form)
    where = "stdout" if target == "-" else target
    paths = len(document["paths"])
    if not paths:
        output.warn(
            f"{recording} teaches nothing: there is no exchange in it\n"
            "  next: record some, or name another recording"
        )
    asked = "exchange" if count == 1 else "exchanges"
    output.say(
        f"{paths} path{'' if paths == 1 else 's'} of {count} {asked} written to {where}"
    )


def _form(target: str) -> str:
    from mockforge.recordings.formats.openapi import SUFFIXES

    if target == "-":
        return "json"
    form = SUFFIXES.get(Path(target).suffix.lower())
    if form is None:
        raise click.UsageError(
            f"{target!r} is neither JSON nor YAML by its name; end it in .json, .yaml"
            " or .yml"
        )
    return form


async def _described(place: str) -> tuple[dict[str, Any], int]:
    from mockforge.recordings.describing import describe
    from mockforge.recordings.files import open_recording
    from mockforge.recordings.matchers import Matcher, MatchOptions

    config = options.configuration()
    declared = given(config.learning.openapi)
    # Whatever the settings say of recording: examples are for others to read.
    settings = config.redact.model_copy(update={"enabled": True})
    opened = await open_recording(
        place, matcher=Matcher(MatchOptions()), redact=settings
    )
    try:
        for note in opened.notes:
            output.say(opened.redactor.text(note))
        endpoints = () if declared is None else declared.endpoints
        return await describe(opened, declared=endpoints)
    finally:
        await opened.close()


def given(path: str | None) -> OpenApi | None:
    """Return what the OpenAPI document at *path* says, None if none is given.

    Raises:
        ConfigError: If it cannot be read.
    """
    if path is None:
        return None
    from mockforge.recordings.formats.openapi import read_openapi

    return read_openapi(path)
