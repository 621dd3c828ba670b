"""What a failure says on stderr, and the exit code it ends the program with."""

from __future__ import annotations

import os
import re
import shlex
import sys

import click

from mockforge.cli.lazy import SETTINGS

_EXTRA = re.compile(r"Got unexpected extra argument \((.*)\)")

INTERRUPTED = 130
BROKEN_PIPE = 141


def ended(failure: BaseException, *, debug: bool = False) -> int:
    """Tell *failure* on stderr and return the exit code that belongs to it."""
    if isinstance(failure, SystemExit):
        return _exit_code(failure)
    if isinstance(failure, click.exceptions.Exit):
        return failure.exit_code
    if isinstance(failure, (KeyboardInterrupt, click.Abort)):
        return INTERRUPTED
    if isinstance(failure, BrokenPipeError):
        return _reader_gone()
    if debug:
        _traceback(failure)
    text, code = told(failure)
    click.echo(text, err=True)
    return code


def told(failure: BaseException) -> tuple[str, int]:
    """Return what to say about *failure*, and its exit code."""
    from mockforge.errors import MockforgeError

    if isinstance(failure, MockforgeError):
        return str(failure), failure.exit_code
    if isinstance(failure, click.ClickException):
        return _usage(failure), failure.exit_code
    return _unexpected(failure), 1


def _usage(failure: click.ClickException) -> str:
    message = _words(failure)
    ctx = getattr(failure, "ctx", None)
    where = ctx.command_path if ctx is not None else "mockforge"
    return f"{where}: {message}\n  next: {where} --help"


def _words(failure: click.ClickException) -> str:
    # click's own wording differs from version to version.
    if isinstance(failure, click.NoSuchOption):
        text = f"no such option {failure.option_name!r}"
        near = " or ".join(map(repr, failure.possibilities or []))
        return f"{text}; did you mean {near}?" if near else text
    message = failure.format_message().strip().removesuffix(".")
    extra = _EXTRA.fullmatch(message)
    if extra is not None and extra[1].endswith(SETTINGS):
        message += f"; a config file is given as --config {shlex.quote(extra[1])}"
    return (
        message if message.startswith(("'", "-")) else message[:1].lower() + message[1:]
    )


def _unexpected(failure: BaseException) -> str:
    # The text of an exception nobody foresaw may hold anything, also a secret.
    trace = failure.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = ""
    if trace is not None:
        file = trace.tb_frame.f_code.co_filename.rpartition(os.sep)[2]
        place = f" at {file}:{trace.tb_lineno}"
    return (
        f"unexpected {type(failure).__name__}{place}: this is a defect of mockforge"
        "\n  next: run the same with --debug and report the traceback"
    )


def _traceback(failure: BaseException) -> None:
    import traceback

    click.echo("".join(traceback.format_exception(failure)), err=True)


def _exit_code(failure: SystemExit) -> int:
    if failure.code is None:
        return 0
    if isinstance(failure.code, int):
        return failure.code
    click.echo(str(failure.code), err=True)
    return 1


def _reader_gone() -> int:
    # The interpreter flushes stdout once more at its end and would complain then.
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):
        return BROKEN_PIPE
    return BROKEN_PIPE
