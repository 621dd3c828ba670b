import json
import os

import click
import pytest

from mockforge.cli import output
from mockforge.errors import MockforgeError


@pytest.mark.parametrize(
    ("environ", "color"),
    [
        ({}, None),
        ({"NO_COLOR": "1"}, False),
        ({"NO_COLOR": ""}, None),
        ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
        ({"FORCE_COLOR": "1"}, True),
        ({"FORCE_COLOR": "0"}, None),
        ({"TERM": "dumb", "FORCE_COLOR": "1"}, False),
        ({"CI": "true"}, None),
    ],
)
def test_colour_is_as_the_environment_wants_it(environ, color):
    assert output.wants_color(environ) is color


@pytest.mark.parametrize("environ", [{"CI": "true"}, {"TERM": "dumb"}])
def test_no_status_line_is_redrawn_where_nobody_looks(environ, monkeypatch):
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)

    assert output.is_live({}) is True
    assert output.is_live(environ) is False


def test_data_goes_to_stdout_and_the_rest_to_stderr(capsys):
    output.data("data")
    output.as_json({"ä": 1})
    output.say("said")
    output.warn("warned")

    captured = capsys.readouterr()
    assert captured.out == 'data\n{\n  "ä": 1\n}\n'
    assert captured.err == "said\nwarned\n"


def test_quiet_says_only_errors(capsys):
    with click.Context(click.Command("x")) as ctx:
        ctx.meta[output.QUIET] = True
        output.say("said")
        output.warn("warned")

    assert capsys.readouterr().err == "warned\n"


def test_a_table_has_columns_that_stand_below_one_another(capsys):
    output.table(["id", "path"], [[1, "/orders"], [12, "/x"]])

    assert capsys.readouterr().out == "ID  PATH\n1   /orders\n12  /x\n"


def test_the_ready_file_appears_whole_and_says_where_to_go(tmp_path):
    file = tmp_path / "ready.json"

    output.write_ready(file, url="http://127.0.0.1:1", recording="r.db")

    assert json.loads(file.read_text()) == {
        "url": "http://127.0.0.1:1",
        "admin_url": None,
        "ca": None,
        "recording": "r.db",
        "pid": os.getpid(),
    }
    assert [path.name for path in tmp_path.iterdir()] == ["ready.json"]


def test_a_ready_file_that_cannot_be_written_is_told(tmp_path):
    with pytest.raises(MockforgeError, match="cannot be written: No such file"):
        output.write_ready(tmp_path / "none" / "ready.json", url="http://x")
