"""When an answer's addresses are turned back to us."""

import pytest

from mockforge.engine import Plan
from mockforge.http import Origin
from tests.worlds import request

API = Origin("https", "api.example")
US = "http://127.0.0.1:8080"


@pytest.mark.parametrize(
    ("called", "upstreams", "turns"),
    [
        (US, (API,), True),
        (US, (), False),
        (str(API), (API,), False),
        (US, (API, Origin("https", "auth.example")), True),
    ],
)
def test_addresses_are_turned_only_for_who_called_us_by_our_own(
    called, upstreams, turns
):
    asked = request(url=f"{called}/x")

    plan = Plan(asked, asked, "s", wants_upstream=True, upstreams=upstreams)

    assert (plan.outward is not None) is turns
    if plan.outward is not None:
        assert plan.outward.public == asked.origin
