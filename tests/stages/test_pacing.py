"""Which pauses of a recorded answer are kept, and for how long."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mockforge.http import Chunk, Response
from mockforge.stages.pacing import Latency, Pace, is_stream

EVENTS = ((b"content-type", b"Text/Event-Stream; charset=utf-8"),)
JSON = ((b"Content-Type", b"application/json"),)
SIZED = ((b"Content-Length", b"4"),)


def came(*waits, headers=JSON):
    chunks = tuple(Chunk(wait, 2) for wait in waits)
    return Response(200, headers, b"ab" * len(waits), chunks=chunks)


@pytest.mark.parametrize(
    ("response", "expected"),
    [
        (came(0.0, 0.0, headers=EVENTS), True),
        (came(0.0, 0.06, 0.06), True),
        (came(0.0, 0.02, 0.02), False),
        (came(5.0), False),
        (came(5.0, 0.01), False),
        (came(0.0, 3.0, headers=SIZED), False),
        (Response(200, JSON, b"{}"), False),
    ],
    ids=[
        "event stream",
        "pauses",
        "the network's",
        "late",
        "late, then at once",
        "a slow download",
        "at once",
    ],
)
def test_a_stream_is_told_by_its_type_or_its_pauses(response, expected):
    assert is_stream(response) is expected


@pytest.mark.parametrize(
    ("pace", "first_byte", "expected"),
    [
        (Pace(), 0.5, 0.0),
        (Pace(Latency.RECORDED), 0.5, 0.5),
        (Pace(Latency.RECORDED, speed=2.0), 0.5, 0.25),
        (Pace(Latency.RECORDED), None, 0.0),
        (Pace(Latency.LEARNED, speed=2.0), 0.5, 0.25),
        (Pace(Latency.RECORDED), -1.0, 0.0),
        (Pace(Latency.RECORDED), float("nan"), 0.0),
        (Pace(Latency.RECORDED, speed=1e-300), 1e300, 86_400.0),
    ],
)
def test_an_answer_waits_only_if_asked_to(pace, first_byte, expected):
    assert pace.delay(first_byte) == pytest.approx(expected)


def test_a_stream_keeps_its_pauses_at_any_speed():
    stream = came(0.2, 0.4, headers=EVENTS)

    assert Pace().paced(stream) is stream
    waits = [chunk.wait for chunk in Pace(speed=2.0).paced(stream).chunks]
    assert waits == pytest.approx([0.1, 0.2])


def test_what_came_in_pieces_keeps_the_pieces_alone():
    answer = Pace().paced(came(0.3, 0.01))

    assert answer.chunks == (Chunk(0.0, 2), Chunk(0.0, 2))


@given(
    st.lists(st.floats(0, 10), max_size=8),
    st.floats(0.01, 100),
    st.sampled_from([JSON, EVENTS, SIZED]),
)
def test_the_bytes_are_never_touched(waits, speed, headers):
    response = came(*waits, headers=headers)

    paced = Pace(speed=speed).paced(response)

    assert (paced.body, paced.headers) == (response.body, response.headers)
    assert [chunk.size for chunk in paced.chunks] == [2] * len(waits)
