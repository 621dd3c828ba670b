"""Times that are asked for bound those of what is made."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mockforge.synthesis.windows import Span, interval, month_of, spans_in
from tests.synthesis.asks import ask, several, thing
from tests.synthesis.things import NOW

DAY = 86_400.0


@pytest.mark.parametrize(
    ("text", "days"),
    [("2026-01-01", 1), ("2026-02", 28), ("1.2.2026", 1), ("today", 1),
     ("2026-01-01T10:00:00Z", 0), ("2026-01-01 10:00:00 02:00", 0), ("1767225600", 0),
     ("1767225600000", 0), ("last_week", 7)],
)  # fmt: skip
def test_times_are_read_in_many_spellings(text, days):
    found = interval(text, NOW)

    assert found is not None
    low, high = found
    assert high - low == days * DAY


@pytest.mark.parametrize(
    "text", ["", "12", "OSL", "2026-13-01", "2026-02-30", "9999", "2026-01-01Tx",
             "9" * 40, "²", "20260101T"]
)  # fmt: skip
def test_what_is_no_time_is_none(text):
    assert interval(text, NOW) is None


@given(st.text(max_size=30))
def test_any_text_is_a_time_or_none(text):
    found = interval(text, NOW)
    month_of(text)

    assert found is None or found[0] <= found[1]
    spans_in({"from": text, "days": text, "year": text, "month": text}, NOW)


@pytest.mark.parametrize(
    ("query", "span"),
    [
        ({"from": "2025-01-01", "to": "2025-01-31"},
         Span((), 1735689600.0, 1738368000.0)),
        ({"created_after": "2025-01-01"}, Span(("created",), 1735689600.0, None)),
        ({"due[lte]": "2025-01-01"}, Span(("due",), None, 1735776000.0)),
        ({"date": "2025-01-01"}, Span((), 1735689600.0, 1735776000.0)),
        ({"year": "2025", "month": "1"}, Span((), 1735689600.0, 1738368000.0)),
        ({"days": "7"}, Span((), NOW - 7 * DAY, NOW)),
        ({"since": "24h"}, Span((), NOW - DAY, None)),
        ({"departure_date": "2025-01-01"},
         Span(("departure",), 1735689600.0, 1735776000.0)),
    ],
)  # fmt: skip
def test_parameters_name_spans(query, span):
    assert spans_in(query, NOW) == [span]


@pytest.mark.parametrize("query", [{"birth_date": "1990-01-01"}, {"from": "OSL"},
                                   {"x": "2025-01-01"}])  # fmt: skip
def test_other_parameters_name_none(query):
    assert spans_in(query, NOW) == []


@settings(max_examples=25, deadline=None)
@given(
    st.integers(2015, 2024),
    st.integers(1, 12),
    st.sampled_from(
        ["created_at:dt", "date:d", "timestamp:dt", "posted_on:d", "orderDate:dt"]
    ),
)
def test_what_is_made_is_within(year, month, field):
    low, high = f"{year}-{month:02d}-01", f"{year}-{month:02d}-28"
    url = f"/payments?from={low}&to={high}"
    found = ask("/payments", url, several(thing(f"id amount:n {field}")), count=5)

    for each in found:
        assert low <= each[field.partition(":")[0]][:10] <= high


def test_what_is_to_come_begins_within():
    item = thing("title start_time:dt end_time:dt")
    url = "/events?from=2026-03-01&to=2026-03-31"
    train = several(thing("from to departs_at:dt arrives_at:dt"))
    days = ask("/trains", "/trains?departure_date=2026-01-10", train, count=3)

    for each in ask("/events", url, several(item), count=6):
        assert "2026-03-01" <= each["start_time"] < each["end_time"]
        assert each["start_time"] < "2026-04-01"
    for each in days:
        assert "2026-01-10" <= each["departs_at"] < each["arrives_at"] < "2026-01-12"


def test_there_is_one_for_each_day():
    schema = thing("from:d to:d", daily=several(thing("date:d visits:i")))
    found = ask("/stats", "/stats?from=2025-01-01&to=2025-01-07", schema)

    assert [each["date"] for each in found["daily"]] == [
        f"2025-01-0{day}" for day in range(1, 8)
    ]


def test_a_report_is_written_after_what_it_is_on():
    schema = thing("year:i month:i generated_at:dt", days=several(thing("date:d")))
    found = ask("/reports/{year}/{month}", "/reports/2024/2", schema)

    assert found["generated_at"] >= "2024-03-01"
    assert all(each["date"].startswith("2024-02") for each in found["days"])
