"""Who invents is asked after what was recorded, and told of all that is answered."""

import logging

import pytest

from mockforge.engine import Engine, Inventions
from mockforge.http import Response
from mockforge.provenance import Source, Tier
from mockforge.sources.inventing import Invented
from tests.worlds import API, exchange, recorded, recording, request


class Teller:
    """Answers /made, claims /moved, and writes down what it is told."""

    def __init__(self, status=200, tier=None):
        self.noted = []
        self._made = Invented(Response(status), tier, (1,), ("id: minted",), 0.5)

    def claims(self, asked, session):
        return asked.path == "/moved"

    def answer(self, asked, session, now):
        return self._made if asked.path in ("/made", "/moved") else None

    def note(self, asked, response, session, now):
        self.noted.append((asked.path, response.status))


class Broken:
    def claims(self, asked, session):
        raise KeyError("secret")

    def answer(self, asked, session, now):
        raise KeyError("secret")

    def note(self, asked, response, session, now):
        raise KeyError("secret")


async def engine_of(*inventors, first=False):
    source = await recorded(
        recording(exchange(url=f"{API}/a"), exchange(url=f"{API}/moved", status=201))
    )
    named = [("shop", inventor) for inventor in inventors]
    return Engine(recorded=source, inventions=Inventions(named, first=first))


async def asked(engine, path):
    return await engine.answer(request(url=f"{API}{path}"))


async def test_what_was_recorded_is_answered_as_it_was_and_noted():
    teller = Teller()
    engine = await engine_of(teller)

    answer = await asked(engine, "/a")

    assert (answer.provenance.tier, answer.repeatable) == (Tier.EXACT, False)
    assert teller.noted == [("/a", 200)]


async def test_what_was_not_recorded_is_made_and_the_others_are_told():
    one, two = Teller(203), Teller()
    engine = await engine_of(one, two)

    answer = await asked(engine, "/made")

    assert answer.response.status == 203
    assert answer.provenance.source is Source.SYNTHETIC
    assert answer.provenance.bindings == ("id: minted",)
    assert answer.provenance.score == 0.5
    assert "no recording answers" in answer.why[0]
    assert (one.noted, two.noted) == ([], [("/made", 203)])
    assert engine.ledger.answered == {"synthetic": 1}


async def test_an_answer_bound_anew_names_its_exchange():
    engine = await engine_of(Teller(tier=Tier.REBOUND))

    answer = await asked(engine, "/made")

    assert answer.provenance.source is Source.RECORDED
    assert answer.provenance.exchange_ids == (1,)
    assert answer.provenance.recording == "shop"


async def test_what_has_moved_away_from_the_recording_is_made():
    engine = await engine_of(Teller(202))

    assert (await asked(engine, "/moved")).response.status == 202


@pytest.mark.parametrize(("path", "status"), [("/a", 200), ("/made", 202), ("/b", 404)])
async def test_who_invents_first_falls_back_to_the_recording(path, status):
    engine = await engine_of(Teller(202), first=True)

    assert (await asked(engine, path)).response.status == status


async def test_who_fails_to_invent_makes_a_miss_and_no_failure(caplog):
    engine = await engine_of(Broken(), Teller(202))
    caplog.set_level(logging.ERROR)

    assert (await asked(engine, "/made")).response.status == 202
    assert (await asked(engine, "/b")).response.status == 404
    assert (await asked(engine, "/a")).response.status == 200
    assert "unexpected KeyError" in caplog.text
    assert "secret" not in caplog.text


class Dresser(Teller):
    """Says for whom an answer is in its head."""

    def answer(self, asked, session, now):
        return None

    def dressed(self, asked, invented, session, now):
        head = ((b"For", asked.path.encode()),)
        return Response(invented.response.status, head)


@pytest.mark.parametrize(("tier", "head"), [(None, "/made"), (Tier.REBOUND, None)])
async def test_the_head_of_what_is_made_up_is_bound_by_who_can(tier, head):
    dresser = Dresser()
    engine = await engine_of(Teller(tier=tier), dresser)

    answer = await asked(engine, "/made")

    assert answer.response.header("For") == head
    assert dresser.noted == [("/made", 200)]
