import io
import json
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mockforge.errors import RecordingError
from mockforge.http import Chunk
from mockforge.recordings.formats import jsonl
from mockforge.recordings.formats.jsonl import Keep
from tests.recordings.anything import exchanges
from tests.worlds import exchange


def numbered(found):
    return tuple(replace(one, id=number) for number, one in enumerate(found, 1))


@settings(max_examples=150, deadline=None)
@given(st.lists(exchanges, max_size=4), st.sampled_from([Keep.BESIDE, Keep.INLINE]))
def test_what_is_written_is_read_again(found, keep):
    """Nothing of an exchange is lost, and writing it again gives the same files."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "shop.jsonl"
        jsonl.write(found, path, redact_key="ab", keep=keep)
        first = {file.name: file.read_bytes() for file in Path(folder).glob("*.*")}

        read = jsonl.read(path)

        assert read.exchanges == numbered(found)
        assert read.redact_key == "ab"
        assert read.notes == ()
        jsonl.write(read.exchanges, path, redact_key="ab", keep=keep)
        again = {file.name: file.read_bytes() for file in Path(folder).glob("*.*")}
        assert again == first


@given(st.lists(exchanges, max_size=3))
def test_every_exchange_is_one_line_of_json(found):
    out = io.BytesIO()

    assert jsonl.dump(found, out) == len(found)

    lines = out.getvalue().split(b"\n")
    assert lines[-1] == b""
    assert [isinstance(json.loads(line), dict) for line in lines[:-1]] == [True] * (
        len(found) + 1
    )


def timed(**changes):
    one = exchange(answer=b'{"id": 7}', started=1000.0, elapsed=0.5)
    headers = (*one.response.headers, (b"Date", b"Tue, 01 Jan 2030 00:00:00 GMT"))
    response = replace(
        one.response, headers=headers, chunks=(Chunk(0.1, 4), Chunk(0.2, 5))
    )
    return replace(one, response=response, session="auth:aaaa", **changes)


def later():
    """The same exchange, recorded on another day by a fresh proxy."""
    one = timed(started=99999.5)
    headers = (*one.response.headers[:-1], (b"Date", b"Wed, 02 Jan 2030 10:00:00 GMT"))
    response = replace(one.response, headers=headers, chunks=(Chunk(0.3, 9),))
    request = replace(one.request, client="10.0.0.9")
    return replace(
        one, request=request, response=response, session="auth:bbbb", elapsed=0.7
    )


def test_recording_an_unchanged_api_again_gives_the_same_file(tmp_path):
    path = tmp_path / "shop.jsonl"
    jsonl.write([timed(), timed()], path)
    before = path.read_bytes()

    jsonl.write([later(), later()], path)

    assert path.read_bytes() == before
    assert jsonl.read(path).exchanges == numbered([later(), later()])


def test_without_its_times_a_recording_still_answers(tmp_path):
    path = tmp_path / "shop.jsonl"
    jsonl.write([timed()], path, keep=Keep.NONE)

    read = jsonl.read(path)

    (one,) = read.exchanges
    assert not jsonl.times_of(path).exists()
    assert one.response is not None
    assert one.response.body == b'{"id": 7}'
    assert one.started == 0.0
    assert one.session == "s1"
    assert one.response.header("date") is None
    assert one.response.header("content-type") == "application/json"
    assert "Date" in read.notes[0]


def test_an_edited_line_loses_only_its_own_times(tmp_path):
    path = tmp_path / "shop.jsonl"
    jsonl.write([timed(), timed(endpoint="GET /")], path)
    path.write_bytes(path.read_bytes().replace(b'"endpoint":"GET /"', b'"endpoint":""'))

    first, second = jsonl.read(path).exchanges

    assert first.started == 1000.0
    assert second.started == 0.0


def test_a_big_body_goes_to_a_file_named_by_its_digest(tmp_path):
    path = tmp_path / "shop.jsonl"
    big = exchange(answer=b"\x89PNG" + bytes(100_000))
    jsonl.write([big, big], path)

    files = list(jsonl.folder_of(path).iterdir())

    assert [file.suffix for file in files] == [".png"]
    assert len(path.read_bytes()) < 2000
    assert jsonl.read(path).exchanges == numbered([big, big])


def test_files_of_bodies_that_are_gone_are_removed(tmp_path):
    path = tmp_path / "shop.jsonl"
    jsonl.write([exchange(answer=bytes(100_000))], path)

    jsonl.write([exchange()], path)

    assert not jsonl.folder_of(path).exists()


HEADER = b'{"mockforge":1}\n'


def test_a_file_that_ends_too_early_says_how_much_is_whole(tmp_path):
    path = tmp_path / "shop.jsonl"
    jsonl.write([exchange(), exchange()], path, keep=Keep.INLINE)
    path.write_bytes(path.read_bytes()[:-20])

    with pytest.raises(RecordingError) as caught:
        jsonl.read(path)

    assert str(caught.value) == (
        f"the file ends in the middle of an exchange ({path}:3); the 1 before it are"
        " whole\n  next: restore the file, or delete line 3"
    )


@pytest.mark.parametrize(
    ("content", "line", "what"),
    [
        (b'{"mockforge":2}\n', 1, "version 2"),
        (b'{"mockforge":1,"redact_key":"xyz"}\n', 1, "header"),
        (b'{"mockforge":tru', 1, "header"),
        (HEADER + b"[1]\n", 2, "not a mapping"),
        (HEADER + b"{}\n", 2, "request is missing"),
        (HEADER + b'{"request":{}}\n{"a":1}\n', 2, "request.url is missing"),
        (HEADER + b'\n\n{"requst":{}}\n', 4, "did you mean 'request'"),
        (
            HEADER + b'{"request":{"method":"GET","url":"ftp://x/"}}\n',
            2,
            "absolute http",
        ),
        (
            HEADER + b'{"request":{"method":"GET","url":"http://x/"}}\n',
            2,
            "neither a response nor a failure",
        ),
        (HEADER + b'{"request" nonsense}\n{}\n', 2, "not JSON"),
        (HEADER + b'{"request":' + b"[" * 5000 + b"\n{}\n", 2, "not JSON"),
        (HEADER + b'{"a":"\xff"}\n{}\n', 2, "not JSON"),
    ],
)
def test_what_cannot_be_read_is_named_with_its_line(tmp_path, content, line, what):
    path = tmp_path / "shop.jsonl"
    path.write_bytes(content)

    with pytest.raises(RecordingError) as caught:
        jsonl.read(path)

    assert f"{path}:{line})" in str(caught.value)
    assert what in str(caught.value)
    assert "next:" in str(caught.value)


def test_broken_times_are_named_and_can_be_done_without(tmp_path):
    path = tmp_path / "shop.jsonl"
    jsonl.write([exchange()], path)
    jsonl.times_of(path).write_bytes(jsonl.times_of(path).read_bytes()[:-9])

    with pytest.raises(RecordingError, match=r"shop\.jsonl is whole without it"):
        jsonl.read(path)


def test_only_our_own_header_is_recognised():
    assert jsonl.recognises(b'{"mockforge": 1}\n')
    assert not jsonl.recognises(b'{"log": {}}')
