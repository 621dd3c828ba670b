import subprocess
import sys
from pathlib import Path

import click
import pytest

from mockforge.cli import failures, run
from mockforge.errors import (
    ConfigError,
    ListenError,
    MockforgeError,
    NothingVerified,
    RecordingError,
    UpstreamError,
)

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def failing(monkeypatch):
    """The command line with a command that fails in some way."""

    def failing(failure, *arguments):
        @click.command()
        def fail():
            raise failure

        module = type(sys)("mockforge_failing")
        vars(module)["fail"] = fail
        monkeypatch.setitem(sys.modules, "mockforge_failing", module)
        from mockforge.cli import root

        monkeypatch.setitem(root.table, "fail", ("mockforge_failing:fail", ""))
        return run(["fail", *arguments])

    return failing


@pytest.mark.parametrize(
    ("failure", "code"),
    [
        (MockforgeError("x"), 1),
        (ConfigError("x"), 3),
        (RecordingError("x"), 4),
        (UpstreamError("x"), 5),
        (ListenError("x"), 6),
        (NothingVerified("x"), 7),
        (KeyboardInterrupt(), 130),
        (click.Abort(), 130),
        (click.UsageError("x"), 2),
        (SystemExit(143), 143),
        (SystemExit(), 0),
        (SystemExit("words"), 1),
        (ValueError("x"), 1),
        (BrokenPipeError(), 141),
    ],
    ids=lambda value: repr(value),
)
def test_each_failure_ends_with_its_code(failing, failure, code):
    assert failing(failure) == code


def test_an_error_of_ours_is_told_alone(failing, capsys):
    code = failing(
        RecordingError("no recording 'x.db'", next_step="mockforge db status")
    )

    captured = capsys.readouterr()
    assert (code, captured.out) == (4, "")
    assert captured.err == "no recording 'x.db'\n  next: mockforge db status\n"


def test_a_defect_is_one_line_with_nothing_secret_in_it(failing, capsys):
    failing(ValueError("sk-secret"))

    err = capsys.readouterr().err
    assert err.startswith("unexpected ValueError at test_failures.py:")
    assert "run the same with --debug" in err
    assert "sk-secret" not in err


@pytest.mark.parametrize("words", [["--debug"], []])
def test_debug_shows_the_traceback(failing, capsys, monkeypatch, words):
    if not words:
        monkeypatch.setenv("MOCKFORGE_DEBUG", "1")

    failing(ValueError("x"), *words)

    assert "Traceback (most recent call last)" in capsys.readouterr().err


def test_debug_behind_two_dashes_is_somebody_elses():
    from mockforge.cli import _without_debug

    assert _without_debug(["--debug", "run", "--", "x", "--debug"]) == (
        ["run", "--", "x", "--debug"],
        True,
    )
    assert _without_debug(["run", "--", "--debug"]) == (["run", "--", "--debug"], False)


def test_an_interrupt_ends_the_line_of_the_terminal_and_says_nothing(failing, capsys):
    failing(KeyboardInterrupt())

    assert capsys.readouterr() == ("", "\n")


def test_a_reader_that_leaves_early_is_no_failure_to_talk_about():
    """As with `mockforge config schema | head -1`."""
    line = (
        f'"{sys.executable}" -m mockforge config schema | head -c 1'
        "; exit ${PIPESTATUS[0]}"
    )

    done = subprocess.run(
        ["bash", "-c", line], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert done.stderr == ""
    assert done.returncode in (0, failures.BROKEN_PIPE)
