import pytest
from mockforge.addons.lane.uploads import uploaded
from mockforge.addons.lane.way import Left, Unfit

CHUNKS = b"3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n"


class Arriving:
    """A client whose bytes arrive one at a time."""

    def __init__(self, data, *, leaves=False):
        self.unread = bytearray()
        self.has_left = False
        self._left, self._leaves = list(data), leaves

    def arrive(self):
        if self._left:
            self.unread.append(self._left.pop(0))
        elif self._leaves:
            self.has_left = True
        else:
            raise EOFError


class Short:
    def limit(self, *, request):
        return 4


def read(way, length, spill=None):
    steps = uploaded(way, length, spill)
    try:
        while True:
            assert next(steps) is None
            way.arrive()
    except StopIteration as done:
        return done.value


@pytest.mark.parametrize(("data", "length"), [(b"abcde", 5), (CHUNKS, None)])
def test_a_body_is_waited_for_and_taken(data, length):
    way = Arriving(data)

    assert read(way, length) == b"abcde"
    assert way.unread == b""


def test_what_follows_a_body_is_left():
    way = Arriving(b"")
    way.unread += CHUNKS + b"GET"

    assert read(way, None) == b"abcde"
    assert way.unread == b"GET"


@pytest.mark.parametrize(
    ("why", "data"),
    [
        ("trailers", CHUNKS[:-2] + b"T: u\r\n\r\n"),
        ("no size", b"x\r\nabc\r\n"),
        ("a bare line feed", b"3\nabc\r\n0\r\n\r\n" + b"\r\n"),
    ],
)
def test_chunks_that_are_unusual_are_not_taken(why, data):
    way = Arriving(data)

    with pytest.raises(Unfit):
        read(way, None)
    assert data.startswith(way.unread), why
    assert way.unread


def test_a_body_too_long_to_be_held_is_not_taken():
    with pytest.raises(Unfit):
        read(Arriving(CHUNKS), None, Short())


@pytest.mark.parametrize(
    ("length", "told"),
    [(9, "received 5 bytes, expected 9"), (None, "incomplete chunked read")],
)
def test_a_client_that_leaves_before_is_told_of(length, told):
    data = b"abcde" if length else CHUNKS[:-2]

    with pytest.raises(Left, match=told):
        read(Arriving(data, leaves=True), length)
