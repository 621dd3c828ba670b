"""The command line: what there is to run, and how a failure ends."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

import click

from mockforge.cli.lazy import LazyGroup

COMMANDS = {
    "proxy": (
        "mockforge.cli.proxy:proxy",
        "Record what passes between an app and an API.",
    ),
    "replay": ("mockforge.cli.replay:replay", "Answer from recordings alone."),
    "serve": (
        "mockforge.cli.serve:serve",
        "Answer by the endpoints of a config file; also mockforge --config FILE.",
    ),
    "bench": (
        "mockforge.cli.bench:bench",
        "Send a recording's requests to a server and measure it.",
    ),
    "simulate": (
        "mockforge.cli.simulate:simulate",
        "Let users act on a server as the recorded ones did.",
    ),
    "demo": (
        "mockforge.cli.demo:demo",
        "Record and replay a small shop, with no network.",
    ),
    "recordings": (
        "mockforge.cli.recordings:recordings",
        "List, show, import, export and scan recordings.",
    ),
    "learn": (
        "mockforge.cli.learn:learn",
        "Learn the API of a recording, and say what was found.",
    ),
    "drift-learning": (
        "mockforge.cli.drift_learning:drift_learning",
        "Show, switch and reset learned patterns.",
    ),
    "reality": (
        "mockforge.cli.reality:reality",
        "Show and turn how real answers are.",
    ),
    "drift": (
        "mockforge.cli.drift:drift",
        "Show how far values have moved on, and have them begin again.",
    ),
    "llm": (
        "mockforge.cli.llm:llm",
        "Show what a language model cost and said, and review it.",
    ),
    "test-ai": (
        "mockforge.cli.test_ai:test_ai",
        "Try a prompt, or rules of drift.",
    ),
    "why": ("mockforge.cli.why:why", "Explain where an answer came from."),
    "db": ("mockforge.cli.db:db", "Show and upgrade the tables of a database."),
    "config": ("mockforge.cli.config:config", "Read, change and check mockforge.yaml."),
    "ca": ("mockforge.cli.ca:ca", "Show the certificate clients must trust for HTTPS."),
    "doctor": (
        "mockforge.cli.doctor:doctor",
        "Check this machine, and say what to do.",
    ),
    "init": ("mockforge.cli.init:init", "Write a commented mockforge.yaml."),
    "version": ("mockforge.cli.version:version", "Show the versions in use."),
}
"""Name to (`module:attribute`, help line); the order is the order of use."""


class Root(LazyGroup):
    """The whole program: without a command, a config file is served."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read *args*; what only `serve` knows makes it one."""
        return super().parse_args(ctx, _as_served(args))


@click.group(
    cls=Root,
    table=COMMANDS,
    invoke_without_command=True,
    subcommand_metavar="[COMMAND] [ARGS]...",
    epilog="\b\nExit codes: 0 ok, 1 failed, 2 usage, 3 config, 4 recording,"
    "\n5 upstream, 6 port in use, 7 nothing verified.",
)
@click.option(
    "-c",
    "--config",
    metavar="FILE",
    help="Answer as FILE says, with the options of `mockforge serve`; or settings for"
    " the command that follows.",
)
@click.option(
    "--debug",
    is_flag=True,
    help="Show the traceback of an error; anywhere on the line.",
)
@click.option("-V", "--version", is_flag=True, help="Show the version and stop.")
@click.pass_context
def root(ctx: click.Context, config: str | None, debug: bool, version: bool) -> None:
    """Record a real API, replay it, and answer in its place."""
    if version:
        from mockforge import __version__

        click.echo(f"mockforge {__version__}")
        ctx.exit()
    if ctx.invoked_subcommand is not None:
        return
    click.echo(ctx.get_help())


_CONFIG = ("-c", "--config")
_FLAGS = ("--debug", "-V", "--version", "-h", "--help")


def _as_served(args: list[str]) -> list[str]:
    """Return *args* as those of `serve`, if they name no command but a config file."""
    at, is_given = 0, False
    while at < len(args) and args[at].startswith("-") and args[at] != "--":
        word = args[at]
        name = word.partition("=")[0]
        if name in _CONFIG or (word.startswith("-c") and word != "-c"):
            is_given = True
            at += 2 if word in _CONFIG else 1
        elif name in _FLAGS:
            at += 1
        else:
            # An option of the group would stand before a command's name.
            return ["serve", *args] if is_given or _is_of_serve(name) else args
    is_help = bool({*_FLAGS[1:]} & {*args})
    return ["serve", *args] if is_given and at >= len(args) and not is_help else args


def _is_of_serve(name: str) -> bool:
    from mockforge.cli.serve import serve

    known = {
        each
        for option in serve.params
        for each in (*option.opts, *option.secondary_opts)
    }
    return name in known or (not name.startswith("--") and name[:2] in known)


def run(args: Sequence[str]) -> int:
    """Run the command line *args* and return the exit code."""
    from mockforge.cli import failures, output

    words, debug = _without_debug(args)
    try:
        # A reader that has gone away is noticed at the flush, while there is still
        # somebody to handle it, and not at the interpreter's end.
        code = root.main(
            words,
            prog_name="mockforge",
            standalone_mode=False,
            color=output.wants_color(os.environ),
        )
        sys.stdout.flush()
    except (Exception, KeyboardInterrupt, SystemExit) as failure:
        return failures.ended(
            failure, debug=debug or bool(os.environ.get("MOCKFORGE_DEBUG"))
        )
    return code if isinstance(code, int) else 0


def main() -> None:
    """Run the command line and end the process."""
    import signal

    # It looks through everything that is installed for plugins of the library that
    # settings are made with; there are none that this program wants.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    # Commands that listen stop gracefully on SIGTERM by a handler of their own.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    sys.exit(run(sys.argv[1:]))


def _without_debug(args: Sequence[str]) -> tuple[list[str], bool]:
    # What follows -- is somebody else's command line.
    end = args.index("--") if "--" in args else len(args)
    mine = [word for word in args[:end] if word != "--debug"]
    return [*mine, *args[end:]], len(mine) < end
