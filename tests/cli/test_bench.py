"""`mockforge bench` as a user runs it, against servers that are really there."""

import ipaddress
import json
import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import serialization
from mitmproxy import certs
from mockforge.addons.authority import certificate

from mockforge.recordings.formats import jsonl
from tests.load.servers import answer, serving, speaking_tls
from tests.worlds import API, exchange

ROOT = Path(__file__).resolve().parents[2]
ENVIRON = {**os.environ, "PYTHONPATH": str(ROOT)}


@pytest.fixture
def shop(nowhere):
    """A recording in text form of /a and /b."""
    made = [
        exchange(url=f"{API}/a", answer=b"[1]"),
        exchange("POST", f"{API}/b", b"{}", answer=b"[2]", status=201),
    ]
    jsonl.write(made, nowhere / "shop.jsonl")
    return "shop.jsonl"


def recorded(asked):
    if asked.startswith(b"GET /a "):
        return answer(b"[1]")
    return answer(b"[2]", status=201)


def measured(ran, shop, server, *words, requests=4):
    code, out, err = ran(
        "bench", shop, "--url", server.url, "--requests", str(requests), *words
    )
    return code, out, err


def test_the_requests_of_a_recording_are_sent_and_counted(ran, shop):
    with serving(recorded) as server:
        code, out, err = measured(ran, shop, server, "--connections", "1")

    assert code == 0
    assert "4 answered, 0 failed" in out
    assert "2 of 200, 2 of 201" in out
    assert f"sending 2 requests of shop.jsonl to {server.url}" in err
    host = server.url.removeprefix("http://").encode()
    assert [each.split()[:2] for each in server.asked] == [
        *[[b"GET", b"/a"], [b"POST", b"/b"]] * 2
    ]
    assert all(b"\r\nHost: " + host in each for each in server.asked)
    assert server.asked[1].endswith(b"\r\n\r\n{}")


def test_everything_is_told_as_json(ran, shop):
    with serving(recorded) as server:
        words = ("--json", "--verify", "--rate", "200/s")
        code, out, _ = measured(ran, shop, server, *words)

    told = json.loads(out)
    assert code == told["exit_code"] == 0
    assert told["requests"]["answered"] == 4
    assert told["answers"]["bodies_compared"] == 4
    assert told["loop"] == "open"
    assert told["asked"]["rate"] == 200
    assert told["own_replay"] is False
    assert told["latency_ms"]["p50"] > 0


def test_without_a_url_a_replay_of_the_recording_is_measured(ran, shop, monkeypatch):
    monkeypatch.setenv("PYTHONPATH", str(ROOT))

    code, out, err = ran("bench", shop, "--requests", "50", "--verify", "--json")

    told = json.loads(out)
    assert code == 0, err
    assert told["requests"]["answered"] == told["answers"]["bodies_compared"] == 50
    assert told["own_replay"] is True
    assert "replaying shop.jsonl on http://127.0.0.1:" in err


@pytest.mark.parametrize(
    ("told", "words", "said"),
    [
        (answer(status=500), (), "4 with a status that was not recorded"),
        (answer(b"[9]"), ("--verify", "--method", "get"), "4 of 4 bodies differ"),
        (None, (), "4 of reset"),
        (b"nonsense\r\n\r\n", (), "4 of bad answer"),
    ],
)
def test_what_is_not_as_recorded_ends_it_with_one(ran, shop, told, words, said):
    with serving(lambda _: told) as server:
        code, out, _ = measured(ran, shop, server, *words)

    assert code == 1
    assert said in out


def test_only_what_was_chosen_is_sent(ran, shop):
    with serving(recorded) as server:
        measured(ran, shop, server, "--status", "2xx", "--path", "/b")

    assert {each.split()[1] for each in server.asked} == {b"/b"}


def test_nothing_to_send_proves_nothing(ran, shop):
    with serving(recorded) as server:
        code, _, err = measured(ran, shop, server, "--method", "PUT")

    assert code == 7
    assert "nothing can be sent" in err


def test_a_drawn_order_is_the_same_for_the_same_seed(ran, nowhere):
    made = [exchange(url=f"{API}/{number}") for number in range(20)]
    jsonl.write(made, nowhere / "many.jsonl")

    def order(*words):
        with serving(lambda _: answer()) as server:
            words = ("--shuffle", "--connections", "1", *words)
            assert measured(ran, "many.jsonl", server, *words, requests=20)[0] == 0
        return [each.split()[1] for each in server.asked]

    one = order("--seed", "1")
    assert one == order("--seed", "1")
    assert one != order("--seed", "2")
    assert sorted(one) == sorted(order())


@pytest.fixture
def authority(nowhere):
    """A directory with an authority, as the settings name it."""
    certificate(nowhere / "ca")
    (nowhere / "mockforge.yaml").write_text("proxy:\n  ca_dir: ca\n")
    return nowhere / "ca"


@pytest.fixture
def vouched(authority):
    """A certificate of this machine, signed by that authority, with its key."""
    store = certs.CertStore.from_store(authority, "mitmproxy", 2048)
    here = x509.IPAddress(ipaddress.ip_address("127.0.0.1"))
    entry = store.get_cert("127.0.0.1", [here])
    key = entry.privatekey.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    file = authority / "here.pem"
    file.write_bytes(entry.cert.to_pem() + key)
    return file


def test_a_server_that_our_own_authority_vouches_for_is_believed(ran, shop, vouched):
    with serving(recorded, speaking_tls(vouched)) as server:
        code, out, err = measured(ran, shop, server)

    assert code == 0, err
    assert "4 answered, 0 failed" in out


@pytest.mark.parametrize(("words", "code"), [((), 5), (("--insecure",), 0)])
def test_any_other_server_is_believed_only_if_told(ran, shop, authority, words, code):
    # The authority's own certificate names no server.
    with serving(recorded, speaking_tls(authority / "mitmproxy-ca.pem")) as server:
        got, out, err = measured(ran, shop, server, *words)

    assert got == code
    assert ("4 answered" in out) if code == 0 else ("no secure connection" in err)


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (["--url", "http://192.0.2.1:80"], 3, "192.0.2.1 is not this machine"),
        (["--url", "http://192.0.2.1:80"], 3, "add --target-is-mine"),
        (["--url", "http://example.com"], 3, "example.com is not this machine"),
        (["--url", "http://example.com", "--target-is-mine", "--offline"], 3,
         "nobody may be contacted"),
        (["--url", "example"], 3, "--url"),
        (["--url", "http://127.0.0.1/api"], 3, "path of its own"),
        (["--target-is-mine"], 2, "--target-is-mine only goes with --url"),
        (["--insecure"], 2, "--insecure only goes with --url"),
        (["--rate", "fast"], 2, "'fast' is no rate"),
        (["--rate", "0"], 2, "'0' is no rate"),
        (["--duration", "soon"], 2, "'soon' is not a duration"),
        (["--duration", "0"], 2, "'0' is no time"),
        (["--connections", "0"], 2, "--connections"),
        (["--requests", "0"], 2, "--requests"),
        (["--status", "9"], 2, "'9' is no status"),
        (["--rat", "5"], 2, "--rate"),
    ],
)  # fmt: skip
def test_what_is_asked_wrongly_is_told(ran, shop, words, code, told):
    got, out, err = ran("bench", shop, *words)

    assert got == code
    assert told in err
    assert out == ""


def test_a_server_that_is_not_there_is_told(ran, shop):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{taken.getsockname()[1]}"
        code, _, err = ran("bench", shop, "--url", url)

    assert code == 5
    assert "refuses connections (--url)" in err


def test_a_recording_that_is_not_there_is_told(ran, nowhere):
    code, _, err = ran("bench", "none.db")

    assert code == 4
    assert "none.db" in err


def test_what_cannot_be_sent_is_told(ran, nowhere):
    made = [exchange(), exchange("CONNECT")]
    jsonl.write(made, nowhere / "odd.jsonl")
    with serving(lambda _: answer()) as server:
        _, _, err = measured(ran, "odd.jsonl", server)

    assert "left out: 1 of method that no plain request has" in err


@pytest.mark.parametrize(
    ("rate", "per_second"), [("7", 7), ("90/m", 1.5), ("2.5/s", 2.5), ("max", "max")]
)
def test_a_rate_is_written_as_people_say_it(ran, shop, rate, per_second):
    with serving(recorded) as server:
        words = ("--rate", rate, "--json")
        _, out, _ = measured(ran, shop, server, *words, requests=1)

    assert json.loads(out)["asked"]["rate"] == per_second


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_it_and_what_was_measured_is_told(shop, nowhere, sent):
    with serving(recorded) as server:
        process = subprocess.Popen(
            [
                *(sys.executable, "-m", "mockforge", "bench", shop, "--json"),
                *("--url", server.url, "--duration", "10m", "--warmup", "0"),
            ],
            env=ENVIRON,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        try:
            while len(server.asked) < 10:
                assert process.poll() is None
            process.send_signal(sent)
            out, _ = process.communicate(timeout=60)
        finally:
            process.kill()
            process.communicate()

    told = json.loads(out)
    assert process.returncode == 0
    assert told["stopped_early"] is True
    assert told["requests"]["answered"] > 0
