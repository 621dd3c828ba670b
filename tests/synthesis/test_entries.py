"""What logs say is as grave as their level and status."""

import pytest

from mockforge.synthesis.lexicons.entries import ENTRIES, LEVELS
from tests.synthesis.asks import ask, several, thing

STARTS = {
    text.split("{")[0]: grave for grave, texts in ENTRIES.items() for text in texts
}


def grave(text):
    return next(level for start, level in STARTS.items() if text.startswith(start))


@pytest.mark.parametrize(
    "names", [["DEBUG", "INFO", "WARN", "ERROR"], ["info", "warning", "critical"]]
)
@pytest.mark.parametrize("is_last", [False, True])
def test_an_entry_is_as_grave_as_its_level(names, is_last):
    level = {"level": {"type": "string", "enum": names}}
    message = {"message": {"type": "string"}}
    members = {**message, **level} if is_last else {**level, **message}
    made = ask("/logs", "/logs", several(thing("id", **members)), count=12)

    for one in made:
        assert grave(one["message"]) == LEVELS[one["level"].lower()], one
