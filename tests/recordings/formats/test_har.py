import io
import json
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mockforge.errors import RecordingError
from mockforge.recordings.formats import har
from tests.recordings.anything import exchanges
from tests.worlds import exchange


@settings(max_examples=150, deadline=None)
@given(st.lists(exchanges, max_size=4))
def test_out_and_in_is_the_identity(found):
    with TemporaryDirectory() as folder:
        path = Path(folder) / "shop.har"
        har.write(found, path, redact_key="ab")
        first = path.read_bytes()

        read = har.read(path)

        assert read.exchanges == tuple(
            replace(one, id=number) for number, one in enumerate(found, 1)
        )
        assert read.redact_key == "ab"
        har.write(read.exchanges, path, redact_key="ab")
        assert path.read_bytes() == first


@given(exchanges)
def test_what_is_written_has_what_har_asks_for(found):
    out = io.BytesIO()
    har.dump([found], out)

    log = json.loads(out.getvalue())["log"]

    assert {"version", "creator", "entries"} <= log.keys()
    (entry,) = log["entries"]
    assert {"startedDateTime", "time", "request", "response", "cache", "timings"} <= (
        entry.keys()
    )
    assert {"method", "url", "httpVersion", "cookies", "headers", "queryString"} <= (
        entry["request"].keys()
    )
    assert {"status", "statusText", "cookies", "headers", "content"} <= (
        entry["response"].keys()
    )


@pytest.mark.parametrize(
    ("head", "is_har"),
    [
        (b'{"log": {"version": "1.2"', True),
        (b'\n{\n  "log" : {\n', True),
        (b'{"comment": "x", "log": {"entries": []}}', True),
        (b'{"mockforge": 1}', False),
        (b'{"logs": {}}', False),
        (b"log: {}", False),
    ],
)
def test_a_har_file_is_told_by_its_log(head, is_har):
    assert har.recognises(head) is is_har


@pytest.mark.parametrize(
    ("content", "what"),
    [
        ('{"log": {"entries": 5}}', "log.entries is 5, not a list"),
        ('{"log": {"entries": [{"request"', ":1)"),
        (
            '{"log": {"entries": [\n\n{"request": {"method": "GET"}}]}}',
            "log.entries[0].request.url is missing (",
        ),
        ('{"log": {"_mockforge": {"form": 9}, "entries": []}}', "newer mockforge"),
        ('{"log": {"_mockforge": {"form": 1, "redact_key": "q"}}}', "hexadecimal"),
        ('{"log": 1}', "log is 1, not a mapping"),
    ],
)
def test_what_cannot_be_read_is_named(tmp_path, content, what):
    path = tmp_path / "a.har"
    path.write_text(content)

    with pytest.raises(RecordingError) as caught:
        har.read(path)

    assert what in str(caught.value)


def test_a_bad_entry_is_named_with_its_line(tmp_path):
    path = tmp_path / "a.har"
    path.write_text('{"log": {"entries": [\n\n{"request": {"method": "GET"}}]}}')

    with pytest.raises(RecordingError, match=r"a\.har:3\)"):
        har.read(path)


def test_a_byte_order_mark_does_not_matter(tmp_path):
    path = tmp_path / "a.har"
    har.write([exchange()], path)
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())

    assert len(har.read(path).exchanges) == 1
