"""`mockforge --config FILE`, and `mockforge serve`: a config file answered alone."""

import json
import os
import signal
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ENVIRON = {**os.environ, "PYTHONPATH": str(ROOT), "OPENAI_API_KEY": ""}
CONFIG = """
server: {port: 0}
endpoints:
  - {path: "/hello/:name", response: {body: {hello: "{{params.name}}"}}}
websocket:
  - {path: /stream, replay: {mode: generated, narrative: x}}
"""


def served(cwd, *words, ask=()):
    """Run until each of *ask* was asked; return the code, the answers and stderr."""
    process = subprocess.Popen(
        [sys.executable, "-m", "mockforge", *words],
        cwd=cwd,
        env=ENVIRON,
        stderr=subprocess.PIPE,
        text=True,
    )
    said, found = [], []
    try:
        assert process.stderr is not None
        for line in process.stderr:
            said.append(line)
            if line.startswith("listening on "):
                break
        for target in ask:
            url = said[-1].split()[-1] + target
            try:
                with urllib.request.urlopen(url, timeout=10) as answer:
                    found.append((answer.status, json.load(answer)))
            except urllib.error.HTTPError as error:
                found.append((error.code, json.load(error)))
                error.close()
        process.send_signal(signal.SIGTERM)
        _, rest = process.communicate(timeout=20)
    finally:
        process.kill()
    return process.returncode, found, "".join(said) + rest


@pytest.fixture
def config(nowhere):
    (nowhere / "api.yaml").write_text(CONFIG)
    return nowhere


def test_a_config_file_is_answered(config):
    words = ("--config", "api.yaml", "--report", "report.json")

    code, found, err = served(
        config, *words, ask=("/hello/ann", "/__mockforge/health", "/__mockforge/report")
    )

    assert code == 0, err
    assert found[0] == (200, {"hello": "ann"})
    assert found[1][1]["status"] == "ok"
    assert found[2][1]["served"] == {"total": 1, "stub": 1}
    assert "answering 1 endpoint as the settings say\n  GET /hello/:name\n" in err
    assert "websocket is not served yet: /stream" in err
    assert "served 1 endpoint: 1 request\n" in err
    assert json.loads((config / "report.json").read_text())["endpoints"] == 1


def test_a_miss_is_in_the_exit_code(config):
    code, found, err = served(config, "serve", "-c", "api.yaml", ask=("/helo/ann",))

    assert code == 1
    assert found[0][0] == 404
    assert found[0][1]["nearest"] == {
        "name": "GET /hello/:name",
        "place": "api.yaml:4:5",
    }
    assert "exit code 1: 1 request had no answer" in err


def test_several_processes_answer(config):
    words = ("--config", "api.yaml", "--workers", "2")

    code, found, err = served(config, *words, ask=["/hello/ann"] * 4)

    assert code == 0, err
    assert found == [(200, {"hello": "ann"})] * 4
    assert "stub        4" in err


WORSE = {
    "none.yaml": ("server: {port: 0}", 7, "there are no endpoints in none.yaml"),
    "key.yaml": (
        "rag: {provider: openai, api_key: '${OPENAI_API_KEY}'}\n"
        "endpoints: [{path: /a, response: {mode: intelligent, prompt: x}}]",
        3,
        "RAG is enabled but no API key is configured",
    ),
    "word.yaml": ("endpoints: [{pth: /a}]", 3, "word.yaml:1:14: endpoints[0].pth"),
    "fault.yaml": (
        "endpoints: [{path: /a, fault: {kind: reset, status: 503}}]",
        3,
        "fault.yaml:1:31: endpoints[0].fault: 'reset' has no status",
    ),
}


@pytest.mark.parametrize("name", WORSE)
def test_what_cannot_be_served_is_told(ran, nowhere, monkeypatch, name):
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    text, code, said = WORSE[name]
    (nowhere / name).write_text(text)

    found, _, err = ran("--config", name)

    assert (found, said in err) == (code, True), err


def test_a_missing_file_is_told(ran):
    code, _, err = ran("--config", "nowhere.yaml")

    assert code == 3
    assert "nowhere.yaml:1:1: cannot be read" in err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--config", "x.yaml", "--prot", "1"), "--port"),
        (("--port", "0", "--config", "x.yaml", "--sed", "1"), "--seed"),
        (("--cofnig", "x.yaml"), "--config"),
    ],
)
def test_a_wrong_flag_leads_to_the_right_one(ran, words, said):
    code, _, err = ran(*words)

    assert code == 2
    assert said in err


def test_a_config_before_a_command_is_that_commands(ran, config):
    code, _, err = ran("--config", "api.yaml", "config", "validate")

    assert code == 0, err
