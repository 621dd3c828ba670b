"""A proxy learns while it records; what it keeps is what `mockforge learn` finds."""

import json

import pytest

from mockforge.config import Config
from mockforge.recordings.files import StoredRecording, open_recording
from mockforge.recordings.matchers import Matcher, MatchOptions
from mockforge.recordings.patterns import patterns_of, patterns_to_keep
from mockforge.store.schema import PATTERNS
from tests.journeys.test_session import orders, script


async def thrice(client):
    for _ in range(3):
        await script(client)


@pytest.mark.parametrize("surface", ["proxy"], indirect=True)
async def test_what_a_proxy_learned_is_what_is_learned_of_its_recording(journey):
    await journey.record(orders, thrice)
    recording = await open_recording(journey.database, matcher=Matcher(MatchOptions()))
    try:
        assert isinstance(recording, StoredRecording)
        assert await recording.reader.meta(PATTERNS) is not None
        online = await patterns_of(recording, Config())

        anew, is_kept = await patterns_to_keep(recording, Config(), again=True)

        assert is_kept
        assert online.count == 30
        assert json.dumps(online.to_json()) == json.dumps(anew.to_json())
        kinds = {row.kind for row in online.shown()}
        assert kinds == {"latency", "errors", "sequences", "frequency"}
    finally:
        await recording.close()
