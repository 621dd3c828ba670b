"""`mockforge recordings volatile`: what of requests is new in every run."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from mockforge.cli import options, output

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mockforge.learning.bindings import Bindings, Pins, Volatile
    from mockforge.learning.bindings.hits import Hits
    from mockforge.learning.learned import Learned

COLUMNS = (
    *("endpoint", "field", "kind", "format", "samples", "distinct", "example"),
    "evidence",
)
WIDE = 24
"""Characters of an example that are shown."""


@click.command()
@click.argument("recording")
@click.option(
    "--pins",
    metavar="FILE",
    help="What to ignore and keep; else RECORDING.pins beside it, or learning.pins.",
)
@options.as_json
@options.config
def volatile(recording: str, *, pins: str | None, as_json: bool) -> None:
    """Show which fields of requests are new in every run, and how that is known.

    Those that the client makes (a key, a nonce, the time) are left out of matching;
    those that carry on what an answer told (a token, a cursor, an id) are matched by
    what they stand for. Then how many requests a replay of the same session would know
    with that and without. Examples that look like secrets are stand-ins.
    """
    import asyncio

    from mockforge.learning.bindings.hits import hits
    from mockforge.recordings.pins import pins_of

    named = pins or options.configuration().learning.pins
    said = pins_of(recording, named)
    learned = asyncio.run(_learned(recording))
    keys = {sample.endpoint for sample in learned.samples}
    keys |= {known.key for known in learned.endpoints.every}
    bindings = learned.bindings.pinned(said, keys)
    found = hits(learned.samples, bindings, lambda one: one.pinned(said, keys))
    for pin in said.strays(keys):
        output.warn(
            f"line {pin.line} of the pins is of no endpoint in the recording: {pin}\n"
            f"  next: mockforge recordings show {recording} --endpoints lists them"
        )
    if as_json:
        output.as_json(_plain(learned, bindings, said, found))
    else:
        _tell(learned, bindings, found)


def _tell(learned: Learned, bindings: Bindings, found: Hits) -> None:
    rows = [_row(one) for one in _every(bindings)]
    if rows:
        output.table(COLUMNS, rows)
    else:
        output.say("no field of a request is new in every run")
    for note in learned.notes:
        output.say(note)
    if found.requests:
        output.data(_words(found))


def _every(bindings: Bindings) -> Iterator[Volatile]:
    """Yield what was found, what the client makes first."""
    every = [one for fields in bindings.fields.values() for one in fields.values()]
    yield from sorted(every, key=lambda one: (one.kind != "made", one.endpoint))


def _row(one: Volatile) -> list[object]:
    from mockforge.bodies.document import shown

    return [
        one.endpoint,
        shown(one.path),
        _kind(one),
        one.format,
        one.samples,
        one.distinct,
        _cut(one.example),
        _evidence(one),
    ]


def _kind(one: Volatile) -> str:
    if one.kind == "made":
        return "made by the client"
    told = one.origin is None or one.origin.told
    return f"from an earlier {'answer' if told else 'request'}"


def _evidence(one: Volatile) -> str:
    from mockforge.bodies.document import shown

    why = "; ".join(one.why)
    if one.origin is None:
        return why
    return f"{one.origin.endpoint} {shown(one.origin.path)}; {why}"


def _cut(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= WIDE else f"{plain[:WIDE]}…"


_HOW = {
    "sessions": "each of {n} sessions left out in turn, learned without it and looked"
    " for in the others",
    "minted": "the same requests with what the client makes made anew, 100 days later",
}


def _words(found: Hits) -> str:
    how = _HOW[found.by].format(n=found.sessions)
    return (
        f"a replay knows {_share(found.without, found.requests)} requests with every"
        f" field compared, and {_share(found.with_, found.requests)} with these fields"
        f" as volatile ({how})"
    )


def _share(part: int, whole: int) -> str:
    return f"{part} of {whole} ({100 * part / whole:.0f} %)"


def _plain(
    learned: Learned, bindings: Bindings, said: Pins, found: Hits
) -> dict[str, object]:
    from mockforge.bodies.document import shown

    fields = [
        {
            "endpoint": one.endpoint,
            "field": shown(one.path),
            "kind": "made" if one.kind == "made" else "carried",
            "format": one.format,
            "samples": one.samples,
            "distinct": one.distinct,
            "example": _cut(one.example),
            "evidence": list(one.why),
            "bits": round(one.bits, 1),
            "from": None
            if one.origin is None
            else {
                "endpoint": one.origin.endpoint,
                "message": "answer" if one.origin.told else "request",
                "field": shown(one.origin.path),
            },
        }
        for one in _every(bindings)
    ]
    return {
        "fields": fields,
        "pins": [str(pin) for pin in said.lines],
        "replay": {
            "requests": found.requests,
            "known_without": found.without,
            "known_with": found.with_,
            "by": found.by,
            "sessions": found.sessions,
        },
        "notes": list(learned.notes),
    }


async def _learned(place: str) -> Learned:
    """Return what a recording teaches, with stand-ins for its secrets."""
    from mockforge.learning.learner import Learner
    from mockforge.recordings.files import open_recording
    from mockforge.recordings.matchers import Matcher, MatchOptions

    settings = options.configuration().redact.model_copy(update={"enabled": True})
    opened = await open_recording(
        place, matcher=Matcher(MatchOptions()), redact=settings
    )
    learner = Learner()
    try:
        for note in opened.notes:
            output.say(opened.redactor.text(note))
        async for exchange in opened.every():
            learner.add(opened.redactor.exchange(exchange, keep_standins=True))
        return learner.settle()
    finally:
        await opened.close()
