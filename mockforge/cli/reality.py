"""`mockforge reality`: how real the answers of a running mockforge are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

import click

from mockforge.cli import options, output
from mockforge.cli.lazy import Group

if TYPE_CHECKING:
    from collections.abc import Callable

Command = TypeVar("Command", bound="Callable[..., Any]")


class _Number(click.FloatRange):
    """A number of its range, which `nan` is not."""

    def __init__(self, least: float) -> None:
        super().__init__(least, 1.0)

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> float:
        """Return *value* as a number."""
        found = float(super().convert(value, param, ctx))
        if found != found:
            self.fail(f"{value!r} is no number", param, ctx)
        return found


def _asking(command: Command) -> Command:
    """Add what every command needs to find whom to ask."""
    for option in (
        options.config,
        options.as_json,
        click.option(
            "--url",
            metavar="URL",
            help="Where it listens; default: server.host and server.port.",
        ),
    ):
        command = option(command)
    return command


@click.group(cls=Group)
def reality() -> None:
    """Show and turn how real the answers of a running mockforge are.

    0 is all made up, 1 all from the upstream. It counts from the next request on.
    """


@reality.command(name="get")
@click.option("--path", metavar="PATH", help="Of requests for it: /orders/17.")
@click.option("--method", metavar="METHOD", help="Of such requests; default: GET.")
@_asking
def get(
    *, path: str | None, method: str | None, url: str | None, as_json: bool
) -> None:
    """Show the ratio in force, what made it that, and the weights it gives."""
    from urllib.parse import urlencode

    if method is not None and path is None:
        raise click.UsageError("a method alone is no request; give --path too")
    named = {"path": path, "method": method}
    given = {name: value for name, value in named.items() if value is not None}
    told = _asked(url, f"ratio?{urlencode(given)}" if given else "ratio")
    _tell(told, as_json=as_json)


@reality.command(name="set")
@click.argument("ratio", type=_Number(0.0))
@_asking
def set_(*, ratio: float, url: str | None, as_json: bool) -> None:
    """Make RATIO that of every request that no override or route names.

    A schedule moves it no more.
    """
    _tell(_asked(url, "ratio", "PUT", {"ratio": ratio}), as_json=as_json)


@reality.command(context_settings={"ignore_unknown_options": True})
@click.argument("by", type=_Number(-1.0), default=0.1)
@_asking
def advance(*, by: float, url: str | None, as_json: bool) -> None:
    """Move the ratio BY so much (0.1), as far as 0 or 1; back if it is below 0."""
    _tell(_asked(url, "advance", "POST", {"by": by}), as_json=as_json)


@reality.command()
@click.option("--start", metavar="TIME", help="When it begins; default: now.")
@click.option(
    "--end", metavar="TIME", help="When it is over: 2025-01-31T08:00:00Z, or 30m later."
)
@click.option("--from", "first", type=_Number(0.0), help="The first ratio (0).")
@click.option("--to", "last", type=_Number(0.0), help="The last ratio (1).")
@click.option("--curve", metavar="CURVE", help="linear, exponential or sigmoid.")
@click.option(
    "--mode",
    metavar="MODE",
    help="time_based: on and on (default); scheduled: between its ends alone.",
)
@click.option("--off", is_flag=True, help="Let the ratio stay where it was set.")
@_asking
def schedule(*, off: bool, url: str | None, as_json: bool, **given: Any) -> None:
    """Have the ratio move with time, or show how it does."""
    names = {
        "start": "start_time",
        "end": "end_time",
        "first": "start_ratio",
        "last": "end_ratio",
        "curve": "curve",
        "mode": "transition_mode",
    }
    said = {names[name]: value for name, value in given.items() if value is not None}
    if off and said:
        raise click.UsageError("--off ends the schedule, and the rest begins one")
    if said and "end_time" not in said:
        raise click.UsageError("a schedule has an end; give --end")
    if off:
        told = _asked(url, "schedule", "DELETE")
    elif said:
        told = _asked(url, "schedule", "PUT", said)
    else:
        told = _asked(url, "schedule")
    _tell(told, as_json=as_json)


@reality.command()
@click.argument("pattern", required=False)
@click.argument("ratio", required=False, type=_Number(0.0))
@click.option("--remove", metavar="PATTERN", help="Take an override back.")
@_asking
def overrides(
    *,
    pattern: str | None,
    ratio: float | None,
    remove: str | None,
    url: str | None,
    as_json: bool,
) -> None:
    """Give requests of PATTERN a RATIO before all else, or show which have one.

    A pattern is as in '/api/users/*', '/files/**' or 'GET /orders/{id}'.
    """
    if remove is not None and pattern is not None:
        raise click.UsageError("--remove takes one back, and PATTERN RATIO gives one")
    if pattern is not None and ratio is None:
        raise click.UsageError(f"which ratio is {pattern!r} to have? add one, as 0.5")
    if remove is not None:
        told = _asked(url, "overrides", "DELETE", {"pattern": remove})
    elif pattern is not None:
        given = {"pattern": pattern, "ratio": ratio}
        told = _asked(url, "overrides", "PUT", given)
    else:
        told = _asked(url, "overrides")
    if as_json:
        output.as_json(told)
        return
    rows = [(each["pattern"], f"{each['ratio']:g}") for each in told["overrides"]]
    if rows:
        output.table(("override", "ratio"), rows)
    else:
        output.say("nothing is overridden")


def _asked(
    url: str | None,
    route: str,
    method: str = "GET",
    given: dict[str, Any] | None = None,
) -> Any:
    from mockforge.cli import control

    return control.ask(
        options.configuration(), url, f"continuum/{route}", method=method, given=given
    )


def _tell(told: dict[str, Any], *, as_json: bool) -> None:
    if as_json:
        output.as_json(told)
        return
    shares = told["weights"]
    rows = [
        ("ratio", f"{told['ratio']:g}"),
        ("by", told["origin"]),
        ("mode", told["mode"]),
        *((source, f"{shares[source]:.0%}") for source in shares),
    ]
    if "path" in told:
        rows.insert(0, ("request", f"{told['method']} {told['path']}"))
    for name, value in (told.get("schedule") or {}).items():
        rows.append((name, f"{value:g}" if isinstance(value, float) else value))
    output.table(("setting", "value"), rows)
