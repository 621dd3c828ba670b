import pytest

from mockforge.errors import RecordingError
from mockforge.recordings import places
from mockforge.recordings.formats import jsonl
from tests.worlds import exchange

CASSETTE = "interactions: []\nversion: 1\n"


@pytest.fixture
def folder(tmp_path):
    """Recordings, and what lies about beside them."""
    jsonl.write([exchange(answer=bytes(100_000))], tmp_path / "shop.jsonl")
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "login.yaml").write_text(CASSETTE)
    (tmp_path / "api.db").write_bytes(b"SQLite format 3\0rest")
    (tmp_path / "README.md").write_text("# recordings")
    (tmp_path / "package.json").write_text("{}")
    (tmp_path / ".hidden.yaml").write_text(CASSETTE)
    return tmp_path


def test_a_folder_stands_for_the_recordings_in_it(folder):
    found = places.expand([folder])

    assert found == [
        folder / "api.db",
        folder / "deep" / "login.yaml",
        folder / "shop.jsonl",
    ]


def test_urls_and_files_stand_for_themselves(folder):
    sources = ["postgresql+psycopg://db/shop", folder / "shop.jsonl"]

    assert places.expand(sources) == sources


def test_a_folder_with_one_recording_is_that_one(folder):
    assert places.one(folder / "deep") == folder / "deep" / "login.yaml"


def test_a_folder_with_several_is_not_one(folder):
    with pytest.raises(RecordingError, match="holds 3 recordings"):
        places.one(folder)


def test_a_folder_without_any_is_named(tmp_path):
    with pytest.raises(RecordingError, match="holds no recording"):
        places.expand([tmp_path])


def test_a_wrong_name_gets_the_nearest_right_one(folder):
    with pytest.raises(RecordingError) as caught:
        places.one(folder / "shopp.jsonl")

    assert f"did you mean {folder / 'shop.jsonl'}?" in str(caught.value)
    assert "next: " in str(caught.value)


def test_a_name_is_also_looked_for_in_recordings(folder, tmp_path, monkeypatch):
    (tmp_path / "recordings").mkdir()
    (tmp_path / "recordings" / "orders.jsonl").write_text("")
    monkeypatch.chdir(tmp_path)

    with pytest.raises(RecordingError, match=r"recordings/orders\.jsonl"):
        places.one("orders.jsonl")


def test_a_name_like_no_other_has_no_nearest(tmp_path):
    with pytest.raises(RecordingError) as caught:
        places.one(tmp_path / "gone" / "zzzz.db")

    assert "did you mean" not in str(caught.value)


@pytest.mark.parametrize(
    ("place", "is_one"),
    [
        ("sqlite:///a.db", True),
        ("new.db", True),
        ("new.sqlite3", True),
        ("shop.jsonl", False),
        ("missing.har", False),
    ],
)
def test_a_database_is_told_by_url_name_or_content(folder, place, is_one, monkeypatch):
    monkeypatch.chdir(folder)

    assert places.is_database(place) is is_one


def test_a_database_with_another_name_is_told_by_its_content(folder):
    (folder / "api.db").rename(folder / "api.recording")

    assert places.is_database(folder / "api.recording")
    assert places.is_recording(folder / "api.recording")


def test_what_cannot_be_opened_is_no_recording(tmp_path):
    assert not places.is_recording(tmp_path / "missing.har")
