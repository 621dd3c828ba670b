"""An answer is the same in whatever pieces it comes, and ends where it ends."""

import asyncio
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mockforge.load.line import HEAD, ComparingLine
from mockforge.load.prepared import Expected, Prepared, digest
from mockforge.load.tally import Trouble


class Wire(asyncio.Transport):
    """The far end: keeps what is written, and ends when told."""

    def __init__(self, line):
        super().__init__()
        self.line = line
        self.written = []
        self.closing = False

    def write(self, data):
        self.written.append(data)

    def is_closing(self):
        return self.closing

    def close(self):
        self.closing = True

    abort = close


class Listener:
    """Notes what a line tells."""

    def __init__(self):
        self.told = []

    def answered(self, line, asked, *, stays):
        self.told.append((line.status, line.digest(), stays))

    def failed(self, line, asked, trouble):
        self.told.append(trouble)

    def closed(self, line):
        self.told.append("closed")


def asking(method="GET"):
    """Return a line on which something was asked, its wire and its listener."""
    listener = Listener()
    line = ComparingLine(listener)
    wire = Wire(line)
    line.connection_made(wire)
    line.ask(Prepared(b"x", method == "HEAD", Expected(), 1, ""), 0.0, 0.0)
    return line, wire, listener


def fed(data, *, cuts=(), ends=False, method="GET", problem=None):
    """Return what is told of an answer that comes in pieces."""
    line, wire, listener = asking(method)
    places = [0, *sorted(cut % (len(data) + 1) for cut in cuts), len(data)]
    for start, end in pairwise(places):
        if end > start and not wire.closing:
            line.data_received(data[start:end])
    if ends or wire.closing:
        line.connection_lost(problem)
    return listener.told


SHORT = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"
SAME = (200, digest(b"{}"), True)
CODED = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
CHUNKED = CODED + b"1\r\n{\r\n1\r\n}\r\n0\r\n\r\n"
CLOSING = b"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}"
UNTIL_END = b"HTTP/1.1 200 OK\r\n\r\n{}"
EARLY = b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"
ANSWERS = [
    (SHORT, False, "GET", [SAME]),
    (CHUNKED, False, "GET", [SAME]),
    (EARLY + SHORT, False, "GET", [SAME]),
    (EARLY + EARLY + CHUNKED, False, "GET", [SAME]),
    (CLOSING, False, "GET", [(200, digest(b"{}"), False), "closed"]),
    (UNTIL_END, True, "GET", [(200, digest(b"{}"), False), "closed"]),
    (EARLY + UNTIL_END, True, "GET", [(200, digest(b"{}"), False), "closed"]),
    (b"HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\n{}", False, "GET",
     [(200, digest(b"{}"), False), "closed"]),
    (b"HTTP/1.1 204 No\r\n\r\n", False, "GET", [(204, digest(b""), True)]),
    (b"HTTP/1.1 304 No\r\nContent-Length: 9\r\n\r\n", False, "GET",
     [(304, digest(b""), True)]),
    (b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n", False, "HEAD",
     [(200, digest(b""), True)]),
    (EARLY + CODED, False, "HEAD",
     [(200, digest(b""), True)]),
    (b"HTTP/1.1 200 OK\r\nConnection: Close\r\n\r\n", False, "HEAD",
     [(200, digest(b""), False), "closed"]),
    (b"HTTP/1.0 200 OK\r\n\r\n", False, "HEAD", [(200, digest(b""), False), "closed"]),
    (b"HTTP/1.0 200 OK\r\nConnection: keep-alive\r\n\r\n", False, "HEAD",
     [(200, digest(b""), True)]),
]  # fmt: skip


@pytest.mark.parametrize(("data", "ends", "method", "told"), ANSWERS)
@given(cuts=st.lists(st.integers(0, 200), max_size=6))
def test_an_answer_is_whole_however_it_comes(data, ends, method, told, cuts):
    assert fed(data, cuts=cuts, ends=ends, method=method) == told


@pytest.mark.parametrize(
    ("data", "method"),
    [
        (b"SSH-2.0-x\r\n\r\n", "GET"),
        (b"HTTP/1.1 twohundred OK\r\n\r\n", "GET"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n", "GET"),
        (SHORT + SHORT, "GET"),
        (b"HTTP/1.1 101 Switching\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n", "GET"),
        (b"SSH-2.0-x\r\n\r\n", "HEAD"),
        (SHORT, "HEAD"),
        (b"HTTP/1.1 200 OK\r\n" + b"a: b\r\n" * (HEAD // 6 + 1), "GET"),
        (b"HTTP/1.1 200 OK\r\n" + b"a: b\r\n" * (HEAD // 6 + 1), "HEAD"),
    ],
)
def test_what_is_no_answer_is_told_and_ends_the_connection(data, method):
    assert fed(data, method=method) == [Trouble.BAD, "closed"]


@pytest.mark.parametrize(
    "data",
    [b"", SHORT[:-1], CHUNKED[:-2], SHORT[:20], EARLY],
)
def test_an_end_too_soon_is_no_answer(data):
    assert fed(data, ends=True) == [Trouble.RESET, "closed"]


def test_a_connection_that_breaks_is_no_end_of_a_body():
    told = fed(UNTIL_END, ends=True, problem=ConnectionResetError())

    assert told == [Trouble.RESET, "closed"]


def test_one_answer_after_another():
    line, wire, listener = asking()
    for _ in range(3):
        line.data_received(SHORT)
        line.ask(Prepared(b"y", False, Expected(), 1, ""), 0.0, 0.0)

    assert listener.told == [SAME] * 3
    assert wire.written == [b"x", b"y", b"y", b"y"]


def test_what_nobody_asked_for_ends_the_connection():
    line, wire, listener = asking()
    line.data_received(SHORT)

    line.data_received(SHORT)

    assert wire.closing
    assert listener.told == [SAME]


def test_who_gives_up_is_told_once():
    line, wire, listener = asking()

    line.give_up(Trouble.TIMEOUT)
    line.connection_lost(None)

    assert wire.closing
    assert listener.told == [Trouble.TIMEOUT, "closed"]
    assert not line.is_connected
