"""The same bytes through mitmproxy's HTTP/1 and ours: nobody can tell them apart.

`tests/bench/fuzz_lane.py` looks for longer, and shows what it finds at its smallest.
"""

import random
import re
from dataclasses import replace

import pytest
from mockforge.addons.lane import heads, wire
from mockforge.addons.lane.layer import Lane

from tests.duel import grammar, judge, shapes
from tests.duel.arena import Arena, differences, mitmproxy, ours
from tests.duel.cases import Case, read

ALLOWED = {"stricter", "race", "connections"}
"""To refuse more is safe; which of two things at once comes first is open."""

GENERATED = 700


@pytest.fixture
async def arena(confdir):
    async with Arena(confdir, theirs=mitmproxy, ours=ours) as opened:
        yield opened


async def unlike(arena, cases):
    """Return what is made of *cases* otherwise than by mitmproxy, with the case."""
    told: dict = {}
    for case in cases:
        found = [
            each for each in await differences(arena, case) if each[0] not in ALLOWED
        ]
        if found:
            told.setdefault(judge.signature(found), case.shown()[:2000])
    return told


async def test_mitmproxy_is_no_different_from_itself(confdir):
    async with Arena(confdir, theirs=mitmproxy, ours=mitmproxy) as arena:
        cases = [grammar.case(random.Random(f"same/{n}")) for n in range(150)]

        assert await unlike(arena, cases) == {}


async def test_known_ways_of_smuggling_come_to_the_same(arena):
    cases = [
        case
        for name, data in shapes.REQUESTS.items()
        for case in shapes.of_request(name, data)[:3]
    ]

    assert await unlike(arena, cases) == {}


async def test_odd_answers_come_to_the_same(arena):
    cases = [
        case
        for name, data in shapes.ANSWERS.items()
        for case in shapes.of_answer(name, data)[:3]
    ]

    assert await unlike(arena, cases) == {}


async def test_odd_conversations_come_to_the_same(arena):
    cases = [Case(steps, name=name) for name, steps in shapes.conversations()]
    secured = [replace(case, mode="tunnel", tls=True) for case in cases]

    assert await unlike(arena, cases + secured) == {}


async def test_whatever_is_said_comes_to_the_same(arena):
    cases = [grammar.case(random.Random(f"test/{n}")) for n in range(GENERATED)]

    assert await unlike(arena, cases) == {}


async def test_what_our_layer_sends_has_one_reading(arena, monkeypatch):
    """Looser servers than we are see the same requests in it."""
    handed, hand_over = [], Lane._handed_over

    def noted(lane):
        handed.append(lane)
        return hand_over(lane)

    monkeypatch.setattr(Lane, "_handed_over", noted)
    cases = [Case((("c", data),), name=name) for name, data in shapes.REQUESTS.items()]
    cases += [grammar.case(random.Random(f"views/{n}")) for n in range(300)]
    sent, doubtful = 0, []

    for case in cases:
        handed.clear()
        trace = await arena.trace("ours", replace(case, tls=False, mode="reverse"))
        if handed:
            continue
        for _, told, _ in trace.upstreams:
            sent += 1
            if len({*judge.views(told).values()}) > 1:
                doubtful.append((case.name, told))

    assert sent > 100
    assert doubtful == []


async def test_a_fault_in_reading_heads_shows(arena, monkeypatch):
    monkeypatch.setattr(heads, "_LENGTH", re.compile(rb"\+?[0-9]+"))
    case = shapes.of_request("CL plus", shapes.REQUESTS["CL plus"])[0]

    assert "laxer" in {kind for kind, _ in await differences(arena, case)}


async def test_a_fault_in_writing_shows(arena, monkeypatch):
    monkeypatch.setattr(wire, "closes", lambda message: False)
    case = Case((("c", shapes.REQUESTS["close"]), ("a", shapes.OK)))

    assert "laxer" in {kind for kind, _ in await differences(arena, case)}


def test_a_case_is_shown_so_that_it_can_be_read():
    case = grammar.case(random.Random("shown"))

    assert read(case.shown()) == case
