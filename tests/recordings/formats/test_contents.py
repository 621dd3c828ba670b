from pathlib import Path

import pytest

from mockforge.errors import RecordingError
from mockforge.recordings.formats.contents import broken, load


def test_a_byte_order_mark_is_left_out(tmp_path):
    path = tmp_path / "a.har"
    path.write_bytes(b"\xef\xbb\xbf{}")

    assert load(path) == b"{}"


@pytest.mark.parametrize("name", ["missing.har", "."])
def test_what_cannot_be_opened_is_named(tmp_path, name):
    with pytest.raises(RecordingError, match="cannot be read: "):
        load(tmp_path / name)


def test_a_broken_file_is_told_with_line_and_next_step():
    error = broken(Path("a.har"), "it is cut off", line=7)

    assert str(error) == (
        "it is cut off (a.har:7)\n"
        "  next: restore the file from where it came, or export it again"
    )
