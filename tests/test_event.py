import dataclasses

import pytest

from mockforge.event import Event, Kind


def test_events_are_equal_by_what_they_hold_and_do_not_change():
    event = Event(b"hi", Kind.TEXT, from_client=True, wait=0.5)

    assert event == Event(b"hi", Kind("text"), from_client=True, wait=0.5)
    with pytest.raises(dataclasses.FrozenInstanceError):
        event.wait = 0.0  # type: ignore[misc] # what is tried here
