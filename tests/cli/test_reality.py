"""`mockforge reality` as a user runs it, against what is running."""

import json

import pytest

from tests.turned import turned


@pytest.fixture
def reality(ran):
    """What a command comes to, asked of a server."""

    def reality(url, *words):
        return ran("reality", *words, "--url", url)

    return reality


def rows(out):
    return dict(line.split(maxsplit=1) for line in out.splitlines()[1:])


def test_the_ratio_is_shown_with_what_made_it_that(reality):
    with turned(default_ratio=0.85) as (url, _):
        code, out, err = reality(url, "get")

    assert (code, err) == (0, "")
    assert rows(out) == {
        "ratio": "0.85",
        "by": "default",
        "mode": "manual",
        "upstream": "50%",
        "recorded": "50%",
        "synthetic": "0%",
    }


def test_that_of_a_request_is_shown_too(reality):
    routes = [{"pattern": "POST /orders", "ratio": 0.7}]
    with turned(default_ratio=0.1, routes=routes) as (url, _):
        _, out, _ = reality(url, "get", "--path", "/orders", "--method", "post")
        _, told, _ = reality(url, "get", "--path", "/orders", "--json")

    assert rows(out)["request"] == "POST /orders"
    assert rows(out)["by"] == "route 'POST /orders'"
    assert json.loads(told)["ratio"] == 0.1


def test_it_is_set_and_advanced(reality):
    with turned(default_ratio=0.1) as (url, engine):
        assert rows(reality(url, "set", "0.5")[1])["ratio"] == "0.5"
        assert rows(reality(url, "advance")[1])["ratio"] == "0.6"
        assert rows(reality(url, "advance", "0.2")[1])["ratio"] == "0.8"
        assert rows(reality(url, "advance", "-0.1")[1])["ratio"] == "0.7"
        assert json.loads(reality(url, "set", "1", "--json")[1])["ratio"] == 1.0

        assert engine.reality.dial.default == 1.0


def test_it_follows_a_schedule(reality):
    words = ("--end", "1h", "--from", "0.2", "--to", "0.2", "--curve", "sigmoid")
    with turned(default_ratio=0.4) as (url, _):
        _, before, _ = reality(url, "schedule")
        _, moving, _ = reality(url, "schedule", *words)
        _, after, _ = reality(url, "schedule", "--off")

    assert "start_time" not in rows(before)
    assert rows(moving)["by"] == "schedule"
    assert (rows(moving)["ratio"], rows(moving)["curve"]) == ("0.2", "sigmoid")
    assert (rows(after)["ratio"], rows(after)["by"]) == ("0.4", "default")


def test_requests_are_overridden(reality):
    with turned(default_ratio=0.4) as (url, _):
        assert reality(url, "overrides")[1:] == ("", "nothing is overridden\n")
        reality(url, "overrides", "/a/*", "1")
        _, out, _ = reality(url, "overrides", "GET /b", "0.5")
        _, told, _ = reality(url, "overrides", "--json")
        _, left, _ = reality(url, "overrides", "--remove", "GET /b")
        code, _, err = reality(url, "overrides", "--remove", "/a")

    assert [line.split() for line in out.splitlines()[1:]] == [
        ["GET", "/b", "0.5"],
        ["/a/*", "1"],
    ]
    assert json.loads(told)["overrides"][1] == {"pattern": "/a/*", "ratio": 1.0}
    assert left.split() == ["OVERRIDE", "RATIO", "/a/*", "1"]
    assert code == 1
    assert "'/a' is not overridden; did you mean '/a/*'?" in err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("set", "50"), "50.0 is not in the range"),
        (("set", "nan"), "'nan' is no number"),
        (("set", "half"), "'half' is not a valid float"),
        (("set",), "missing argument 'RATIO'"),
        (("advance", "7"), "7.0 is not in the range"),
        (("get", "--method", "GET"), "a method alone is no request"),
        (("schedule", "--curve", "linear"), "a schedule has an end; give --end"),
        (("schedule", "--off", "--end", "1h"), "--off ends the schedule"),
        (("overrides", "/a"), "which ratio is '/a' to have?"),
        (("overrides", "/a", "1", "--remove", "/a"), "--remove takes one back"),
        (("ste", "1"), "did you mean set?"),
    ],
)
def test_what_is_said_wrongly_asks_nobody(ran, words, told):
    code, _, err = ran("reality", *words)

    assert code == 2
    assert told in err
    assert "next: mockforge reality" in err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("overrides", "a/*", "1"), "refuses: 'a/*' is not an endpoint"),
        (("schedule", "--end", "soon"), "'soon' is no time"),
        (("schedule", "--end", "1h", "--curve", "sigmoyd"), "mean 'sigmoid'?"),
        (("get", "--path", "orders"), "did you mean '/orders'?"),
    ],
)
def test_what_the_other_side_refuses_is_told(reality, words, told):
    with turned(default_ratio=0.4) as (url, _):
        code, out, err = reality(url, *words)

    assert (code, out) == (1, "")
    assert told in err


def test_where_nothing_is_mixed_the_next_step_is_told(reality):
    with turned() as (url, _):
        code, _, err = reality(url, "set", "0.5")

    assert code == 1
    assert "no reality is in force here" in err
    assert "\n  next: start with a ratio: mockforge proxy --upstream URL" in err


def test_without_an_address_it_is_the_one_of_the_settings(ran, nowhere):
    with turned(default_ratio=0.4) as (url, _):
        (nowhere / "mockforge.yaml").write_text(
            f"server: {{host: 0.0.0.0, port: {url.rpartition(':')[2]}}}\n"
        )
        code, out, _ = ran("reality", "get")

    assert (code, rows(out)["ratio"]) == (0, "0.4")


def test_where_nothing_answers_it_ends_with_5(ran, nowhere):
    (nowhere / "mockforge.yaml").write_text("server: {port: 1}\n")

    code, out, err = ran("reality", "get")

    assert (code, out) == (5, "")
    assert "nothing answers at http://127.0.0.1:1" in err
    assert "(server.host, server.port)" in err
    assert "with --url" in err
