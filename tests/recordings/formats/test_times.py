import json
from dataclasses import replace

import pytest

from mockforge.event import Event, Kind
from mockforge.http import Chunk
from mockforge.recordings.formats import times
from mockforge.recordings.formats.contents import Unreadable
from mockforge.recordings.formats.shape import Fields
from tests.worlds import exchange

LINE = b'{"request":{}}\n'


def whole():
    one = exchange(
        answer=b"abc", elapsed=2.0, first_byte=1.0, session="auth:1", started=5.0
    )
    response = replace(one.response, chunks=(Chunk(0.5, 3),))
    events = (Event(b"hi", Kind.TEXT, True, 0.25),)
    return replace(one, response=response, events=events)


def test_times_are_taken_out_and_put_back():
    still = times.without(whole(), "s1")

    assert still.started == 0.0
    assert still.request.client == ""
    assert still.response is not None
    assert still.response.chunks == ()
    assert still.session == "s1"
    told = json.loads(json.dumps(times.of(whole(), LINE)))
    assert times.restored(still, Fields(told, "")) == whole()


def test_headers_that_tell_the_time_are_left_open():
    headers = ((b"Date", b"now"), (b"X-Request-Id", b"7"), (b"AGE", b"3"))

    assert times.timed(headers) == [
        ["Date", None],
        ["X-Request-Id", "7"],
        ["AGE", None],
    ]


def test_equal_lines_take_their_times_in_order():
    told = [{"of": times.mark(LINE), "started": float(n)} for n in (1, 2)]
    known = times.Times([json.dumps(one).encode() for one in told])

    first, second = known.take(LINE), known.take(LINE.strip())
    assert first is not None
    assert first.number("started") == 1.0
    assert second is not None
    assert second.number("started") == 2.0
    assert known.take(LINE) is None
    assert known.take(b"another") is None


@pytest.mark.parametrize(
    "told", [{"chunks": [[1]]}, {"chunks": [1]}, {"waits": ["x"]}, {"begun": 1}]
)
def test_what_is_no_time_is_named(told):
    with pytest.raises(Unreadable):
        times.restored(whole(), Fields(told, ""))
