"""A request is answered if it differs in what is minted, and else is not."""

import copy
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mockforge.bodies.document import general, leaves
from mockforge.provenance import Tier
from mockforge.sources.correlated.minted import Spots, kinds
from tests.sources.correlated.living_worlds import THEN, Client, Fixed, Taken, replay
from tests.worlds import API, request

NAMES = st.sampled_from(["id", "ref", "at", "of", "n"])
MINTED = st.uuids(version=4).map(str)
PLAIN = st.one_of(
    st.integers(0, 99), st.sampled_from(["red", "blue", ""]), st.booleans(), st.none()
)


@st.composite
def sessions(draw):
    """Return requests, where something is minted in them, and how they are asked."""
    shape = st.recursive(
        st.one_of(MINTED, PLAIN),
        lambda inner: st.one_of(
            st.lists(inner, max_size=3), st.dictionaries(NAMES, inner, max_size=3)
        ),
        max_leaves=8,
    )
    bodies = draw(st.lists(st.dictionaries(NAMES, shape, max_size=4), max_size=5))
    renamed: dict[str, str] = {}
    steps = []
    for body in bodies:
        live, is_same = copy.deepcopy(body), True
        for path, value in leaves(body):
            if isinstance(value, str) and len(value) == 36:
                renamed.setdefault(value, draw(MINTED))
                put(live, path, renamed[value])
            elif draw(st.integers(0, 9)) == 0:
                put(live, path, "another")
                is_same = False
        steps.append((body, live, is_same))
    return renamed, steps


def put(body, path, value):
    """Put *value* where *path* leads."""
    for step in path[:-1]:
        body = body[step]
    body[path[-1]] = value


def minted(bodies):
    """Return the general paths of what is minted in *bodies*."""
    return {
        ("body", *general(path))
        for body in bodies
        for path, value in leaves(body)
        if isinstance(value, str) and len(value) == 36
    }


def differs(body, live, places):
    """Return whether *live* differs from *body* in anything but *places*."""
    there = dict(leaves(live))
    return any(
        there[path] != value and ("body", *general(path)) not in places
        for path, value in leaves(body)
    )


@settings(max_examples=60, deadline=None)
@given(sessions())
async def test_only_what_is_minted_may_differ(session):
    _, steps = session
    taken = Taken()
    for number, (body, _, _) in enumerate(steps):
        taken.took("POST", f"/things/{number}", body, {"number": number, "was": body})
    places = minted(body for body, _, _ in steps)
    lesson = Fixed(POST=places)
    async with replay(*taken.exchanges, lesson=lesson) as (engine, _):
        client = Client(engine)
        for number, (body, live, is_same) in enumerate(steps):
            status, told = await client.json("POST", f"/things/{number}", live)
            if is_same:
                assert status == 200
                assert told == {"number": number, "was": live}
            elif differs(body, live, places):
                assert status == 404
    assert engine.ledger.missed + sum(engine.ledger.answered.values()) == len(steps)
    assert set(engine.ledger.answered) <= {Tier.EXACT, Tier.CORRELATED}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1700000000", "abcdefgh"),
        (5, "5"),
        (None, False),
        ("job-1699999990-red", "job-1699999995-blue"),
        ("ord_8fK2mQx7Lw9ZpT4v", "inv_3hJ6nBv1Yc5XsR0q"),
        (THEN, THEN - 3600),
        (THEN - 3600, THEN - 7200),
        ("7c9e6679-7425-40de-944b-e07fc1f90ae7", "red"),
    ],
)
def test_values_of_two_kinds_never_stand_for_each_other(one, other):
    assert next(kinds(one, THEN)) not in set(kinds(other, THEN))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (1, 2.5),
        ("12", "345"),
        (THEN, THEN - 300),
        ((THEN - 7200) * 1000, (THEN - 7230) * 1000),
        ("job-1699999990-red", "job-1699999995-red"),
        ("ord_8fK2mQx7Lw9ZpT4v", "ord_3hJ6nBv1Yc5XsR0q"),
        (
            "7c9e6679-7425-40de-944b-e07fc1f90ae7",
            "0b0cb0e3-5ee0-4f3c-a9d7-6c3ae2d1f3aa",
        ),
        ("2023-11-14T22:13:20Z", "2023-11-14T22:13:21Z"),
    ],
)
def test_values_of_one_kind_do(one, other):
    assert next(kinds(one, THEN)) in set(kinds(other, THEN))


def test_a_request_with_very_many_minted_values_is_left_alone():
    body = json.dumps({"ids": list(range(100))}).encode()
    asked = request("POST", f"{API}/x", body)
    assert Spots.of(asked, {("body", "ids", "*")}) is None
    assert Spots.of(asked, ()) is None
    assert Spots.of(asked, {("body", "other")}) is None
