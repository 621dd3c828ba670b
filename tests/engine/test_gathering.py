"""Gathering: who is asked without the upstream, and who is told of it."""

import json

import pytest

from mockforge.engine.gathering import FIT
from mockforge.provenance import Tier
from mockforge.sources.inventing import Invented
from tests.engine.mixing import Maker, ask, told, weighing
from tests.worlds import API, exchange


class Binder(Maker):
    """Binds what was recorded: it dresses too."""

    def __init__(self, score):
        super().__init__()
        self.score = score

    def claims(self, asked, session):
        return False

    def answer(self, asked, session, now):
        self.made.append((asked.method, asked.path))
        return Invented(
            told({"id": "9", "of": "binder"}), Tier.REBOUND, (1,), score=self.score
        )

    def dressed(self, asked, invented, session, now):
        return invented.response


@pytest.mark.parametrize(
    ("score", "source"), [(FIT, "recorded"), (FIT - 0.1, "synthetic")]
)
async def test_what_fits_badly_is_not_mixed(score, source):
    engine = await weighing(0.85, makers=[Binder(score), Maker()])
    says = told({"id": "9", "of": "upstream"})

    answer, _ = await ask(engine, "GET", "/new/9", says=says)

    assert [each.value for each, _ in answer.provenance.candidates][1] == source


async def test_nobody_is_told_of_what_a_blend_is_made_of():
    binder, maker = Binder(1.0), Maker()
    engine = await weighing(0.5, makers=[maker, binder])

    await ask(engine, "GET", "/new/9")

    assert (binder.noted, maker.noted) == ([], [])
    assert binder.made == maker.made == [("GET", "/new/9")]


class Knowing(Binder):
    """Lets clients in, and knows who they are as far as they said."""

    def __init__(self, bindings):
        super().__init__(1.0)
        self.bindings = bindings

    def answer(self, asked, session, now):
        if asked.method == "POST":
            return Invented(told({"token": TOKEN}), Tier.REBOUND, (1,))
        mine = told({"name": "bob"})
        return Invented(mine, Tier.REBOUND, (2,), bindings=self.bindings)


TOKEN = "5f0c8a54-5a3e-4c0e-9f6e-3d2b1a7c9e10"


@pytest.mark.parametrize(
    ("bindings", "name"), [(("name from POST /login",), "bob"), ((), "ada")]
)
async def test_who_was_let_in_here_is_nobody_that_was_recorded(bindings, name):
    knowing = Knowing(bindings)
    known = exchange(url=f"{API}/me", answer=b'{"name": "ada"}')
    engine = await weighing(0.5, known, makers=[knowing])
    key = [("Authorization", f"Bearer {TOKEN}")]

    before, _ = await ask(engine, "GET", "/me", headers=key)
    engine.reality.dial.set(0.2)
    await ask(engine, "POST", "/login", b'{"name": "bob"}')
    engine.reality.dial.set(0.65)
    after, _ = await ask(engine, "GET", "/me", headers=key)

    assert json.loads(before.response.body) == {"name": "ada"}
    assert json.loads(after.response.body) == {"name": name}
