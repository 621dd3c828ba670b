import json
import socket


def found(ran, *arguments):
    code, out, _ = ran("doctor", "--json", *arguments)
    return code, {entry["name"]: entry for entry in json.loads(out)}


def test_a_machine_in_order_is_told_so(ran):
    code, checks = found(ran, "--port", "0")

    assert code == 0, checks
    assert all(entry["ok"] and entry["next"] is None for entry in checks.values())
    names = ["python", "packages", "config", "port", "certificate", "database", "disk"]
    assert list(checks) == names


def test_a_port_in_use_is_a_problem_with_a_next_step(ran):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        code, checks = found(ran, "--port", str(taken.getsockname()[1]))

    assert code == 1
    assert "in use" in checks["port"]["told"]
    assert "--port" in checks["port"]["next"]


def test_wrong_settings_are_counted_and_the_rest_is_checked(ran, nowhere):
    (nowhere / "mockforge.yaml").write_text("port: 1\nsever: {}\n")

    code, checks = found(ran)

    assert code == 1
    assert checks["config"]["told"] == "2 wrong in mockforge.yaml"
    assert checks["database"]["ok"]


def test_a_place_that_cannot_be_written_is_a_problem(ran, nowhere):
    (nowhere / "file").write_text("")

    _, checks = found(ran, "--db", "file/x.db")

    assert checks["database"]["told"].endswith("file is no directory")


def test_each_check_is_a_line(ran):
    _, out, _ = ran("doctor", "--port", "0")

    assert len(out.splitlines()) == 7
    assert all(line.startswith("ok       ") for line in out.splitlines())
