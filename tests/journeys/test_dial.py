"""A proxy that mixes is turned while it runs: each request is as real as was said."""

import json
import urllib.request

import pytest

from mockforge.cli import run
from mockforge.recordings.formats import jsonl
from tests.turned import proxying, upstream
from tests.worlds import exchange


@pytest.fixture
def here(tmp_path, monkeypatch):
    """A directory of its own, and nobody's settings."""
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name))
    place = tmp_path / "here"
    place.mkdir()
    monkeypatch.chdir(place)
    return place


def recorded(url, place):
    """Record of the API at *url* what it does not say any more."""
    made = [
        exchange(
            url=f"{url}/orders/{number}",
            answer=json.dumps({"id": f"/orders/{number}", "by": "recording"}).encode(),
        )
        for number in range(12)
    ]
    jsonl.write(made, place / "shop.jsonl")
    assert run(["recordings", "import", "shop.jsonl", "-o", "shop.db"]) == 0


def get(url):
    with urllib.request.urlopen(url) as answer:
        return json.load(answer), answer.headers["X-MockForge-Source"]


def test_the_next_request_is_as_real_as_was_said(here, capsys):
    with upstream() as (api, asked):
        recorded(api, here)
        words = ("--upstream", api, "--db", "shop.db", "--reality", "0.5")
        with proxying(*words, cwd=here) as url:
            told = [get(f"{url}/orders/{number}") for number in range(4)]
            assert {body["by"] for body, _ in told} == {"recording"}
            assert not asked

            assert run(["reality", "set", "1", "--url", url]) == 0
            body, line = get(f"{url}/orders/1")
            assert body == {"id": "/orders/1", "by": "upstream"}
            assert line.startswith("upstream; ratio=1; id=")
            assert asked == ["/orders/1"]

            assert run(["reality", "overrides", "/orders/2", "0.7", "--url", url]) == 0
            assert get(f"{url}/orders/2")[0]["by"] == "recording"
            assert get(f"{url}/orders/3")[0]["by"] == "upstream"

            assert run(["reality", "advance", "-0.3", "--url", url]) == 0
            body, line = get(f"{url}/orders/3")
            assert body["by"] == "recording"
            assert asked == ["/orders/1", "/orders/3"]

            capsys.readouterr()
            assert run(["why", f"X-MockForge-Source: {line}", "--url", url]) == 0
            assert "0.7, by default" in capsys.readouterr().out
