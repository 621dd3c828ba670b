"""`mockforge drift-learning` as a user runs it."""

import json
import sys

import pytest

from mockforge.recordings.formats import jsonl
from tests.cli.test_replay import get, replaying
from tests.worlds import API, exchange

STARTED = 1_700_000_000.0


def orders(count=40, path="/orders", **more):
    """Return answers that took from 10 to 49 ms."""
    return [
        exchange(
            url=f"{API}{path}",
            answer=b'{"state": "open"}',
            session=f"s{number % 3}",
            started=STARTED + number,
            first_byte=0.01 + (number % 40) / 1000,
            elapsed=0.06,
            headers=(("X-Persona", ("gold", "basic")[number % 2]),),
            **more,
        )
        for number in range(count)
    ]


@pytest.fixture
def shop(ran, nowhere):
    """The one recording in the folder of recordings."""
    made = [*orders(), *orders(12, "/users")]
    jsonl.write(made, nowhere / "shop.jsonl")
    (nowhere / "recordings").mkdir()
    code, _, err = ran("recordings", "import", "shop.jsonl", "-o", "recordings/shop.db")
    assert code == 0, err
    (nowhere / "shop.jsonl").unlink()
    return "recordings/shop.db"


def told(ran, *words):
    code, out, err = ran("drift-learning", *words)
    assert code == 0, err
    return json.loads(out)


def test_patterns_are_shown_by_kind(ran, shop):
    code, out, err = ran("drift-learning", "patterns")

    assert (code, err) == (0, "")
    heads = [line.split()[0] for line in out.splitlines() if "SAMPLES" in line]
    assert heads[0] == "LATENCY"
    assert "FREQUENCY" in heads
    row = next(line for line in out.splitlines() if line.startswith("GET /orders"))
    assert " yes " in row
    assert " p50 " in row
    assert "█" not in out


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("--endpoint", "/orders"), {("GET /orders", None)}),
        (("--persona", "gold"), {("GET /orders", "gold"), ("GET /users", "gold")}),
        (("--endpoint", "GET /users", "--persona", "gold"), {("GET /users", "gold")}),
    ],
)
def test_filters_choose(ran, shop, words, expected):
    words = ("patterns", "--json", "--kind", "latency", *words)
    rows = told(ran, *words)

    found = {(row["endpoint"], row["persona"]) for row in rows}
    assert {row["kind"] for row in rows} == {"latency"}
    assert expected <= found
    assert {endpoint for endpoint, _ in found} == {name for name, _ in expected}


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--kind", "latensy"), "did you mean 'latency'?"),
        (("--endpoint", "/ordrs"), "did you mean 'GET /orders'?"),
        (("--endpoint", "no path"), "'no path' is no endpoint"),
        (("--persona", "golden"), "did you mean 'gold'?"),
        (("--kind", "errors", "--diagram"), "--diagram draws sequences"),
    ],
)
def test_a_wrong_filter_is_a_usage_error_that_names_the_nearest(
    ran, shop, words, message
):
    code, _, err = ran("drift-learning", "patterns", *words)

    assert code == 2
    assert message in err


def test_sequences_are_drawn_as_a_diagram(ran, shop):
    code, out, _ = ran("drift-learning", "patterns", "--diagram")

    assert code == 0
    assert out.startswith("stateDiagram-v2")
    assert "GET /orders" in out


def test_what_is_not_enough_is_shown_and_not_applied(ran, nowhere):
    jsonl.write(orders(3), nowhere / "few.jsonl")

    rows = told(ran, "patterns", "few.jsonl", "--json")

    assert rows
    assert not any(row["applied"] for row in rows)


@pytest.mark.parametrize("words", [("patterns",), ("reset", "-y")])
def test_where_nothing_is_learned_it_says_what_to_do(ran, nowhere, words):
    jsonl.write([], nowhere / "none.jsonl")

    code, out, err = ran("drift-learning", *words, "none.jsonl")

    assert (code, out) == (0, "")
    assert "nothing learned yet: 0 exchanges of none.jsonl" in err
    assert "next: record more" in err


def test_the_status_counts_what_is_known(ran, shop):
    status = told(ran, "status", "--json")
    _, out, _ = ran("drift-learning", "status")

    assert (status["enabled"], status["mode"]) == (True, "hybrid")
    assert status["exchanges"] == status["watermark"] == 52
    assert status["patterns"]["latency"]["applied"] > 0
    assert out.splitlines()[0].split() == ["SETTING", "VALUE"]


def test_what_is_reset_stays_forgotten(ran, shop):
    before = told(ran, "patterns", "--json")

    code, _, err = ran(
        *("drift-learning", "reset", "--kind", "latency", "--endpoint", "/orders"),
        "-y",
    )
    after = told(ran, "patterns", "--json")

    assert code == 0
    assert "forgot" in err
    names = ("kind", "endpoint", "persona")
    gone = {tuple(row[name] for name in names) for row in before}
    gone -= {tuple(row[name] for name in names) for row in after}
    assert {(kind, endpoint) for kind, endpoint, _ in gone} == {
        ("latency", "GET /orders")
    }
    ran("learn", shop, "--again")
    assert len(told(ran, "patterns", "--json")) == len(after)


def test_nothing_is_forgotten_unasked(ran, shop, monkeypatch):
    monkeypatch.setattr(sys, "stdin", open("/dev/null"))  # noqa: SIM115, PTH123
    with sys.stdin:
        code, _, err = ran("drift-learning", "reset")

    assert code == 2
    assert "add -y" in err
    assert told(ran, "status", "--json")["resets"] == 0


def test_a_text_keeps_no_reset(ran, nowhere):
    jsonl.write(orders(), nowhere / "shop.jsonl")

    code, _, err = ran("drift-learning", "reset", "shop.jsonl", "-y")

    assert code == 4
    assert "recordings import shop.jsonl" in err


def test_several_recordings_are_listed(ran, shop, nowhere):
    jsonl.write(orders(3), nowhere / "recordings" / "other.jsonl")

    code, _, err = ran("drift-learning", "patterns")

    assert code == 2
    assert "other.jsonl" in err
    assert "shop.db" in err


@pytest.mark.parametrize("words", [(), ("recordings/none.db",)])
def test_a_missing_recording_is_an_error_of_recordings(ran, nowhere, words):
    assert ran("drift-learning", "patterns", *words)[0] == 4


def test_switching_keeps_the_comments_of_the_file(ran, nowhere):
    file = nowhere / "mockforge.yaml"
    file.write_text("# ours\ndrift_learning:\n  enabled: true  # for now\n")

    assert ran("drift-learning", "disable")[0] == 0
    off = file.read_text()
    assert ran("drift-learning", "enable")[0] == 0

    assert off == "# ours\ndrift_learning:\n  enabled: false  # for now\n"
    assert file.read_text() == off.replace("false", "true")


def test_the_mode_is_set_as_documented(ran, nowhere):
    assert ran("config", "set", "drift_learning.mode", "hybrid")[0] == 0
    assert ran("config", "get", "drift_learning.mode")[1] == "hybrid\n"


def test_patterns_are_shown_and_said_to_rest_while_it_is_off(ran, shop):
    ran("drift-learning", "disable")

    code, out, err = ran("drift-learning", "patterns", "--kind", "latency")

    assert code == 0
    assert "GET /orders" in out
    assert "nothing of this is applied" in err


@pytest.mark.parametrize("count", ["1", "2"])
def test_a_running_replay_is_switched_and_reset(ran, shop, nowhere, count):
    words = (shop, "--latency", "learned", "--speed", "1000", "--workers", count)
    routes = "__mockforge/drift-learning"
    with replaying(*words, cwd=nowhere) as (url, outcome):
        assert get(f"{url}/orders")[0] == 200
        off = ran("drift-learning", "disable", "--url", url)
        states = [json.loads(get(f"{url}/{routes}/status")[1]) for _ in range(6)]
        on = ran("drift-learning", "enable", "--url", url)
        assert get(f"{url}/orders")[0] == 200

    assert (off[0], on[0]) == (0, 0)
    assert [state["data"]["enabled"] for state in states] == [False] * 6
    assert states[0]["data"]["applied"]["latency"] == "recorded"
    assert outcome["code"] == 0
