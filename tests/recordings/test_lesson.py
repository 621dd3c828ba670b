import json
import threading

import pytest

from mockforge.config import Config
from mockforge.recordings import lesson as lessons
from mockforge.recordings.files import open_recording
from mockforge.recordings.lesson import Lesson
from mockforge.recordings.patterns import patterns_of
from mockforge.store.file import StoredFile
from mockforge.store.reader import open_reader
from tests.recordings import traffic


@pytest.fixture
def hurried():
    """Nobody is waited for."""
    found = threading.Event()
    found.set()
    return found


@pytest.mark.parametrize("step", [1, 7, 40])
async def test_taken_in_as_it_comes_it_is_what_all_of_it_teaches(
    tmp_path, hurried, step
):
    """Also where endpoints are known better later: the first orders are all alike."""
    path, made = tmp_path / "a.db", traffic.orders(80)
    lesson, reader = Lesson(Config(), hurried), None
    for start in range(0, len(made), step):
        await traffic.write(path, made[start : start + step])
        reader = reader or await open_reader(path)
        assert isinstance(reader, StoredFile)
        lesson.take(reader, None)
    assert reader is not None
    await reader.close()
    recording = await open_recording(path, matcher=traffic.MATCHER)

    whole = await patterns_of(recording, Config())

    assert json.dumps(lesson.settled().to_json()) == json.dumps(whole.to_json())
    assert lesson.last == 80
    await recording.close()


async def test_if_too_much_is_left_at_the_end_it_is_left(
    tmp_path, hurried, monkeypatch
):
    monkeypatch.setattr(lessons, "MOST_LEFT", 10)
    await traffic.write(tmp_path / "a.db", traffic.orders(20))
    reader = await open_reader(tmp_path / "a.db")
    assert isinstance(reader, StoredFile)
    lesson = Lesson(Config(), hurried)

    lesson.take(reader, None)

    assert lesson.last == 0
    assert list(lesson.settled().shown()) == []
    await reader.close()
