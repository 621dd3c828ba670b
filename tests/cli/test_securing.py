"""`mockforge replay --tls` and `--cert`, as they are run and as they are refused."""

import json
import os
import signal
import ssl
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
from mockforge.addons.authority import certificate

from mockforge.cli import securing
from mockforge.config import Config
from mockforge.recordings.formats import jsonl
from mockforge.server.tls import Authority
from tests.worlds import API, exchange

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def shop(nowhere):
    file = nowhere / "shop.jsonl"
    body = b'{"next": "%s/b"}' % API.encode()
    jsonl.write([exchange(url=f"{API}/a", answer=body)], file)
    return str(file)


@pytest.fixture
def own(nowhere):
    """A certificate of another authority, with its key in a file of its own."""
    made = certificate(nowhere / "other")
    text = Authority(made.parent).signed(["localhost"])
    at = text.index(b"-----BEGIN CERTIFICATE")
    (nowhere / "own.key").write_bytes(text[:at])
    (nowhere / "own.crt").write_bytes(text[at:])
    return made


@contextmanager
def replaying(shop, *words):
    """Run a replay; yield what its ready file says."""
    ready = Path(shop).with_name("ready.json")
    mine = [sys.executable, "-m", "mockforge", "replay", shop, "--port", "0"]
    # Without it the checkout is not importable from another directory.
    process = subprocess.Popen(
        [*mine, "--ready-file", str(ready), *words],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stderr is not None
        for line in process.stderr:
            if line.startswith("listening on "):
                break
        while not ready.exists() and process.poll() is None:
            pass
        yield json.loads(ready.read_text())
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=20)
        assert process.returncode == 0
    finally:
        process.kill()
        process.communicate()


def asked(url, ca, *, is_new):
    trusting = ssl.create_default_context(cafile=str(ca))
    with httpx.Client(verify=trusting, http2=is_new, trust_env=False) as client:
        answer = client.get(f"{url}/a")
    return answer.http_version, answer.content


@pytest.mark.parametrize("workers", ["1", "2"])
def test_https_is_spoken_with_our_authority(shop, workers):
    """It is made where there is none, and is the one that `ca` and the proxy use."""
    with replaying(shop, "--tls", "--workers", workers) as ready:
        url = ready["url"]
        one = asked(url, ready["ca"], is_new=False)
        two = asked(url, ready["ca"], is_new=True)

    body = b'{"next": "%s/b"}' % url.encode()
    assert url.startswith("https://")
    assert (one, two) == (("HTTP/1.1", body), ("HTTP/2", body))
    told = subprocess.run(
        [sys.executable, "-m", "mockforge", "ca", "path"],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.strip() == ready["ca"]


def test_a_given_certificate_is_shown(shop, own):
    with replaying(shop, "--cert", "own.crt", "--key", "own.key") as ready:
        url = ready["url"].replace("127.0.0.1", "localhost")
        version, _ = asked(url, own, is_new=True)

    assert version == "HTTP/2"
    assert ready["ca"] is None


def test_the_settings_are_those_of_the_file(shop, own, nowhere):
    (nowhere / "mockforge.yaml").write_text(
        "server:\n  cert: own.crt\n  key: own.key\n  port: 0\n"
    )

    with replaying(shop) as ready:
        url = ready["url"].replace("127.0.0.1", "localhost")
        assert asked(url, own, is_new=True)[0] == "HTTP/2"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--key", "own.key"], "a key is of no use without its certificate"),
        (["--cert", "own.crt"], "does not hold a certificate and its key"),
        (["--cert", "gone.pem"], "cannot be read"),
        (["--cert", "gone.pem", "--workers", "2"], "cannot be read"),
        (
            ["--cert", "own.crt", "--key", "own.key", "--mode", "regular"],
            "as a proxy it shows certificates of its own authority",
        ),
    ],
)
def test_what_cannot_be_shown_is_told_before_it_listens(ran, shop, own, words, told):
    code, _, err = ran("replay", shop, "--port", "0", *words)

    assert code == 3
    assert told in err
    assert "listening" not in err


def named(host):
    return securing._names(host)


def test_a_machine_that_listens_everywhere_is_called_many_things():
    assert "192.0.2.1" not in named("0.0.0.0")
    assert named("0.0.0.0")[0] == "0.0.0.0"
    assert named("box.example")[0] == "box.example"


def test_nothing_is_made_where_nothing_is_wanted(nowhere):
    config = Config.model_validate({"proxy": {"ca_dir": str(nowhere / "ca")}})

    assert securing.secured(config) is None
    assert securing.authority(config) is None
    assert not (nowhere / "ca").exists()
