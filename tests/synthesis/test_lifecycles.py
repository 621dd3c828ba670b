"""Statuses of one document tell of the same moment."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mockforge.chance import rng
from mockforge.synthesis import Maker, Wanted, lifecycles, made
from mockforge.synthesis.roles import role_of
from tests.synthesis.things import NOW, entity

TEXT = {"type": "string"}
TIME = {"type": "string", "format": "date-time"}
STATUS = role_of("status")


def thing(**members):
    return {"type": "object", "properties": members, "required": [*members]}


def listed(**members):
    return {"type": "array", "items": thing(**members), "minItems": 1}


def choice(*values):
    return {"type": "string", "enum": [*values]}


def test_what_is_told_bounds_what_may_be_told():
    order = entity("order")
    assert not lifecycles.is_settled(order)
    lifecycles.tell(order, STATUS, "Pending")

    values = ("delivered", "label-created", "shipped")
    assert lifecycles.agreeing(order, STATUS, values) == ("label-created",)
    assert lifecycles.agreeing(order, STATUS, ("delivered",)) == ("delivered",)
    assert lifecycles.is_open(order, "delivered")
    assert not lifecycles.is_over(order)
    assert lifecycles.plainly(order) == "pending"


def test_other_things_have_no_such_life():
    user = entity("user")
    lifecycles.tell(user, STATUS, "pending")

    assert not lifecycles.is_settled(user)
    assert lifecycles.moments_of(user, STATUS, "delivered") == frozenset()


ORDER = thing(
    id=TEXT,
    tracking=thing(
        status=choice("label_created", "in_transit", "delivered"),
        delivered_at={"type": ["string", "null"], "format": "date-time"},
        events=listed(status=TEXT, description=TEXT, occurred_at=TIME),
    ),
    status=choice("pending", "shipped", "delivered"),
    payment_status=choice("pending", "paid", "refunded"),
)
FITS = {"pending": "label_created", "shipped": "in_transit", "delivered": "delivered"}


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10**6), st.sampled_from([None, *FITS]))
def test_an_order_and_its_parcel_agree(seed, status):
    base = None if status is None else {"status": status}
    wanted = Wanted(ORDER, path="/orders/1", base=base)
    found = made(wanted, rng(seed), now=NOW)
    events = found["tracking"]["events"]
    times = [each["occurred_at"] for each in events]

    assert found["tracking"]["status"] == FITS[found["status"]]
    assert found["payment_status"] != "refunded"
    assert times == sorted(times)
    is_there = found["status"] == "delivered"
    assert (events[-1]["description"] == "Delivered") is is_there
    assert (found["tracking"]["delivered_at"] is not None) is is_there


@pytest.mark.parametrize("status", ["pending", "shipped", "delivered", "cancelled"])
@pytest.mark.parametrize("path", ["/orders/1", "/x/1"])
def test_what_a_prompt_adds_agrees_with_what_is_given(status, path):
    prompt = "Add realistic shipping and tracking details"
    base = {"id": "1", "status": status, "total": 99.5}
    found = Maker().made(Wanted(prompt=prompt, path=path, base=base), rng(1), now=NOW)

    told = [each["description"] for each in found["tracking"]["events"]]
    assert ("Delivered" in told) is (status == "delivered")
    assert not any("people" in text for text in told)
    assert found["shipping"]["cost"] < 30


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10**6), st.permutations(["status", "start_time", "name"]))
def test_what_is_still_to_come_is_not_over(seed, names):
    members = {"start_time": TIME, "name": TEXT}
    members["status"] = choice("scheduled", "completed", "cancelled")
    schema = thing(**{name: members[name] for name in names})
    found = made(Wanted(schema, path="/events/1"), rng(seed), now=NOW)

    day = found["start_time"]
    if found["status"] == "completed":
        assert day < "2025-11-21T05"
    if found["status"] == "scheduled":
        assert day > "2025-11-20"
