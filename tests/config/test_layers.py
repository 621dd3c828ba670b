import json

import pytest

from mockforge.config import examine, load
from mockforge.config.layers import project_file
from mockforge.config.listing import origin
from mockforge.errors import ConfigError


def test_without_anything_written_the_defaults_are_in_force(nowhere):
    config = load(environ={})

    assert (config.server.host, config.server.port) == ("127.0.0.1", 8080)


SOURCES = ["flag", "environment", "given", "project", "user"]


@pytest.mark.parametrize("first", range(len(SOURCES) + 1))
def test_the_first_source_that_has_a_value_wins(nowhere, tmp_path, first):
    """Flag, environment, --config, mockforge.yaml, the user's file, the default."""
    there = SOURCES[first:]
    number = {name: 9001 + place for place, name in enumerate(SOURCES)}
    user = tmp_path / "xdg" / "mockforge" / "config.yaml"
    user.parent.mkdir(parents=True)
    files = {"given": tmp_path / "x.yaml", "project": nowhere / "mockforge.yaml"}
    for name, file in (files | {"user": user}).items():
        text = f"server: {{port: {number[name]}}}\n" if name in there else "db: x\n"
        file.write_text(text)
    environ = {"MOCKFORGE_SERVER__PORT": "9002"} if "environment" in there else {}
    flags = {"server.port": ("9001", "--port")} if "flag" in there else {}

    config = load(files["given"], environ=environ, flags=flags)

    assert config.server.port == (number[there[0]] if there else 8080)


def test_each_value_knows_where_it_was_written(examined):
    found = examined(
        "server:\n  port: 1\nproxy:\n  mode: regular\n",
        environ={"MOCKFORGE_SEED": "3"},
        flags={"db": ("x.db", "--db")},
    )

    places = {
        ".".join(path): str(origin(path, found.layers.root))
        for path in [("server", "port"), ("seed",), ("db",), ("server", "host")]
    }
    assert places == {
        "server.port": "mockforge.yaml:2:9",
        "seed": "MOCKFORGE_SEED",
        "db": "--db",
        "server.host": "default",
    }


def test_the_nearest_file_up_to_the_repositorys_root_is_read(tmp_path):
    root = tmp_path / "repository"
    inner = root / "a" / "b"
    inner.mkdir(parents=True)
    (tmp_path / "mockforge.yaml").write_text("seed: 1\n")
    assert project_file(inner) is None

    (root / ".git").mkdir()
    assert project_file(inner) is None

    (root / "mockforge.yml").write_text("seed: 2\n")
    assert project_file(inner) == root / "mockforge.yml"

    (root / "a" / "mockforge.yaml").write_text("seed: 3\n")
    assert load(environ={}, here=inner).seed == 3


def test_a_path_in_a_file_is_meant_from_where_the_file_stands(tmp_path):
    file = tmp_path / "there" / "m.yaml"
    file.parent.mkdir()
    file.write_text("db: x.db\nrecordings: {dir: /abs}\n")

    config = load(file, environ={})

    assert config.db == str(tmp_path / "there" / "x.db")
    assert config.recordings.dir == "/abs"


def test_an_address_of_a_database_is_no_path(tmp_path):
    file = tmp_path / "m.yaml"
    file.write_text("db: postgresql+psycopg://localhost/x\n")

    assert load(file, environ={}).db == "postgresql+psycopg://localhost/x"


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        (
            "MOCKFORGE_SERVER__PROT",
            "1",
            "MOCKFORGE_SERVER__PROT: server.prot: unknown key; did you mean 'port'?",
        ),
        ("MOCKFORGE_SERVER__PORT", "x", "server.port: 'x' is not a whole number"),
        ("MOCKFORGE_SEDE", "1", "unknown variable; did you mean MOCKFORGE_SEED?"),
        ("MOCKFORGE_MATCHING__IGNORE", "[a", "MOCKFORGE_MATCHING__IGNORE: not YAML"),
        ("MOCKFORGE_SERVER", "x", "server: 'x' is not keys with values"),
    ],
)
def test_a_slip_in_the_environment_is_told(told, name, value, said):
    lines = told(environ={name: value})

    assert len(lines) == 1
    assert said in lines[0]


def test_lists_and_blocks_in_the_environment_are_written_as_in_yaml(examined):
    config = examined(
        environ={
            "MOCKFORGE_MATCHING__IGNORE": "['$.id', '?page']",
            "MOCKFORGE_LOG": "{level: debug}",
            "MOCKFORGE_LOG_FORMAT": "json",
            "MOCKFORGE_OFFLINE": "on",
        }
    ).config

    assert list(config.matching.ignore) == ["$.id", "?page"]
    assert (config.log.level, config.log.format) == ("debug", "json")
    assert config.offline is True


def test_variables_of_others_are_left_alone(told):
    environ = {"MOCKFORGE_PORT": "tcp://10.0.0.1:80", "MOCKFORGE_SERVICE_HOST": "x"}

    assert told(environ=environ | {"MOCKFORGE_DEBUG": "1", "PATH": "/bin"}) == []


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"a: \xff", "x.yaml:1:4: is not UTF-8 text from here"),
        (b"\n" + b"# \xe4", "x.yaml:2:3: is not UTF-8 text from here"),
        (b"#" * (33 << 20), "is larger than 32 MB"),
    ],
    ids=["first line", "second line", "large"],
)
def test_a_file_that_is_no_text_is_refused(nowhere, content, said):
    (nowhere / "x.yaml").write_bytes(content)

    with pytest.raises(ConfigError, match=said):
        load("x.yaml", environ={})


@pytest.mark.parametrize("coding", ["utf-16", "utf-8-sig"])
def test_a_file_of_a_windows_shell_is_read(nowhere, coding):
    text = "endpoints:\r\n  - {path: /ö, response: {body: ☃}}\r\n"
    (nowhere / "x.yaml").write_bytes(text.encode(coding))

    (point,) = load("x.yaml", environ={}).endpoints

    assert (point.path, [each.body for each in point.given]) == ("/ö", ["☃"])


@pytest.mark.parametrize("body", ["😀", "\\ud83d\\ude00", "\\😀 \t", "\ud83d x"])
def test_json_as_programs_write_it_is_read(nowhere, body):
    points = [{"path": "/a", "response": {"body": body}}]
    (nowhere / "x.json").write_text(json.dumps({"endpoints": points}, indent="\t"))

    found = examine("x.json", environ={})

    if found.config is None:
        # Half of a sign is none.
        assert body == "\ud83d x"
        assert "invalid Unicode character" in str(found.problems[0])
    else:
        assert [each.body for each in found.config.endpoints[0].given] == [body]


def test_a_pair_in_yaml_that_is_no_json_stays_as_it_is(nowhere):
    (nowhere / "x.yaml").write_text(r"{log: {level: '\ud83d\ude00'}}")

    (problem,) = examine("x.yaml", environ={}).problems

    assert r"'\\ud83d\\ude00' is none of its values" in problem.what


def test_keys_for_anchors_at_the_top_are_no_settings(nowhere):
    (nowhere / "x.yaml").write_text(
        "x-found: &found {status: 201, headers: {X-A: '1'}}\n"
        "endpoints: [{path: /a, response: {<<: *found, body: 1}}]\n"
    )

    (point,) = load("x.yaml", environ={}).endpoints

    assert [each.status for each in point.given] == [201]


def test_a_file_that_is_not_there_is_named(nowhere):
    with pytest.raises(
        ConfigError, match=r"none\.yaml:1:1: cannot be read: No such file"
    ):
        load("none.yaml", environ={})


def test_the_file_may_be_named_in_the_environment(nowhere):
    (nowhere / "other.yaml").write_text("\ufeffseed: 5\n", encoding="utf-8")

    assert load(environ={"MOCKFORGE_CONFIG": "other.yaml"}).seed == 5
