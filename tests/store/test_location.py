import sqlite3
from contextlib import closing

import pytest

from mockforge.errors import RecordingError
from mockforge.store.location import check, has_log, is_logged, parse
from mockforge.store.tables import APPLICATION


def make(path, *, application=APPLICATION, rows=200):
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA application_id={application}")
        connection.execute("CREATE TABLE t (x)")
        connection.executemany("INSERT INTO t VALUES (?)", [("x" * 99,)] * rows)
        connection.commit()


@pytest.mark.parametrize(
    ("text", "shown", "name"),
    [
        ("recordings/api.db", "recordings/api.db", "api"),
        ("sqlite:///recordings/api.db", "recordings/api.db", "api"),
        ("sqlite+aiosqlite:////tmp/x y.db", "/tmp/x y.db", "x y"),
        (
            "postgresql://me:secret@db.example.com/shop",
            "postgresql+psycopg://me:***@db.example.com/shop",
            "shop",
        ),
        ("postgresql+asyncpg://h/shop", "postgresql+psycopg://h/shop", "shop"),
    ],
)
def test_a_path_or_a_url_is_a_place(text, shown, name):
    place = parse(text)

    assert (place.shown, place.name) == (shown, name)


@pytest.mark.parametrize("text", ["mysql://h/x", "http://h/x", "sqlite://", "1://"])
def test_a_url_that_holds_no_recordings_is_refused(text):
    with pytest.raises(RecordingError, match=r"recording|no file"):
        parse(text)


def test_a_missing_file_names_the_nearest(tmp_path):
    make(tmp_path / "shop.db")
    (tmp_path / "shop.db-wal").touch()

    with pytest.raises(RecordingError, match=r"nearest is '.*/shop\.db'"):
        check(tmp_path / "shp.db", create=False)


def test_a_missing_folder_is_told(tmp_path):
    with pytest.raises(RecordingError, match="no folder"):
        check(tmp_path / "no" / "api.db", create=False)


def test_what_can_be_made_need_not_be_there(tmp_path):
    (tmp_path / "empty.db").touch()

    assert check(tmp_path / "new.db", create=True) is False
    assert check(tmp_path / "empty.db", create=True) is False


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "is empty"),
        (b"SQLite format 3\x00", "cut off: 16 bytes"),
        (b"SQLite", "cut off: 6 bytes"),
        (b"GET / HTTP/1.1\r\n", "not a SQLite database"),
        (b'{"log": {}}', r"it begins with b'\{\"log"),
    ],
)
def test_a_file_that_is_no_database_is_refused(tmp_path, content, why):
    path = tmp_path / "x.db"
    path.write_bytes(content)

    with pytest.raises(RecordingError, match=why):
        check(path, create=False)


def test_a_folder_is_refused(tmp_path):
    with pytest.raises(RecordingError, match="is a folder"):
        check(tmp_path, create=True)


def test_a_database_of_another_program_is_refused(tmp_path):
    make(tmp_path / "other.db", application=0)

    with pytest.raises(RecordingError, match="another program"):
        check(tmp_path / "other.db", create=True)


def test_a_truncated_database_is_refused(tmp_path):
    path = tmp_path / "api.db"
    make(path)
    assert check(path, create=False) is True

    path.write_bytes(path.read_bytes()[:-4096])
    with pytest.raises(RecordingError, match="cut off"):
        check(path, create=False)


def test_a_database_with_a_log_is_known_by_its_head(tmp_path):
    path = tmp_path / "api.db"
    assert not is_logged(path)
    make(path)
    assert not is_logged(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode=WAL")

    assert is_logged(path)


def test_with_a_log_the_length_proves_nothing(tmp_path):
    path = tmp_path / "api.db"
    make(path)
    path.write_bytes(path.read_bytes()[:-4096])
    assert not has_log(path)
    (tmp_path / "api.db-wal").write_bytes(b"log")

    assert has_log(path)
    assert check(path, create=False) is True


def test_a_name_with_marks_of_urls_can_be_opened_for_reading(tmp_path):
    path = tmp_path / "50% off?#1.db"
    make(path)
    url = parse(path).reading(immutable=True).url

    with closing(
        sqlite3.connect(f"{url.database}?mode=ro&immutable=1", uri=True)
    ) as connection:
        assert connection.execute("SELECT count(*) FROM t").fetchone() == (200,)
