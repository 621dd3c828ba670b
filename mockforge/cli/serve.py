"""`mockforge serve`, and `mockforge --config FILE`: answer as the settings say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from mockforge.cli import options

if TYPE_CHECKING:
    from mockforge.config import Config


@click.command()
@options.rag_api_key
@options.llm
@options.setting(
    "proxy.upstream",
    "--upstream",
    metavar="URL",
    help="Send on what no endpoint answers, and record it: as mockforge proxy.",
)
@options.tls
@options.cert
@options.key
@options.workers
@options.watch
@options.journal
@click.option(
    "--report",
    metavar="FILE",
    help="Write what was answered and missed: JSON, or JUnit if it ends in .xml.",
)
@options.db
@options.offline
@options.seed
@options.as_json
@options.listening
@options.common
def serve(report: str | None, as_json: bool, ready_file: str | None) -> None:
    r"""Answer by the endpoints of the settings, until stopped.

    `mockforge --config FILE` is the same. With an upstream, in the settings or by
    --upstream, what no endpoint answers is sent on and recorded.

    \b
    The exit code, also after Ctrl-C or SIGTERM:
    0 every request was answered, or none came, 1 one was missed,
    3 the settings are wrong, 6 the port is in use, 7 nothing can be answered.
    """
    import gc

    from mockforge.cli import output, securing
    from mockforge.cli.replay import answered
    from mockforge.cli.replaying import Asked

    config = options.configuration()
    if config.proxy.upstream is not None and not config.offline:
        _proxy(config, ready_file, as_json=as_json)
        return
    _check(config)
    securing.check(config, ())
    gc.disable()
    click.get_current_context().call_on_close(gc.enable)
    found = answered(Asked(config, (), ready_file=ready_file, is_alone=True))
    output.say(found.text())
    if report is not None:
        found.write(report)
    if as_json:
        output.as_json(found.json())
    click.get_current_context().exit(found.exit_code)


def _check(config: Config) -> None:
    """Check that there is something to answer with."""
    from mockforge.cli import stubs
    from mockforge.errors import NothingVerified

    stubs.warn(config)
    if not config.endpoints and not config.websocket:
        given = options.path(click.get_current_context()) or "the settings"
        raise NothingVerified(
            f"nothing can be answered: there are no endpoints in {given}",
            next_step="write some under endpoints:, as mockforge init shows, or answer"
            " from a recording: mockforge replay RECORDING",
        )


def _proxy(config: Config, ready_file: str | None, *, as_json: bool) -> None:
    from mockforge.cli.proxy import start
    from mockforge.cli.running import Run

    start(Run(config=config, ready_file=ready_file), None, as_json=as_json)
