from collections import Counter
from itertools import pairwise
from typing import Any

import pytest

from mockforge.learning.learner import learn
from mockforge.learning.patterns.law import Law
from mockforge.learning.patterns.observation import Observation
from mockforge.learning.patterns.part import Subject
from mockforge.learning.sequences.sequences import Sequences
from mockforge.learning.sequences.steps import END, START, Step
from mockforge.simulation.chain import LearnedChain, Unlearned
from mockforge.simulation.values import Places
from mockforge.simulation.walk import Walk
from tests.simulation.notes import Api
from tests.simulation.test_walk import walked
from tests.simulation.worlds import draw, recorded, stories_of

LAW = Law()


def chain_of(exchanges):
    """Return the chain learned of *exchanges*, and their stories."""
    located: Any = learn(exchanges).endpoints.located
    seen = [
        Observation(
            id=one.id,
            endpoint=located(one.request).key,
            status=one.response.status,
            failure=None,
            session=one.session,
            persona=None,
            started=one.started,
            first_byte=one.first_byte,
            elapsed=one.elapsed,
            size=len(one.response.body),
            asked=one.request.target.encode(),
        )
        for one in exchanges
    ]
    sequences = Sequences()
    sequences.update(Subject("*"), seen, LAW)
    stories = stories_of(exchanges)
    return LearnedChain(sequences, LAW, stories), stories


@pytest.fixture(scope="module")
def known():
    return chain_of(recorded(24))


def test_only_what_was_done_after_a_step_is_drawn(known):
    chain, _ = known

    told = dict(chain.next([Step("POST /login", 200)]))

    assert [step.endpoint for step in told] == ["POST /notes"]
    assert chain.next([Step("POST /login", 401)]) == ()


def test_what_was_seen_too_seldom_is_not_drawn():
    chain, _ = chain_of(recorded(4))

    assert chain.next([]) == ()
    assert chain.next([Step("POST /login", 200)]) == ()
    assert chain.gap(Step("GET /", 200), Step("POST /register", 201), 0.5) is None
    assert chain.share == 0.0
    assert 0.0 < chain_of(recorded(8))[0].share < 1.0


def test_gaps_are_of_those_between_the_two_steps(known):
    chain, _ = known
    before, after = Step("GET /", 200), Step("POST /register", 201)

    gaps = [chain.gap(before, after, u) for u in (0.01, 0.5, 0.99)]

    assert gaps == sorted(gaps)
    assert 0.4 <= gaps[0] < gaps[1] < gaps[2] <= 4.4


def test_nothing_is_known_of_nothing():
    chain = LearnedChain(Sequences(), LAW, stories_of([]))

    assert chain.next([]) == Unlearned().next([]) == ()
    assert chain.share == 0.0
    assert Unlearned().gap(START, END, 0.5) is None


def transitions(sessions):
    """Return the shares of what follows what."""
    pairs: Counter[tuple[str, str]] = Counter()
    for steps in sessions:
        names = ["start", *(step.endpoint for step in steps), "end"]
        pairs.update(pairwise(names))
    return {pair: count / pairs.total() for pair, count in pairs.items()}


def test_simulated_sessions_look_like_the_recorded_ones(known):
    """As many of each transition, and answers as recorded at nearly every step."""
    chain, stories = known
    api, done, well = Api("elsewhere"), [], []
    fresh: Places = frozenset()
    for number in range(120):
        chance = lambda turn, word, n=number: draw(turn + 1000 * n, word)  # noqa: E731
        walk = Walk(stories, number % 24, chain, chance, fresh=fresh)
        if not fresh:
            register = stories.takes[stories.by_step["POST /register", 201][0]]
            walk.fresh = fresh = walk.unique(register)
        well += [status in take.expected for take, status in walked(walk, api)]
        done.append(walk.done)

    live = transitions(done)
    before = transitions(
        [[stories.takes[n].step for n in story] for story in stories.stories]
    )
    off = sum(abs(live.get(p, 0) - before.get(p, 0)) for p in live.keys() | before) / 2
    assert off < 0.1
    assert sum(well) / len(well) > 0.97
