"""Times are written as their field has them."""

import pytest

from mockforge.chance import rng
from mockforge.learning.fields.seen import MISSING
from mockforge.synthesis import Maker, Wanted
from mockforge.synthesis.dated import VOICES, form_of, is_still_to_come
from mockforge.synthesis.moments import written
from tests.synthesis.asks import several, thing
from tests.synthesis.things import NOW, entity, field, when


@pytest.mark.parametrize(
    ("made", "form"),
    [
        (field("created_at"), "date-time"),
        (field("signup_date"), "date"),
        (field("created_at", format="date"), "date"),
        (field("timestamp", "integer"), "seconds"),
        (field("timestamp_ms", "integer"), "milliseconds"),
        (field("start_time", maxLength=5), "clock"),
    ],
)
def test_a_field_tells_a_form(made, form):
    assert form_of(made) == form


def test_seconds_are_near_now():
    made = VOICES["created"](entity("order"), field("timestamp", "integer"))

    assert NOW - 90 * 86_400 < made <= NOW
    assert VOICES["created"](entity(), field("time", "integer", maximum=9)) is MISSING


def test_a_status_tells_what_is_to_come():
    assert is_still_to_come("pending", "delivered")
    assert is_still_to_come("active", "deleted")
    assert not is_still_to_come("delivered", "delivered")
    assert not is_still_to_come("cancelled", "deleted")


@pytest.mark.parametrize(
    ("name", "told", "digits"),
    [
        ("ts", "Unix time in milliseconds", 13),
        ("ts", "Seconds since the epoch", 10),
        ("time", "Nanoseconds since the Unix epoch", 19),
        ("created_at_ms", "", 13),
        ("createdMillis", "", 13),
        ("epochMs", "", 13),
        ("timestamp_us", "", 16),
        ("iat", "", 10),
        ("updated_at", "", 10),
    ],
)
def test_a_number_counts_what_its_name_or_its_schema_says(name, told, digits):
    extra = {"description": told} if told else {}
    schema = thing("", **{name: {"type": "integer", **extra}})
    made = Maker(schema).made(Wanted(schema, path="/events/7"), rng(1), now=NOW)[name]

    assert len(str(made)) == digits


def test_what_is_asked_for_ahead_was_made_before_and_takes_place_then():
    spoken = thing("dateTime timeZone")
    fields = thing("id created updated", start=spoken, end=spoken)
    low, high = (int(NOW + days * 86_400) for days in (10, 17))
    query = {"timeMin": f"{written(low, 'date-time')}",
             "timeMax": f"{written(high, 'date-time')}"}  # fmt: skip
    schema = several(fields)
    wanted = Wanted(schema, path="/calendars/1/events", query=query, count=4)
    for one in Maker(schema).made(wanted, rng(1, "c"), now=NOW):
        start, end = (when(one[name]["dateTime"]) for name in ("start", "end"))
        assert low <= start < end
        assert start <= high
        assert when(one["created"]) <= when(one["updated"]) <= NOW
