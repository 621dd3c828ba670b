import json

import pytest
import yaml

TEXT = "server:\n  port: 90  # keep\nworkspace: ${W:-private}\n"


@pytest.fixture
def file(nowhere):
    path = nowhere / "mockforge.yaml"
    path.write_text(TEXT)
    return path


def test_get_shows_the_value_in_force(ran, file):
    assert ran("config", "get", "server.port") == (0, "90\n", "")
    assert json.loads(ran("config", "get", "server")[1])["port"] == 90
    assert ran("config", "get", "server.host", "--json")[1] == '"127.0.0.1"\n'
    assert ran("config", "get", "workspace")[1] == "***\n"


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("server.prot", "unknown key 'server.prot'; did you mean 'server.port'?"),
        ("consistency.enabled", "'consistency.enabled' is not yet in this version"),
        ("rag.provder", "unknown key 'rag.provder'; did you mean"),
        ("server..port", "'server..port' is not a key"),
        ("matching.ignore[3]", "'matching.ignore[3]' is not set"),
    ],
)
def test_get_of_what_is_not_there_leads_to_what_is(ran, key, said):
    code, out, err = ran("config", "get", key)

    assert (code, out) == (3, "")
    assert said in err


def test_set_changes_the_value_and_nothing_else(ran, file):
    code, _, err = ran("config", "set", "server.port", "91")

    assert code == 0
    assert file.read_text() == TEXT.replace("90", "91")
    assert "server.port is now 91" in err


def test_set_makes_the_file_where_there_is_none(ran, nowhere):
    assert ran("config", "set", "server.port", "91")[0] == 0

    assert (nowhere / "mockforge.yaml").read_text() == "server:\n  port: 91\n"


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("server.port", "x"),
        ("server.prot", "1"),
        ("server", "3"),
        ("consistency.enabled", "true"),
        ("matching.after_last", "[a]"),
    ],
)
def test_set_of_what_is_not_valid_leaves_the_file_as_it_was(ran, file, key, value):
    assert ran("config", "set", key, value)[0] == 3

    assert file.read_text() == TEXT


def test_set_does_not_touch_a_file_that_is_wrong_elsewhere(ran, file):
    file.write_text("port: 1\n")

    code, _, err = ran("config", "set", "server.port", "91")

    assert code == 3
    assert "mockforge.yaml:1:1: port: unknown key" in err
    assert file.read_text() == "port: 1\n"


def test_set_writes_into_the_file_that_is_named(ran, file, nowhere):
    ran("config", "set", "workspace", "1.10", "-c", "other.yaml")
    ran("--config", "other.yaml", "config", "set", "matching.ignore", "[$.a]")

    assert (nowhere / "other.yaml").read_text() == (
        'workspace: "1.10"\nmatching:\n  ignore: ["$.a"]\n'
    )
    assert file.read_text() == TEXT


def test_show_is_a_file_with_everything_in_it(ran, file):
    _, out, _ = ran("config", "show")

    shown = yaml.safe_load(out)
    assert shown["server"] | {"host": "127.0.0.1", "port": 90} == shown["server"]
    assert shown["workspace"] == "***"
    assert json.loads(ran("config", "show", "--json")[1]) == shown


def test_show_says_where_each_value_comes_from(ran, file, monkeypatch):
    monkeypatch.setenv("MOCKFORGE_SEED", "4")

    _, out, _ = ran("config", "show", "--origin", "--json")

    origins = {key: entry["origin"] for key, entry in json.loads(out).items()}
    assert origins["server.port"] == "mockforge.yaml:2:9"
    assert origins["seed"] == "MOCKFORGE_SEED"
    assert origins["server.host"] == "default"
    assert "# mockforge.yaml:2:9" in ran("config", "show", "--origin")[1]


def test_validate_says_what_was_checked(ran, file):
    assert ran("config", "validate") == (0, "mockforge.yaml: ok\n", "")
    assert ran("config", "validate", str(file))[0] == 0


def test_validate_without_any_file_is_no_error(ran):
    assert ran("config", "validate") == (0, "no file, all defaults: ok\n", "")


def test_validate_tells_everything_wrong(ran, file):
    file.write_text("port: 1\nserver: {port: x}\ndata: {}\n")

    code, out, err = ran("config", "validate")
    assert (code, out) == (3, "")
    assert len([line for line in err.splitlines() if line.startswith("mockf")]) == 3

    code, out, err = ran("config", "validate", "mockforge.yaml", "--json")
    assert (code, err) == (3, "")
    assert json.loads(out)[0] == {
        "source": "mockforge.yaml",
        "line": 1,
        "column": 1,
        "path": "port",
        "what": "unknown key",
        "nearest": "did you mean 'server.port'?",
    }


def test_schema_is_json(ran):
    _, out, _ = ran("config", "schema")

    assert json.loads(out)["properties"]["data"]["description"].startswith("Not yet")
