import pytest

from mockforge.recordings.formats import jsonl
from mockforge.recordings.summary import summary
from mockforge.recordings.transfer import bring_in
from tests.worlds import exchange


@pytest.fixture
def shop(tmp_path):
    path = tmp_path / "shop.jsonl"
    exchanges = [
        exchange(url="https://b.example/", started=20.0),
        exchange(url="https://a.example/", started=10.0),
        exchange(url="https://a.example/x", started=15.0, answer=bytes(100_000)),
    ]
    jsonl.write(exchanges, path)
    return path


@pytest.mark.parametrize(
    ("name", "form"), [("shop.jsonl", "jsonl"), ("shop.db", "database")]
)
async def test_a_recording_in_one_line(shop, tmp_path, name, form):
    await bring_in([shop], tmp_path / "shop.db")

    found = await summary(tmp_path / name)

    assert found.form == form
    assert found.exchanges == 3
    assert found.hosts == ("a.example", "b.example")
    assert (found.first, found.last) == (10.0, 20.0)


async def test_the_size_of_a_text_file_has_the_bodies_beside_it(shop):
    assert (await summary(shop)).size > 100_000


async def test_a_recording_without_times_has_none(tmp_path):
    path = tmp_path / "a.yaml"
    path.write_text("interactions: []\nversion: 1\n")

    found = await summary(path)

    assert (found.form, found.first, found.last) == ("vcr", None, None)
