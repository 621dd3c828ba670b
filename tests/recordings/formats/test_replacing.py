import errno

import pytest

from mockforge.errors import RecordingError
from mockforge.recordings.formats.replacing import replacing, unwritable


def test_a_file_takes_the_place_of_the_old_one_at_the_end(tmp_path):
    path = tmp_path / "a"
    path.write_text("old")
    path.chmod(0o640)

    with replacing(path) as file:
        file.write(b"new")
        assert path.read_text() == "old"

    assert path.read_text() == "new"
    assert path.stat().st_mode & 0o777 == 0o640
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("raised", "seen"),
    [
        (ValueError("mine"), ValueError),
        (OSError(errno.ENOSPC, "No space left on device"), RecordingError),
    ],
)
def test_whatever_goes_wrong_the_old_file_is_whole(tmp_path, raised, seen):
    path = tmp_path / "a"
    path.write_text("old")

    def write():
        with replacing(path) as file:
            file.write(b"ne")
            raise raised

    with pytest.raises(seen):
        write()

    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("number", "step"),
    [
        (errno.ENOSPC, "free some space"),
        (errno.ENOENT, "mkdir -p"),
        (errno.EACCES, "may write to"),
    ],
)
def test_the_error_says_what_to_do(tmp_path, number, step):
    error = unwritable(tmp_path / "a", OSError(number, "Reason"))

    assert "cannot be written: Reason" in str(error)
    assert step in str(error)


def test_a_folder_that_is_not_there_is_named(tmp_path):
    def write():
        with replacing(tmp_path / "no" / "a"):
            pass

    with pytest.raises(RecordingError, match="mkdir -p"):
        write()
