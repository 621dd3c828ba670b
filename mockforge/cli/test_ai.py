"""`mockforge test-ai`: try a prompt, or rules of drift, before they are in a config."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from mockforge.cli import options, output
from mockforge.cli.lazy import Group

if TYPE_CHECKING:
    from mockforge.config import Config
    from mockforge.config.values import Node
    from mockforge.engine import Answer

SCENARIOS = (
    "order_status",
    "stock_depletion",
    "price_fluctuation",
    "activity_score",
)


@click.group("test-ai", cls=Group)
def test_ai() -> None:
    """Try what endpoints would answer, without a server.

    What is asked for is answered as `mockforge --config FILE` answers it: by the
    language model of the settings if one is set, and else made up here.
    """


@test_ai.command("intelligent-mock")
@click.option("--prompt", metavar="TEXT", help="What to invent, in words.")
@click.option("--context", metavar="TEXT", help="What else to know for it.")
@click.option(
    "--schema", metavar="FILE", help="The JSON Schema it follows, as JSON or YAML."
)
@click.option(
    "--body", metavar="JSON", help="What is given already; the rest is added."
)
@click.option(
    "--count",
    type=click.IntRange(0, 10_000),
    metavar="N",
    help="How many; more than one makes a list.",
)
@click.option(
    "--path",
    metavar="PATH",
    default="/",
    help="The path that is asked for: its words tell what it is about.",
)
@click.option(
    "--temperature", type=float, metavar="T", help="How varied the model's words are."
)
@click.option(
    "--times",
    type=click.IntRange(1, 100),
    default=1,
    metavar="N",
    help="Ask N times, each for another.",
)
@options.rag_api_key
@options.llm
@options.setting("rag.provider", "--provider", metavar="WHOSE", help="Whose model.")
@options.setting("rag.model", "--model", metavar="NAME", help="Which model.")
@options.seed
@options.offline
@options.common
def intelligent_mock(  # noqa: PLR0913 - one for each option
    *,
    prompt: str | None,
    context: str | None,
    schema: str | None,
    body: str | None,
    count: int | None,
    path: str,
    temperature: float | None,
    times: int,
) -> None:
    """Invent a body from a prompt, a schema or both, and show it.

    Without either, the endpoint of the settings at --path is asked.
    """
    config = options.configuration()
    response: dict[str, Any] = {
        "prompt": prompt,
        "context": context,
        "schema": _read(schema, "--schema") if schema else None,
        "body": _json(body, "--body") if body is not None else None,
        "count": count,
        "temperature": temperature,
    }
    given = {name: value for name, value in response.items() if value is not None}
    if given:
        given["mode"] = "hybrid" if body is not None else "intelligent"
        given["cache_enabled"] = times == 1
        config = _with(config, {"path": path, "method": "ANY", "response": given})
    elif not config.endpoints:
        raise click.UsageError("nothing is asked for; give --prompt or --schema")
    for answer in asyncio.run(_asked(config, path, times)):
        output.data(_pretty(answer))
        output.say(f"  {'; '.join(answer.why)}")
        if answer.response.status >= 400:
            raise click.exceptions.Exit(1)


@test_ai.command()
@click.option(
    "--initial", metavar="JSON", required=True, help="The document that is to move."
)
@click.option("--scenario", metavar="NAME", help=f"A preset: {', '.join(SCENARIOS)}.")
@click.option("--field", metavar="FIELD", help="The field that the preset moves.")
@click.option(
    "--rules",
    metavar="FILE",
    help="Rules as under drift: in a config: keys such as rules and interval.",
)
@click.option(
    "--steps",
    type=click.IntRange(1, 10_000),
    default=10,
    metavar="N",
    help="How many answers to show; default 10.",
)
@options.seed
@options.as_json
@options.common
def drift(  # noqa: PLR0913 - one for each option
    *,
    initial: str,
    scenario: str | None,
    field: str | None,
    rules: str | None,
    steps: int,
    as_json: bool,
) -> None:
    """Show how a document moves on, answer after answer.

    Where rules count in time, an answer is shown for each interval.
    """
    import json

    from mockforge.config import Config

    if (scenario is None) == (rules is None):
        raise click.UsageError("give one of --scenario and --rules")
    moves: Any = _read(rules, "--rules") if rules else {"scenario": scenario}
    if field is not None:
        moves = {"scenario": scenario, "field": field}
    config = _with(
        options.configuration(),
        {
            "path": "/",
            "response": {"body": _json(initial, "--initial"), "drift": moves},
        },
    )
    given = config.endpoints[0].given[0].drift
    assert given is not None
    wait = 0.0 if given.request_based else given.interval
    # What is tried is not where an endpoint goes on from.
    config = Config().model_copy(
        update={"endpoints": config.endpoints, "seed": config.seed}
    )
    answers = asyncio.run(_asked(config, "/", steps, wait=wait))
    documents = [json.loads(each.response.body) for each in answers]
    if as_json:
        output.as_json(documents)
        return
    output.table(
        ("step", "answer"),
        [
            (str(number), json.dumps(each, ensure_ascii=False))
            for number, each in enumerate(documents)
        ],
    )


async def _asked(
    config: Config, path: str, times: int, *, wait: float = 0.0
) -> list[Answer]:
    """Return what *config* answers at *path*, asked *times* times.

    By GET, or else by the first method that the path is there for.

    Args:
        config: The settings.
        path: What is asked for.
        times: How often.
        wait: Seconds that pass in between, on a clock of its own.
    """
    from contextlib import AsyncExitStack

    from mockforge.app import load_alone
    from mockforge.clock import SystemClock, VirtualClock
    from mockforge.http import Request

    clock = VirtualClock(SystemClock().now()) if wait else None
    request = Request("GET", "http", "localhost", path)
    found = []
    async with AsyncExitStack() as stack:
        engine = await load_alone(stack, config, clock=clock)
        assert engine.stubbing is not None
        there = engine.stubbing.stubs.find(replace(request, method="OPTIONS"))
        if there is not None and there.methods and "GET" not in there.methods:
            request = replace(request, method=there.methods[0])
        for _ in range(times):
            found.append(await engine.answer(request))
            if clock is not None:
                clock.advance(wait)
    return found


def _with(config: Config, endpoint: dict[str, Any]) -> Config:
    """Return *config* with *endpoint* in place of its own.

    Raises:
        ConfigError: If the endpoint cannot be meant, with the flag or file.
    """
    from mockforge.config import refused, verdict
    from mockforge.config.values import Node, Place

    root = Node({}, Place("flags", kind="flag"))
    one = _noded(endpoint, "flags")
    root = Node({"endpoints": Node([one], root.place)}, root.place)
    read, problems = verdict(root)
    if read is None or problems:
        raise refused(problems)
    return config.model_copy(update={"endpoints": read.endpoints})


_BLOCKS = ("flags", "--response", "--drift")
"""Where the keys of a block are flags of their own."""


def _noded(value: Any, flag: str) -> Node:
    """Return *value*, given by *flag*, with that for its place."""
    from mockforge.config.values import Node, Place

    if isinstance(value, Node):
        return value
    inner: Any = value
    if isinstance(value, dict):
        inner = {
            name: _noded(each, f"--{name}" if flag in _BLOCKS else flag)
            for name, each in value.items()
        }
    elif isinstance(value, list):
        inner = [_noded(each, flag) for each in value]
    place = Place(flag, kind="flag")
    return Node(inner, place, key_place=place, text=str(value), is_plain=False)


def _json(text: str, flag: str) -> Any:
    import json

    try:
        return json.loads(text)
    except ValueError as error:
        raise click.UsageError(
            f"{flag} is not JSON: {error}; put it in single quotes, as in"
            f' {flag} \'{{"status": "pending"}}\''
        ) from None


def _read(name: str, flag: str) -> Node:
    """Return what the file *name* says, as JSON or YAML, with places.

    Raises:
        ConfigError: If it cannot be read.
    """
    from mockforge.config import refused
    from mockforge.config.document import parse
    from mockforge.config.layers import text_of

    text, problems = text_of(Path(name))
    if not problems:
        if text.lstrip().startswith("-"):
            raise click.UsageError(f"{flag}: begin {name!r} with a line 'rules:'")
        node, problems = parse(text, name)
    if problems:
        raise refused(problems)
    return node


def _pretty(answer: Answer) -> str:
    import json

    body: bytes = answer.response.body
    try:
        return json.dumps(json.loads(body), indent=2, ensure_ascii=False)
    except (ValueError, RecursionError):
        return body.decode("utf-8", "replace").rstrip("\n")
