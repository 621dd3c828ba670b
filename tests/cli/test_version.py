import json
import platform

from mockforge import __version__


def test_the_versions_in_use_are_shown(ran):
    code, out, _ = ran("version")

    assert code == 0
    assert out.startswith(f"mockforge    {__version__}\npython       ")


def test_the_versions_are_there_for_machines(ran):
    found = json.loads(ran("version", "--json")[1])

    assert found["python"] == platform.python_version()
    assert {"mockforge", "mitmproxy", "sqlalchemy"} <= set(found)


def test_the_short_way_shows_one_line(ran):
    assert ran("-V") == (0, f"mockforge {__version__}\n", "")
    assert ran("--version")[1] == f"mockforge {__version__}\n"


def test_a_config_without_a_command_is_served(ran):
    code, out, err = ran("--config", "x.yaml")

    assert (code, out) == (3, "")
    assert "x.yaml" in err


def test_no_command_at_all_shows_the_help(ran):
    code, out, _ = ran()

    assert code == 0
    assert out.startswith("Usage: mockforge")
