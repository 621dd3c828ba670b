import pytest

from mockforge.cli import run


@pytest.fixture
def nowhere(tmp_path, monkeypatch):
    """A directory of its own, outside of any repository, and no user's files."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "xdg"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    return here


@pytest.fixture
def ran(nowhere, capsys):
    """What a command line comes to: its exit code, stdout and stderr."""

    def ran(*arguments):
        code = run([*arguments])
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return ran
