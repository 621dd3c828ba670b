"""`--on-miss invent` and `--reality 0` as a user runs them."""

import json
import os
import signal
import subprocess
import sys
import urllib.error
import urllib.request
from contextlib import contextmanager
from pathlib import Path

import pytest

from mockforge.cli import run
from mockforge.http import Response
from mockforge.recordings.formats import jsonl
from tests.worlds import API, JSON, exchange

ROOT = Path(__file__).resolve().parents[2]
ENVIRON = {**os.environ, "PYTHONPATH": str(ROOT)}


def told(status, value, *headers):
    body = b"" if value is None else json.dumps(value).encode()
    length = (b"Content-Length", b"%d" % len(body))
    return Response(status, (JSON, *headers, length), body, "")


def order(number, name, state="new"):
    return {"id": number, "name": name, "state": state}


MISSING = {"error": "no such order"}


def journey():
    """Yield what one client of a small shop did."""
    mine: dict[int, dict[str, object]] = {}
    for number, name in ((1, "tea"), (2, "salt"), (3, "rice")):
        mine[number] = order(number, name)
        place = (b"Location", f"/orders/{number}".encode())
        body = json.dumps({"name": name}).encode()
        made = told(201, mine[number], place)
        yield exchange("POST", f"{API}/orders", body, response=made)
        found = told(200, mine[number])
        yield exchange(url=f"{API}/orders/{number}", response=found)
        listed = told(200, {"orders": list(mine.values()), "total": len(mine)})
        yield exchange(url=f"{API}/orders", response=listed)
    mine[2]["state"] = "sent"
    change = b'{"state": "sent"}'
    yield exchange("PATCH", f"{API}/orders/2", change, response=told(200, mine[2]))
    yield exchange(url=f"{API}/orders/2", response=told(200, mine[2]))
    for number in (1, 3):
        gone = Response(204, (), b"", "No Content")
        yield exchange("DELETE", f"{API}/orders/{number}", response=gone)
        del mine[number]
        none = told(404, MISSING)
        yield exchange(url=f"{API}/orders/{number}", response=none)
    listed = told(200, {"orders": list(mine.values()), "total": len(mine)})
    yield exchange(url=f"{API}/orders", response=listed)


@pytest.fixture
def shop(tmp_path):
    """A recording of the journey."""
    jsonl.write(list(journey()), tmp_path / "shop.jsonl")
    return tmp_path / "shop.jsonl"


@contextmanager
def answering(*words, cwd):
    process = subprocess.Popen(
        [sys.executable, "-m", "mockforge", *map(str, words), "--port", "0"],
        cwd=cwd,
        env=ENVIRON,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    outcome: dict[str, object] = {}
    try:
        assert process.stderr is not None
        said = []
        for line in process.stderr:
            said.append(line)
            if line.startswith("listening on "):
                break
        assert said, "it ended"
        assert "listening on" in said[-1], "".join(said)
        yield said[-1].split()[-1], outcome
        process.send_signal(signal.SIGTERM)
        out, err = process.communicate(timeout=20)
        outcome |= {"code": process.returncode, "out": out, "err": "".join(said) + err}
    finally:
        process.kill()
        process.communicate()


def ask(url, method="GET", value=None):
    """Return (status, body, X-MockForge-Source)."""
    body = None if value is None else json.dumps(value).encode()
    fields = {} if body is None else {"Content-Type": "application/json"}
    request = urllib.request.Request(url, body, fields, method=method)
    try:
        with urllib.request.urlopen(request, timeout=20) as answer:
            got = answer.status, answer.read(), answer.headers
    except urllib.error.HTTPError as error:
        with error:
            got = error.code, error.read(), error.headers
    status, content, headers = got
    shown = json.loads(content) if content else None
    return status, shown, headers["X-MockForge-Source"]


def another(url):
    """Do what the recorded client did, with other names and in another order."""
    status, made, source = ask(f"{url}/orders", "POST", {"name": "oats"})
    assert (status, made["name"], made["state"]) == (201, "oats", "new")
    assert source.startswith(("synthetic", "recorded; tier=rebound"))
    number = made["id"]
    assert ask(f"{url}/orders/{number}")[:2] == (200, made)

    _, second, _ = ask(f"{url}/orders", "POST", {"name": "corn"})
    assert second["id"] != number
    status, listed, _ = ask(f"{url}/orders")
    assert status == 200
    assert [made, second] == listed["orders"][-2:]
    assert listed["total"] == len(listed["orders"])

    status, sent, _ = ask(f"{url}/orders/{number}", "PATCH", {"state": "sent"})
    assert (status, sent) == (200, {**made, "state": "sent"})
    assert ask(f"{url}/orders/{number}")[1] == sent

    assert ask(f"{url}/orders/{number}", "DELETE")[0] == 204
    status, body, source = ask(f"{url}/orders/{number}")
    assert (status, body) == (404, MISSING)
    left = ask(f"{url}/orders")[1]["orders"]
    assert made["id"] not in [each["id"] for each in left]
    return source


def test_another_client_gets_coherent_answers(shop, tmp_path):
    words = ("replay", shop, "--on-miss", "invent", "--json")
    with answering(*words, cwd=tmp_path) as (url, outcome):
        source = another(url)
        name = source.rpartition("id=")[2]
        _, account, _ = ask(f"{url}/__mockforge/provenance/{name}")

    assert account["status"] == 404
    assert account["request"]["method"] == "GET"
    assert outcome["code"] == 0, outcome["err"]
    served = json.loads(str(outcome["out"]))["served"]
    assert served["total"] == 9
    assert served.get("synthetic", 0) + served.get("rebound", 0) >= 7
    assert "of them by invention" in str(outcome["err"])


def test_the_recorded_client_gets_the_recorded_answers(shop, tmp_path):
    words = ("replay", shop, "--on-miss", "invent")
    with answering(*words, cwd=tmp_path) as (url, _):
        status, made, source = ask(f"{url}/orders", "POST", {"name": "tea"})

    assert (status, made) == (201, order(1, "tea"))
    assert source.startswith("recorded; tier=exact")


def test_a_proxy_at_reality_0_asks_nobody(shop, tmp_path):
    # Nothing listens there.
    upstream = "http://127.0.0.1:9"
    words = ("proxy", "--upstream", upstream, "--db", shop, "--reality", "0")
    with answering(*words, cwd=tmp_path) as (url, outcome):
        another(url)

    assert outcome["code"] == 0, outcome["err"]


def test_a_path_that_is_like_nothing_is_a_miss(shop, tmp_path):
    words = ("replay", shop, "--on-miss", "invent")
    with answering(*words, cwd=tmp_path) as (url, outcome):
        status, body, source = ask(f"{url}/weather/today/in/berlin")

    assert status == 404
    assert body["title"] == "no recording answers this request"
    assert source.startswith("none")
    assert outcome["code"] == 1


def test_an_endpoint_that_only_a_document_describes_is_drawn(shop, tmp_path):
    weather = {
        "type": "object",
        "required": ["city", "degrees"],
        "properties": {
            "city": {"type": "string"},
            "degrees": {"type": "integer", "minimum": -30, "maximum": 40},
        },
    }
    content = {"application/json": {"schema": weather}}
    city = {"name": "city", "in": "path", "required": True}
    document = {
        "openapi": "3.1.0",
        "info": {"title": "Weather", "version": "1"},
        "paths": {
            "/weather/{city}": {
                "parameters": [{**city, "schema": {"type": "string"}}],
                "get": {"responses": {"200": {"description": "", "content": content}}},
            }
        },
    }
    (tmp_path / "api.json").write_text(json.dumps(document))

    words = ("replay", shop, "--on-miss", "invent", "--openapi", "api.json")
    with answering(*words, cwd=tmp_path) as (url, outcome):
        status, body, source = ask(f"{url}/weather/berlin")

    assert (status, body["city"]) == (200, "berlin")
    assert -30 <= body["degrees"] <= 40
    assert source.startswith("synthetic; score=0.10")
    assert outcome["code"] == 0, outcome["err"]


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (["replay", "x.jsonl", "--on-miss", "invented"], 3, "invent"),
        (["replay", "x.jsonl", "--world", "sessions"], 3, "session"),
        (
            ["replay", "x.jsonl", "--on-miss", "invent", "--workers", "2"],
            3,
            "leave --workers out",
        ),
        (["proxy", "--upstream", "http://a", "--reality", "2"], 2, "0.0<=x<=1.0"),
        (
            ["proxy", "--upstream", "http://a", "--reality", "0", "--db", "no.db"],
            4,
            "no.db",
        ),
    ],
)
def test_what_does_not_fit_together_is_told(words, code, told, capsys):
    assert run(words) == code
    assert told in capsys.readouterr().err
