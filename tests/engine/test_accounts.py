"""Every answer names its source, and its account can be asked for."""

import pytest

from mockforge.engine import Accounts, Engine
from mockforge.engine.accounts import FIELD, KEPT, field_of
from mockforge.provenance import Provenance, Source, Tier
from tests.worlds import API, exchange, recorded, recording, request


async def engine_of(*exchanges, is_told=True):
    source = await recorded(recording(*exchanges))
    return Engine(recorded=source, accounts=Accounts(is_told=is_told))


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (Provenance(None, id="a1"), "none; id=a1"),
        (
            Provenance(Source.RECORDED, (3,), "shop", Tier.EXACT, id="r0-3"),
            "recorded; tier=exact; exchange=3; id=r0-3",
        ),
        (
            Provenance(Source.RECORDED, (3, 4), "s", Tier.REBOUND, score=0.5, id="a2"),
            "recorded; tier=rebound; exchange=3,4; score=0.50; id=a2",
        ),
        (Provenance(Source.SYNTHETIC, score=1.0, id="a3"), "synthetic; id=a3"),
        (
            Provenance(Source.RECORDED, (3,), drifted=("status", "n"), id="a4"),
            "recorded; exchange=3; drifted=2; id=a4",
        ),
    ],
)
def test_a_source_is_named_in_one_line(told, expected):
    assert field_of(told) == expected


async def test_an_exact_answer_has_the_same_account_each_time():
    engine = await engine_of(exchange(url=f"{API}/a?token=sk-live-1"))
    answers = [
        await engine.answer(request(url=f"{API}/a?token=sk-live-1")) for _ in range(2)
    ]
    name = answers[0].provenance.id

    fields = {answer.response.header(FIELD) for answer in answers}
    account = engine.account(name)

    assert fields == {f"recorded; tier=exact; exchange=1; id={name}"}
    assert (account["source"], account["tier"]) == ("recorded", "exact")
    assert (account["recording"], account["exchanges"]) == ("shop", [1])
    assert account["request"]["method"] == "GET"
    assert "sk-live-1" not in str(account)


async def test_a_miss_has_an_account_that_says_why():
    engine = await engine_of(exchange(url=f"{API}/a"))
    answer = await engine.answer(request(url=f"{API}/b"))

    account = engine.account(answer.provenance.id)

    assert answer.response.header(FIELD) == f"none; id={answer.provenance.id}"
    assert account["status"] == 404
    assert account["request"]["url"] == f"{API}/b"
    assert "no recording answers" in account["why"][0]


async def test_who_wants_no_field_has_the_account_all_the_same():
    engine = await engine_of(exchange(url=f"{API}/a"), is_told=False)

    answer = await engine.answer(request(url=f"{API}/a"))

    assert answer.response.header(FIELD) is None
    assert engine.account(answer.provenance.id)["exchanges"] == [1]


@pytest.mark.parametrize("name", ["", "a9", "r0-9", "r7-1", "r0-1-1", "x"])
async def test_there_is_no_account_of_what_never_was(name):
    engine = await engine_of(exchange(url=f"{API}/a"))

    assert engine.account(name) is None


async def test_the_last_accounts_are_kept():
    engine = await engine_of(exchange(url=f"{API}/a"))
    names = [
        (await engine.answer(request(url=f"{API}/b"))).provenance.id
        for _ in range(KEPT + 2)
    ]

    assert engine.account(names[1]) is None
    assert engine.account(names[2]) is not None
    assert engine.account(names[-1]) is not None


async def test_no_two_workers_name_two_answers_alike():
    names = []
    for worker in (0, 1, 2):
        engine = await engine_of(exchange(url=f"{API}/a"))
        assert engine.accounts is not None
        engine.accounts.worker = worker
        missed = await engine.answer(request(url=f"{API}/none"))
        names.append(missed.provenance.id)
        assert engine.account(names[-1]) is not None

    assert names == ["a1", "a1-1", "a2-1"]
