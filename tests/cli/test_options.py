import logging

import click
import pytest

from mockforge.cli import options, output
from mockforge.cli.lazy import CONTEXT
from mockforge.errors import ConfigError
from mockforge.logs import hide


@pytest.fixture(autouse=True)
def logging_restored():
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)


@pytest.fixture
def configured(nowhere):
    """The settings of a command that was given some flags."""

    def configured(*arguments):
        @click.command(context_settings=CONTEXT)
        @options.setting("proxy.mode", "--mode", multiple=True)
        @options.setting("proxy.verify", "--insecure", is_flag=True, flag_value=False)
        @options.listening
        @options.db
        @options.workspace
        @options.seed
        @options.offline
        @options.common
        def command(ready_file):
            return options.configuration(), output.is_quiet()

        return command.main([*arguments], prog_name="x", standalone_mode=False)

    return configured


def test_without_flags_the_defaults_are_in_force(configured):
    config, quiet = configured()

    assert config.offline is False
    assert config.proxy.verify is True
    assert config.proxy.mode == ("reverse",)
    assert quiet is False


def test_each_flag_sets_its_setting(configured, tmp_path):
    config, _ = configured(
        *["--host", "0.0.0.0", "-p", "0", "--db", "x.db", "--workspace", "w"],
        *["--seed", "7", "--offline", "--log-level", "warning", "--log-format", "json"],
        *["--mode", "regular", "--mode", "socks5", "--insecure"],
    )

    assert (config.server.host, config.server.port) == ("0.0.0.0", 0)
    assert (config.db, config.workspace, config.seed) == ("x.db", "w", 7)
    assert config.offline is True
    assert config.proxy.mode == ("regular", "socks5")
    assert config.proxy.verify is False
    assert (config.log.level, config.log.format) == ("warning", "json")


@pytest.mark.parametrize(
    ("arguments", "level"),
    [
        (["-v"], "debug"),
        (["-q"], "error"),
        (["-v", "--log-level", "warning"], "warning"),
        (["--log-level", "warning", "-q"], "warning"),
    ],
)
def test_the_level_is_the_one_that_was_asked_for(configured, arguments, level):
    config, quiet = configured(*arguments)

    assert config.log.level == level
    assert quiet is ("-q" in arguments)
    assert logging.getLogger().level == getattr(logging, level.upper())


def test_a_wrong_value_names_its_flag(configured):
    with pytest.raises(
        ConfigError, match=r"--port: server\.port: '70000' must be at most"
    ):
        configured("--port", "70000")


def test_a_file_can_be_named(configured, nowhere):
    (nowhere / "x.yaml").write_text("seed: 3\n")

    assert configured("-c", "x.yaml")[0].seed == 3


def test_a_secret_of_the_settings_is_hidden_in_the_log(
    configured, nowhere, monkeypatch, capsys
):
    monkeypatch.setenv("W", "private")
    (nowhere / "x.yaml").write_text("workspace: ${W}\n")

    configured("-c", "x.yaml")
    logging.getLogger("mockforge.x").warning("in private")
    hide([])

    assert "in ***" in capsys.readouterr().err
