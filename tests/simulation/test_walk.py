from typing import Any

import pytest

from mockforge.bodies.messages import told_of
from mockforge.http import Response
from mockforge.learning.sequences.steps import END, Step
from mockforge.simulation.chain import Unlearned
from mockforge.simulation.walk import Walk
from tests.simulation.notes import Api
from tests.simulation.worlds import draw, recorded, stories_of
from tests.worlds import API, exchange

NOW = 1_800_000_000.0


@pytest.fixture(scope="module")
def stories():
    return stories_of(recorded())


def walked(walk, api, most=100):
    """Go to the end of *walk* with *api*; return the takes with the live statuses."""
    found: list[Any] = []
    while (take := walk.next()) is not None and len(found) < most:
        found.append((take, step(walk, take, api)))
    return found


def begun(walk):
    """Return what is next, which there is."""
    take = walk.next()
    assert take is not None
    return take


def step(walk, take, api):
    bound = walk.bound(take, NOW)
    response = api(bound.request)
    walk.heard(take, response, told_of(response), NOW)
    return response.status


class Known:
    """What is known of the order of steps, by the endpoint of the last one."""

    def __init__(self, table, gaps=None):
        self.table, self.gaps = table, gaps

    def next(self, context):
        return self.table.get(context[-1].endpoint if context else "", ())

    def gap(self, before, after, u):
        return self.gaps


def test_a_recorded_session_goes_with_what_another_server_gives(stories):
    """Tokens, ids, cursors, cookies and the guard are those of the live instance."""
    for number in range(len(stories.stories)):
        walk = Walk(stories, number, Unlearned(), draw)

        done = walked(walk, Api("elsewhere"))

        assert [take.number for take, _ in done] == [*stories.stories[number]]
        assert [status for _, status in done] == [take.step.status for take, _ in done]


def test_the_same_session_twice_makes_what_its_client_made_anew(stories):
    api = Api("elsewhere")
    for _ in range(2):
        walk = Walk(stories, 0, Unlearned(), draw)
        walked(walk, api, most=2)
    again = Walk(stories, 0, Unlearned(), draw, fresh=frozenset())
    step(again, begun(again), api)
    second = begun(again)

    assert step(again, second, api) == 409
    again.fresh = again.unique(second)
    assert step(again, second, api) == 201
    rest = walked(again, api)
    assert [status for _, status in rest] == [take.step.status for take, _ in rest]


def test_idempotency_keys_are_new_in_each_session(stories):
    api = Api("elsewhere")
    for number in range(2):
        chance = lambda turn, word, n=number: draw(turn + 1000 * n, word)  # noqa: E731
        walked(Walk(stories, number, Unlearned(), chance), api)

    keys = {
        one.request.header("Idempotency-Key")
        for one in recorded()
        if one.request.header("Idempotency-Key")
    }
    assert api.keys
    assert not keys & api.keys.keys()


def test_the_chain_decides_the_next_step(stories):
    chain = Known(
        {
            "": [(Step("GET /", 200), 1.0)],
            "GET /": [(Step("POST /register", 201), 1.0)],
            "POST /register": [(Step("POST /login", 200), 1.0)],
            "POST /login": [(Step("GET /notes", 200), 1.0)],
            "GET /notes": [(END, 1.0)],
        }
    )
    done = walked(Walk(stories, 0, chain, draw), Api("elsewhere"))

    assert [(take.step.endpoint, status) for take, status in done] == [
        ("GET /", 200),
        ("POST /register", 201),
        ("POST /login", 200),
        ("GET /notes", 200),
    ]


def test_what_cannot_be_done_yet_is_not_drawn(stories):
    """Nobody reads a note by its id who has not been given one."""
    read = Step("GET /notes/{note_id}", 200)
    (name,) = {k for k, _ in stories.by_step if k.startswith("GET /notes/{")}
    read = Step(name, 200)
    chain = Known({"": [(read, 0.99), (Step("GET /", 200), 0.01)]})

    take = begun(Walk(stories, 0, chain, draw))

    assert take.step.endpoint == "GET /"


def test_the_recorded_follower_is_taken_where_the_chain_agrees(stories):
    chain = Known({"POST /login": [(Step("POST /notes", 201), 1.0)]})
    walk = Walk(stories, 2, chain, draw)
    takes = [take for take, _ in walked(walk, Api("elsewhere"), most=5)]

    assert [take.position for take in takes[:4]] == [0, 1, 2, 3]
    assert {take.story for take in takes} == {2}


def test_gaps_are_the_learned_ones_or_those_recorded(stories):
    api = Api("elsewhere")
    walk = Walk(stories, 0, Known({}, gaps=2.5), draw)
    take = begun(walk)
    assert walk.gap(take) == 0.0
    step(walk, take, api)
    assert walk.gap(begun(walk)) == 2.5

    walk = Walk(stories, 0, Unlearned(), draw)
    step(walk, begun(walk), api)
    take = begun(walk)
    assert walk.gap(take) == take.gap
    assert 0.5 <= take.gap <= 4.0


@pytest.mark.parametrize("told", [-3.0, float("nan"), float("inf")])
def test_no_gap_is_less_than_nothing_or_for_ever(stories, told):
    walk = Walk(stories, 0, Known({}, gaps=told), draw)
    step(walk, begun(walk), Api())

    assert 0.0 <= walk.gap(begun(walk)) <= 1800.0


def test_a_session_ends_however_the_chain_goes_round(stories):
    chain = Known({name: [(Step("GET /", 200), 1.0)] for name in ("", "GET /")})

    done = walked(Walk(stories, 0, chain, draw), Api(), most=10_000)

    assert len(done) == 4 * stories.longest


def test_the_same_draws_give_the_same_session(stories):
    table = {
        "": [(Step("GET /", 200), 1.0)],
        "GET /": [(Step("POST /register", 201), 0.6), (Step("GET /", 200), 0.4)],
        "POST /register": [(Step("GET /", 200), 0.5), (END, 0.5)],
    }

    def once():
        done = walked(Walk(stories, 0, Known(table), draw), Api())
        return [take.number for take, _ in done]

    assert once() == once()


def test_no_answer_is_a_step_too(stories):
    walk = Walk(stories, 0, Unlearned(), draw)
    take = begun(walk)
    walk.heard(take, None, None, NOW)

    assert walk.done == [Step("GET /", 0)]
    assert begun(walk).position == 1


def test_what_does_not_fail_this_time_is_not_asked_again():
    made = [
        exchange(url=f"{API}/a", status=503),
        exchange(url=f"{API}/a", status=503),
        exchange(url=f"{API}/a"),
        exchange(url=f"{API}/b"),
    ]
    stories = stories_of(made)

    def asked(status):
        walk = Walk(stories, 0, Unlearned(), draw)
        answers = lambda _: Response(status)  # noqa: E731
        return [take.position for take, _ in walked(walk, answers)]

    assert asked(200) == [0, 3]
    assert asked(503) == [0, 1, 2, 3]
