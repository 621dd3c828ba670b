"""`mockforge learn`: what an API is, as far as a recording tells."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import click

from mockforge.cli import options, output

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from mockforge.learning.learned import Learned
    from mockforge.learning.resources import Kind

COLUMNS = ("endpoint", "count", "statuses", "volatile", "values from")
ROLES = ("create", "read", "list", "change", "delete")


@click.command()
@click.argument("recording")
@options.openapi
@click.option("--again", is_flag=True, help="Learn, even if nothing has changed.")
@click.option("--values", is_flag=True, help="Say of each value where it comes from.")
@options.as_json
@options.config
def learn(recording: str, *, again: bool, values: bool, as_json: bool) -> None:
    """Learn the API behind RECORDING, say what was found, and keep it.

    Endpoints with their parameters, fields of requests that are new in every run, where
    the values of answers come from, and what the API keeps; and patterns: how long
    answers take, how they fail, what is asked after what, and how often. A database
    keeps what was learned until something is recorded into it or removed; a text file
    is learned again whenever it is replayed.
    """
    import asyncio

    from mockforge.cli import values as shown

    learned, patterns, is_kept, told = asyncio.run(_learned(recording, again=again))
    if as_json:
        more: dict[str, Any] = {}
        if values:
            more["values"] = shown.plain(learned.bindings, told)
        more["patterns"] = dict(patterns)
        output.as_json(_plain(learned, is_kept, told) | more)
        return
    _show(learned, told)
    if values:
        shown.show(learned.bindings, told)
    if learned.count:
        where = "kept in it" if is_kept else "not kept: only a database keeps it"
        output.say(
            f"learned from {_many(learned.count, 'exchange')}{_counted(patterns)};"
            f" {where}"
        )


def _show(learned: Learned, told: Callable[[str], str]) -> None:
    if learned.endpoints.every:
        output.table(COLUMNS, [_row(one, told) for one in _endpoints(learned)])
    if learned.resources.kinds:
        output.data("")
        output.table(
            ("resource", "id", *ROLES),
            [_resource(kind, learned, told) for kind in _kinds(learned)],
        )
    for note in learned.notes:
        output.say(f"note: {told(note)}")


def _counted(patterns: Mapping[str, int]) -> str:
    """Return how many patterns there are of each kind, in words."""
    if not patterns:
        return ""
    kinds = ", ".join(f"{patterns[kind]} of {kind}" for kind in patterns)
    return f"; {_many(sum(patterns.values()), 'pattern')}: {kinds}"


def _endpoints(learned: Learned) -> list[dict[str, Any]]:
    """Return every endpoint with what was learned of it, for JSON."""
    from mockforge.bodies.document import shown

    found = []
    for one in learned.endpoints.every:
        kinds: Counter[str] = Counter()
        for status in one.statuses:
            bindings = learned.bindings.of(one.key, status)
            kinds.update(str(binding.kind) for binding in bindings.values())
        found.append(
            {
                "key": one.key,
                "count": one.count,
                "statuses": {str(each): one.statuses[each] for each in one.statuses},
                "volatile": sorted(map(shown, learned.bindings.volatile(one.key))),
                "values": dict(sorted(kinds.items())),
            }
        )
    return found


def _row(one: Mapping[str, Any], told: Callable[[str], str]) -> list[str]:
    statuses = (f"{each}: {count}" for each, count in one["statuses"].items())
    values = (f"{kind}: {count}" for kind, count in one["values"].items())
    return [
        told(one["key"]),
        str(one["count"]),
        ", ".join(statuses),
        told(", ".join(one["volatile"])) or "-",
        ", ".join(values) or "-",
    ]


def _kinds(learned: Learned) -> list[Kind]:
    return [learned.resources.kinds[name] for name in sorted(learned.resources.kinds)]


def _operations(kind: Kind, learned: Learned) -> dict[str, list[str]]:
    """Return the endpoints of *kind* by what they do."""
    found: dict[str, list[str]] = {}
    for key, operation in sorted(learned.resources.operations.items()):
        if operation.kind == kind.name:
            found.setdefault(operation.role, []).append(key)
    return found


def _resource(kind: Kind, learned: Learned, told: Callable[[str], str]) -> list[str]:
    operations = _operations(kind, learned)
    return [
        told(kind.name),
        ".".join(map(str, kind.id)) or "-",
        *(told(", ".join(operations.get(role, ["-"]))) for role in ROLES),
    ]


def _plain(
    learned: Learned, is_kept: bool, told: Callable[[str], str]
) -> dict[str, Any]:
    endpoints = [
        {**one, "key": told(one["key"]), "volatile": [*map(told, one["volatile"])]}
        for one in _endpoints(learned)
    ]
    return {
        "exchanges": learned.count,
        "samples": len(learned.samples),
        "kept": is_kept,
        "endpoints": endpoints,
        "resources": [
            {
                "name": told(kind.name),
                "id": ".".join(map(str, kind.id)),
                "operations": {
                    role: [*map(told, keys)]
                    for role, keys in _operations(kind, learned).items()
                },
            }
            for kind in _kinds(learned)
        ],
        "notes": [*map(told, learned.notes)],
    }


def _many(count: int, word: str) -> str:
    return f"{count} {word}" if count == 1 else f"{count} {word}s"


async def _learned(
    place: str, *, again: bool
) -> tuple[Learned, Counter[str], bool, Callable[[str], str]]:
    from mockforge.recordings.files import open_recording
    from mockforge.recordings.learning import learned_to_keep
    from mockforge.recordings.matchers import Matcher, MatchOptions
    from mockforge.recordings.patterns import patterns_to_keep

    config = options.configuration()
    # Paths are printed: none of what stands in them may be a secret.
    settings = config.redact.model_copy(update={"enabled": True})
    opened = await open_recording(
        place, matcher=Matcher(MatchOptions()), redact=settings
    )
    try:
        for note in opened.notes:
            output.say(opened.redactor.text(note))
        learned, is_kept = await learned_to_keep(opened, config.learning, again=again)
        patterns, _ = await patterns_to_keep(opened, config, again=again)
        kinds = Counter(row.kind for row in patterns.shown())
        return learned, kinds, is_kept, opened.redactor.text
    finally:
        await opened.close()
