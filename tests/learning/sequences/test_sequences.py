"""What follows what: learned, followed, faded, forgotten, kept."""

import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from mockforge.learning.patterns.law import Law
from mockforge.learning.patterns.observation import Observation
from mockforge.learning.patterns.part import Part, Subject
from mockforge.learning.sequences import END, Sequences, Step
from tests.learning.sequences.traffic import EVERYBODY, LAW, learned, seen, walked

BUY = ["GET /items", "GET /items/{id}", "POST /cart", "POST /orders"]
LOOK = ["GET /items", "GET /items/{id}", "GET /items"]


def step(endpoint, status=200, state=None):
    return Step(endpoint, status, state)


def chances(found, *context, law=LAW):
    return dict(found.next([step(one) for one in context], law))


def test_the_next_step_is_the_one_that_mostly_followed():
    found = learned(walked(*[BUY] * 6))

    assert found.next([], LAW)[0][0] == step("GET /items")
    assert found.next([step(one) for one in BUY[:3]], LAW)[0][0] == step("POST /orders")
    assert found.next([step(one) for one in BUY], LAW)[0][0] == END


def test_the_chances_of_all_next_steps_add_up_to_one():
    found = learned(walked(*[BUY, LOOK] * 4))

    for context in ([], BUY[:1], BUY[:2], ["never seen"]):
        assert abs(sum(chances(found, *context).values()) - 1) < 1e-9


def test_more_than_the_last_step_tells_what_comes_next():
    first = ["GET /a", "GET /x", "GET /after-a"]
    second = ["GET /b", "GET /x", "GET /after-b"]
    found = learned(walked(*[first, second] * 6))

    assert chances(found, "GET /a", "GET /x")["GET /after-a", 200, None] > 0.7
    assert chances(found, "GET /b", "GET /x")["GET /after-b", 200, None] > 0.7


def test_a_session_ends_after_a_gap_and_begins_anew():
    steps = walked(*[["GET /a", "GET /b"]] * 8)
    one = [seen._replace(session="one") for seen in steps]
    found = learned(one)

    assert chances(found, "GET /b")[END] > 0.8


def test_sessions_that_interleave_do_not_mix():
    """Thirty-two of them at once, each with endpoints of its own."""
    rows: list[Observation] = []
    for turn in range(6):
        for number in range(32):
            rows.append(
                seen(
                    f"GET /{number}/{turn}",
                    session=str(number),
                    id=len(rows) + 1,
                    started=1000.0 + len(rows) / 10,
                )
            )
    found = learned(rows, batch=40)

    for number in range(32):
        context = [step(f"GET /{number}/{turn}") for turn in range(5)]
        assert found.next(context, LAW)[0][0] == step(f"GET /{number}/5")


def test_nothing_is_told_below_the_least_number_of_samples():
    found = learned(walked(BUY))

    assert found.next([], LAW) == []
    assert found.flows(LAW) == []
    assert found.next([], Law(min_samples=3)) != []


def test_the_gap_is_one_that_was_seen():
    found = learned(walked(*[BUY] * 8, gap=2.0))

    for u in (0.0, 0.5, 1.0):
        gap = found.gap(step("GET /items"), step("GET /items/{id}"), u)
        assert 1.7 < gap < 2.1
    assert found.gap(step("GET /items"), step("never seen"), 0.5) > 1.0
    assert found.gap(step("never seen"), step("GET /items"), 0.5) == 0.0


def test_a_persona_has_sequences_of_its_own_once_there_are_enough():
    found = learned(walked(*[BUY] * 6))
    found.update(Subject("*", "admin"), walked(*[["GET /admin"]] * 12), LAW)
    found.update(Subject("*", "rare"), walked(["GET /rare"]), LAW)

    assert found.next([], LAW, "admin")[0][0] == step("GET /admin")
    assert found.next([], LAW, "rare")[0][0] == step("GET /items")
    assert found.next([], LAW)[0][0] == step("GET /items")


def test_a_change_is_followed_as_fast_as_the_sensitivity_says():
    """To nine tenths within ceil(ln .1 / ln(1 - .2)) = 11 updates."""
    before = [["GET /a", "GET /b"]] * 200
    after = [["GET /a", "GET /c"]] * 10
    found = learned(walked(*before))
    for number in range(11):
        clock = 2_000_000.0 + 100_000 * number
        rows = walked(*after, started=clock, first=1000 * (number + 1))
        found.update(EVERYBODY, rows, LAW)

    assert found.next([step("GET /a")], LAW)[0][0] == step("GET /c")
    assert chances(found, "GET /a")["GET /c", 200, None] >= 0.89


def test_evidence_that_fades_ends_by_not_being_applied():
    found = learned(walked(*[BUY] * 3))
    for _ in range(60):
        found.fade(EVERYBODY, LAW)

    assert found.samples() < LAW.min_samples
    assert found.next([], LAW) == []


def test_what_is_forgotten_is_in_nothing_that_is_told():
    found = learned(walked(*[BUY, LOOK] * 6))
    found.forget(Subject("POST /cart"))

    assert "POST /cart" not in {one.endpoint for one, _ in found.next([], LAW)}
    assert found.next([step("GET /items/{id}")], LAW)[0][0] == step("GET /items")
    found.forget(EVERYBODY)
    assert found.to_json() == []


def test_forgetting_an_endpoint_leaves_no_context_with_it():
    found = learned(walked(*[BUY] * 6))
    found.forget(Subject("GET /items/{id}"))

    again = Sequences.from_json(json.loads(json.dumps(found.to_json())))
    assert chances(again, "GET /items/{id}", "POST /cart")


SESSIONS = st.lists(
    st.lists(st.sampled_from(["GET /a", "GET /b", "POST /c"]), min_size=1, max_size=6),
    min_size=1,
    max_size=12,
)


@settings(max_examples=40, deadline=None)
@given(SESSIONS, st.integers(1, 20))
def test_it_is_the_same_after_it_was_kept(sessions, batch):
    rows = walked(*sessions)
    law = Law(min_samples=3)
    whole, piecewise = learned(rows, law, batch), Sequences()
    for start in range(0, len(rows), batch):
        piecewise.update(EVERYBODY, rows[start : start + batch], law)
        kept = json.loads(json.dumps(piecewise.to_json()))
        piecewise = Sequences.from_json(kept)

    assert piecewise.to_json() == whole.to_json()
    assert piecewise.next([], law) == whole.next([], law)


ODD = st.sampled_from([float("nan"), float("inf"), -1e300, -5.0, 0.0, 1e300])


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(ODD, ODD, st.booleans()), max_size=12))
def test_clocks_that_lie_are_survived(moments):
    rows = [
        seen("GET /a", id=number, started=started, elapsed=elapsed, status=status * 200)
        for number, (started, elapsed, status) in enumerate(moments)
    ]
    found = learned(rows, Law(min_samples=1))
    found.next([], Law(min_samples=1))
    list(found.shown(LAW))
    Sequences.from_json(json.loads(json.dumps(found.to_json())))


def test_what_is_no_sequences_is_refused():
    broken: dict[str, Any] = {"chain": {"steps": [], "branches": [[]]}}
    refused: list[Any] = [3, [3], [["a"]], [[None, broken]]]
    for kept in refused:
        try:
            Sequences.from_json(kept)
        except ValueError:
            continue
        raise AssertionError(kept)


def test_nothing_is_known_of_an_empty_recording():
    found = Sequences()
    found.fade(EVERYBODY, LAW)
    found.forget(Subject("GET /a"))

    assert found.next([], LAW) == []
    assert list(found.shown(LAW)) == []
    assert found.diagram(LAW) == "stateDiagram-v2\n"
    assert found.gap(step("GET /a"), END, 0.5) == 0.0


def test_it_is_a_part_of_the_patterns():
    found: Part = Sequences()
    assert found.kind == "sequences"
