import pytest

from mockforge.recordings.formats import parsing
from mockforge.recordings.formats.contents import Unreadable
from mockforge.recordings.formats.shape import Fields

REQUEST = {"method": "GET", "url": "http://x/"}


def parsed(known=None, **fields):
    line = {"request": REQUEST, "response": {"status": 200}, **fields}
    taken = None if known is None else Fields(known, "line 2")
    return parsing.exchange(Fields(line, ""), None, taken)


def test_the_least_a_line_says_is_enough():
    found = parsed()

    assert found.request.url == "http://x/"
    assert found.response.status == 200
    assert found.response.body == b""


def test_open_headers_are_filled_from_the_times():
    headers = [["Date", None], ["A", "b"]]
    response = {"status": 200, "headers": headers}

    assert parsed(response=response).response.headers == ((b"A", b"b"),)
    assert parsed({"headers": ["now"]}, response=response).response.headers == (
        (b"Date", b"now"),
        (b"A", b"b"),
    )
    assert parsing.lacks_times(Fields({"response": response}, ""))


@pytest.mark.parametrize(
    ("fields", "what"),
    [
        ({"response": {"status": "x"}}, "response.status is 'x'"),
        ({"response": {"status": 200, "headers": [["A"]]}}, "not a pair"),
        ({"response": {"status": 200, "headers": [["A", 5]]}}, "is 5, not text"),
        ({"response": {"status": 200, "headers": [["A", "\u20ac"]]}}, "no header can"),
        ({"failure": {"kind": "mood"}}, "there are dns, refused"),
        ({"events": [{"from": "god", "text": ""}]}, "not 'client' or 'server'"),
        ({"source": "dream"}, "there are upstream"),
        ({"times": {"ended": 1}}, "times.ended is not a field"),
        ({"responses": {}}, "did you mean 'response'"),
    ],
)
def test_what_is_not_right_is_named_by_its_path(fields, what):
    with pytest.raises(Unreadable, match=what):
        parsed(**fields)
