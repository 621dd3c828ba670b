import gzip
from dataclasses import replace

import pytest

from mockforge.cli import shown
from mockforge.event import Event, Kind
from mockforge.exchange import Failure, FailureKind
from tests.worlds import exchange


def whole(one, *, bodies=False):
    return shown.whole(one, bodies=bodies)


def test_an_exchange_is_a_row():
    one = exchange(answer=b"{}", started=1e9, elapsed=0.25, id=7)

    assert shown.row(one) == [
        "7",
        "2001-09-09 01:46:40Z",
        "GET",
        "https://api.example/",
        "200",
        "application/json",
        "2",
        "250ms",
    ]


def test_a_failure_is_shown_by_its_kind():
    one = exchange(response=None, failure=Failure(FailureKind.DNS, "no such host"))

    assert shown.status(one) == "dns"
    assert "failed: dns: no such host" in whole(one)


def test_json_is_indented_whatever_its_coding():
    one = exchange(answer=gzip.compress(b'{"a":[1]}'))
    headers = (*one.response.headers, (b"Content-Encoding", b"gzip"))
    one = replace(one, response=replace(one.response, headers=headers))

    assert '{\n  "a": [\n    1\n  ]\n}' in whole(one)


def test_bytes_that_are_no_text_are_counted():
    assert "(3 bytes that are no text)" in whole(exchange(answer=b"\x00\xff\x01"))


def test_a_long_body_ends_unless_all_is_asked_for():
    one = exchange(answer=b"\n".join(b"line %d" % n for n in range(100)))

    assert "… 60 more lines; --body shows all" in whole(one)
    assert "line 99" in whole(one, bodies=True)


def test_a_long_line_ends_too():
    one = exchange(answer=b"x" * 1000)

    assert f"{'x' * shown.LINE}… (1000 characters)" in whole(one)


def test_a_body_cut_off_says_so():
    one = exchange(answer=b"part")
    one = replace(one, response=replace(one.response, size=99))

    assert "(4 of 99 bytes were kept)" in whole(one)


def test_messages_are_shown_with_their_direction():
    events = (Event(b"hi", Kind.TEXT, True, 0.5), Event(b"\0", Kind.BINARY, False, 1.0))

    text = whole(exchange(events=events))

    assert "> +0.500s hi\n< +1.000s (binary, 1 bytes)" in text


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (0, "0 B"),
        (1023, "1023 B"),
        (1536, "1.5 KB"),
        (5 << 20, "5.0 MB"),
        (1 << 40, "1024.0 GB"),
    ],
)
def test_a_size_is_in_the_unit_that_suits_it(count, text):
    assert shown.size(count) == text


@pytest.mark.parametrize("started", [None, 0.0, 1e300])
def test_no_time_is_shown_as_nothing(started):
    assert shown.clock(started) == ""
