"""The options commands share: each is a setting of mockforge.yaml, given as a flag.

A command lists those that work for it, and asks `configuration()` for the result:

    @click.command()
    @options.setting("proxy.upstream", "--upstream", metavar="URL", help="...")
    @options.listening
    @options.common
    def proxy() -> None:
        config = options.configuration()
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from mockforge.cli.output import QUIET

if TYPE_CHECKING:
    from mockforge.config import Config

FLAGS = "mockforge.flags"
"""Key in click's context: settings given as flags, key to (value, flag)."""
PATH = "mockforge.path"
"""Key in click's context: the file given by `--config`."""

Command = TypeVar("Command", bound=Callable[..., Any])
Decorator = Callable[[Command], Command]


def setting(key: str, *names: str, **attrs: Any) -> Callable[[Command], Command]:
    """Return an option that sets *key* of the configuration when it is given.

    Args:
        key: The setting, as in `server.port`.
        names: The flag's spellings.
        attrs: As for `click.option`. The value may be left a text: the
            configuration checks it, and names the flag where it is wrong.
    """

    def keep(ctx: click.Context, param: click.Parameter, value: Any) -> None:
        if value is not None and value != ():
            found = list(value) if isinstance(value, tuple) else value
            flag = max(param.opts, key=len)
            ctx.find_root().meta.setdefault(FLAGS, {})[key] = (found, flag)

    attrs = {"default": None, "expose_value": False, "callback": keep} | attrs
    return click.option(*names, **attrs)


def config(command: Command) -> Command:
    """Add `-c/--config`."""
    return click.option(
        "-c",
        "--config",
        metavar="FILE",
        expose_value=False,
        callback=_keep_path,
        help="Settings to read; default: the nearest mockforge.yaml.",
    )(command)


host = setting("server.host", "--host", metavar="ADDRESS", help="Address to listen on.")
port = setting(
    "server.port",
    "-p",
    "--port",
    metavar="PORT",
    help="Port to listen on; 0 is any free.",
)
db = setting("db", "--db", metavar="DATABASE", help="Database: a file or a URL.")
workspace = setting(
    "workspace", "--workspace", metavar="NAME", help="Workspace to use."
)
lane = setting(
    "proxy.lane",
    "--lane",
    metavar="WHOSE",
    help="HTTP/1.1 of the proxy's port: mitmproxy (default), or own, which costs less.",
)
world = setting(
    "replay.world",
    "--world",
    metavar="WHOSE",
    help="Whose things made-up answers speak of: session (default), shared, or"
    " recording, which keeps them.",
)
latency = setting(
    "replay.latency",
    "--latency",
    metavar="WHEN",
    help="Begin answers at once (none, default), after the time that each took"
    " (recorded), or after times like those (learned).",
)
speed = setting(
    "replay.speed", "--speed", metavar="N", help="N times as fast as recorded."
)
errors = setting(
    "replay.errors",
    "--errors",
    metavar="WHICH",
    help="Give failures that come and go as recorded (default), as often as learned,"
    " or none. Those that requests cause are answered always.",
)
mirror = setting(
    "drift_learning.traffic_mirroring",
    "--mirror",
    is_flag=True,
    flag_value=True,
    help="Answer as the recorded traffic went: learned latency, errors and sequences.",
)
openapi = setting(
    "learning.openapi",
    "--openapi",
    metavar="FILE",
    help="An OpenAPI document: what it says wins over what recordings teach.",
)
seed = setting(
    "seed", "--seed", metavar="N", help="Seed of everything drawn by chance."
)
offline = setting(
    "offline", "--offline", is_flag=True, flag_value=True, help="Contact nobody."
)
tls = setting(
    "server.tls",
    "--tls/--no-tls",
    help="Speak HTTPS, with certificates of mockforge's authority.",
)
cert = setting(
    "server.cert", "--cert", metavar="FILE", help="Speak HTTPS with this certificate."
)
key = setting(
    "server.key", "--key", metavar="FILE", help="Its key, if not in the same file."
)
workers = setting(
    "server.workers",
    "--workers",
    metavar="N",
    help="Processes that answer on the port.",
)
watch = setting(
    "server.watch",
    "--watch/--no-watch",
    help="Answer by endpoints: as they are written as soon as their file changes.",
)
journal = setting(
    "server.journal",
    "--journal",
    metavar="WHAT",
    help="Keep the last requests for /__mockforge/journal: none, requests or bodies.",
)
rag_api_key = setting(
    "rag.api_key",
    "--rag-api-key",
    metavar="KEY",
    help="Key of the language model; better in OPENAI_API_KEY, where nobody sees it.",
)
llm = setting(
    "rag.calls",
    "--llm",
    metavar="HOW",
    help="Ask the language model (live), only what it said before (frozen), or not"
    " at all (none).",
)
log_level = setting(
    "log.level", "--log-level", metavar="LEVEL", help="debug, info, warning or error."
)
log_format = setting(
    "log.format", "--log-format", metavar="FORMAT", help="text or json."
)

ready_file = click.option(
    "--ready-file",
    metavar="FILE",
    help="Write JSON with the address here once it listens.",
)
as_json = click.option("--json", "as_json", is_flag=True, help="Write JSON.")


def verbose(command: Command) -> Command:
    """Add `-v/--verbose` and `-q/--quiet`."""
    for option in (
        click.option(
            "-q",
            "--quiet",
            is_flag=True,
            expose_value=False,
            callback=_quiet,
            help="Say only errors.",
        ),
        click.option(
            "-v",
            "--verbose",
            count=True,
            expose_value=False,
            callback=_verbose,
            help="Log more.",
        ),
    ):
        command = option(command)
    return command


def listening(command: Command) -> Command:
    """Add `--host`, `--port` and `--ready-file`."""
    return host(port(ready_file(command)))


def common(command: Command) -> Command:
    """Add `--config`, the logging options, `-v` and `-q`."""
    return config(log_level(log_format(verbose(command))))


def configuration() -> Config:
    """Return the settings of the running command, its flags included.

    Logging is set up by them, so that what follows is logged as asked.

    Raises:
        ConfigError: With everything that is wrong, each with its place.
    """
    from mockforge import logs
    from mockforge.config import examine, refused
    from mockforge.config.listing import secrets

    ctx = click.get_current_context()
    found = examine(path(ctx), flags=flags(ctx))
    if found.config is None:
        raise refused(found.problems)
    logs.hide(secrets(found.layers.root))
    logs.configure(level=found.config.log.level, form=found.config.log.format)
    return found.config


def flags(ctx: click.Context) -> dict[str, tuple[Any, str]]:
    """Return the settings given as flags: key to (value, flag)."""
    given: dict[str, tuple[Any, str]] = ctx.find_root().meta.get(FLAGS, {})
    return given


def path(ctx: click.Context) -> str | None:
    """Return the file given by `--config`, before or after the command's name."""
    root = ctx.find_root()
    given: str | None = root.meta.get(PATH) or root.params.get("config")
    return given


def _keep_path(ctx: click.Context, param: click.Parameter, value: str | None) -> None:
    if value is not None:
        ctx.find_root().meta[PATH] = value


def _quiet(ctx: click.Context, param: click.Parameter, value: bool) -> None:
    if value:
        root = ctx.find_root()
        root.meta[QUIET] = True
        root.meta.setdefault(FLAGS, {}).setdefault("log.level", ("error", "--quiet"))


def _verbose(ctx: click.Context, param: click.Parameter, value: int) -> None:
    if value:
        flags_given = ctx.find_root().meta.setdefault(FLAGS, {})
        flags_given.setdefault("log.level", ("debug", "--verbose"))
