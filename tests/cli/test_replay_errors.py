"""`mockforge replay --errors` as a user runs it."""

import http.client
import os
import signal
import subprocess
import sys
from collections import Counter
from contextlib import contextmanager
from pathlib import Path

import pytest

from mockforge.http import Response
from mockforge.recordings.formats import jsonl
from tests.worlds import API, exchange

ROOT = Path(__file__).resolve().parents[2]
ENVIRON = {**os.environ, "PYTHONPATH": str(ROOT)}
BUSY = Response(503, ((b"Retry-After", b"2"), (b"Content-Length", b"4")), b"busy")


@pytest.fixture
def shop(tmp_path):
    """A recording where one request in ten fails, and one thing is not there."""
    made = []
    for number in range(200):
        url = f"{API}/orders/{number % 9}"
        fails = {"response": BUSY} if number % 10 == 4 else {}
        made.append(exchange(url=url, answer=b'{"n": %d}' % number, **fails))
    made.append(exchange(url=f"{API}/orders/99", status=404))
    file = tmp_path / "shop.jsonl"
    jsonl.write(made, file)
    return file


@contextmanager
def replaying(*words, cwd):
    """Yield a connection to a replay in a process of its own."""
    mine = [sys.executable, "-m", "mockforge", "replay", "--port", "0"]
    process = subprocess.Popen(
        [*mine, *map(str, words)],
        cwd=cwd,
        env=ENVIRON,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stderr is not None
        said = ""
        for said in process.stderr:
            if said.startswith("listening on "):
                break
        address = said.split()[-1].partition("://")[2]
        line = http.client.HTTPConnection(address, timeout=10)
        yield line
        line.close()
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=20)
    finally:
        process.kill()
        process.communicate()


def get(line, path):
    line.request("GET", path)
    answer = line.getresponse()
    return answer.status, answer.getheader("Retry-After"), answer.read()


@pytest.mark.parametrize(("errors", "fails"), [("learned", True), ("none", False)])
def test_a_request_fails_as_often_as_it_did_and_is_answered_when_asked_again(
    shop, tmp_path, errors, fails
):
    with replaying(shop, "--errors", errors, cwd=tmp_path) as line:
        told = [get(line, f"/orders/{number % 9}") for number in range(300)]
        gone = {get(line, "/orders/99")[0] for _ in range(20)}

    counted = Counter(status for status, _, _ in told)
    assert set(counted) == ({200, 503} if fails else {200})
    assert not fails or 12 <= counted[503] <= 50
    assert {one for one in told if one[0] == 503} <= {(503, "2", b"busy")}
    assert gone == {404}
