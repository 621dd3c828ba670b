"""Rates within are of the counts around them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mockforge.chance import rng
from mockforge.synthesis import Wanted, made

WHOLE, SHARE = {"type": "integer"}, {"type": "number", "minimum": 0, "maximum": 1}


def thing(**told):
    return {"type": "object", "properties": told, "required": [*told]}


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 10**9))
def test_opens_and_clicks_of_what_was_sent(seed):
    opens = thing(unique_opens=WHOLE, open_rate=SHARE)
    clicks = thing(unique_clicks=WHOLE, click_rate=SHARE)
    schema = thing(emails_sent=WHOLE, opens=opens, clicks=clicks)
    found = made(Wanted(schema, path="/reports/1"), rng(seed), now=1_763_700_000.0)

    sent = found["emails_sent"]
    opened, clicked = found["opens"], found["clicks"]
    assert clicked["unique_clicks"] <= opened["unique_opens"] <= sent
    assert opened["open_rate"] == pytest.approx(opened["unique_opens"] / sent, abs=1e-3)
    assert clicked["click_rate"] == pytest.approx(
        clicked["unique_clicks"] / sent, abs=1e-3
    )
