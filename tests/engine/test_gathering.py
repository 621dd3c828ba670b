"""Gathering: who is asked without the upstream, and who is told of it."""

import pytest

from mockforge.engine.gathering import FIT
from mockforge.provenance import Tier
from mockforge.sources.inventing import Invented
from tests.engine.mixing import Maker, ask, told, weighing


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
