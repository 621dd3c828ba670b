"""Beginnings are told with the ends they go with."""

import pytest

from mockforge.synthesis.edges import parts_of, spans_of


@pytest.mark.parametrize(
    ("names", "pairs"),
    [
        (("start", "end"), {("start", "end")}),
        (("startedAt", "finishedAt"), {("startedAt", "finishedAt")}),
        (
            ("start_time", "end_time", "clock_in", "clock_out"),
            {("start_time", "end_time"), ("clock_in", "clock_out")},
        ),
        (
            ("current_period_start", "current_period_end", "trial_start", "trial_end"),
            {
                ("current_period_start", "current_period_end"),
                ("trial_start", "trial_end"),
            },
        ),
        (("pickupDate", "returnDate"), {("pickupDate", "returnDate")}),
        (("validFrom", "validUntil"), {("validFrom", "validUntil")}),
        (("created_at", "updated_at"), set()),
    ],
)
def test_what_begins_and_ends(names, pairs):
    assert {(one.start, one.end) for one in spans_of(names)} == pairs


def test_two_words_are_one():
    assert parts_of("checkInDate") == ("checkin", "date")
