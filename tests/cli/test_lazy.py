import click
import pytest

from mockforge.cli import COMMANDS, run
from mockforge.cli.lazy import Group, LazyGroup


def test_help_names_every_command_without_importing_one(capsys):
    broken = {"broken": ("no.such.module:x", "It is not imported.")}
    group = LazyGroup(name="top", table=broken)

    group.main(["--help"], prog_name="top", standalone_mode=False)

    assert "broken  It is not imported." in capsys.readouterr().out


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_there_is_can_be_run(name, capsys):
    assert run([name, "--help"]) == 0

    out = capsys.readouterr().out
    assert out.startswith(f"Usage: mockforge {name}")
    assert "  -h, --help" in out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ["recordngs"],
            "mockforge: no such command 'recordngs'; did you mean recordings",
        ),
        (["zzzz"], "no such command 'zzzz'; there are proxy, replay"),
        (
            ["config", "shwo"],
            "mockforge config: no such command 'shwo'; did you mean show",
        ),
        (
            ["version", "--jsn"],
            "mockforge version: no such option '--jsn'; did you mean '--",
        ),
        (
            ["version", "more"],
            "mockforge version: got unexpected extra argument (more)",
        ),
        (["serve", "a b.yaml"], "; a config file is given as --config 'a b.yaml'"),
        (["api.json"], "is no command; a config file is given as --config api.json"),
        (["--zzzz"], "mockforge: no such option '--zzzz'"),
        (["config", "get"], "mockforge config get: missing argument 'KEY'"),
    ],
)
def test_a_slip_on_the_command_line_leads_to_the_nearest_right_thing(
    arguments, said, capsys
):
    code = run(arguments)

    captured = capsys.readouterr()
    assert code == 2
    assert said in captured.err
    assert "--help" in captured.err
    assert captured.out == ""


def test_a_group_lists_its_own_commands_too(capsys):
    @click.group(cls=Group)
    def top():
        """Top."""

    @top.command()
    def one():
        """One."""

    top.main(["-h"], prog_name="top", standalone_mode=False)

    assert "one  One." in capsys.readouterr().out
