import pytest

from mockforge.errors import ConfigError
from mockforge.recordings.learning import learned_of
from mockforge.recordings.pins import beside, pins_of
from tests.worlds import exchange, recording

LINE = "ignore GET /search query.q\n"


def test_pins_lie_beside_their_recording(tmp_path):
    (tmp_path / "shop.pins").write_text(LINE)

    (pin,) = pins_of(str(tmp_path / "shop.db")).lines

    assert pin.path == ("query", "q")
    assert pins_of(str(tmp_path / "other.db")).lines == ()


def test_two_recordings_of_one_name_have_their_own(tmp_path):
    (tmp_path / "shop.pins").write_text("nonsense")
    (tmp_path / "shop.har.pins").write_text(LINE)

    assert len(pins_of(str(tmp_path / "shop.har")).lines) == 1


def test_a_database_elsewhere_has_none_beside():
    assert beside("postgresql+psycopg://host/db") is None
    assert pins_of("postgresql+psycopg://host/db").lines == ()


def test_a_named_file_must_be_there_and_be_text(tmp_path):
    with pytest.raises(ConfigError, match="there is no file"):
        pins_of("shop.db", str(tmp_path / "gone.pins"))
    (tmp_path / "odd.pins").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ConfigError, match="cannot be read"):
        pins_of("shop.db", str(tmp_path / "odd.pins"))


async def test_what_is_learned_of_a_recording_is_as_its_pins_say(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "recordings").mkdir()
    (tmp_path / "recordings" / "shop.pins").write_text(LINE)
    url = "https://api.example/search?q=desk"

    learned = await learned_of(recording(exchange("GET", url)))

    assert learned.bindings.minted_by_client("GET /search") == {("query", "q")}
