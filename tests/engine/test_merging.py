"""Accounts of several processes, put together."""

import json

from hypothesis import given
from hypothesis import strategies as st

from mockforge.engine import Engine, Ledger, OnMiss
from mockforge.engine.ledger import MISSES_KEPT
from mockforge.engine.merging import drained, merge
from mockforge.http import Response
from mockforge.report import report_of
from tests.worlds import API, exchange, recorded, recording, request

US = "http://127.0.0.1:8080"
TARGETS = ["/a", "/a?page=2", "/b", "/none", "/none/at/all"]


async def asked(*targets, on_miss=OnMiss.FAIL):
    """Return an engine that was asked for *targets*."""
    shop = recording(
        exchange(url=f"{API}/a"), exchange(url=f"{API}/b"), exchange(url=f"{API}/c")
    )
    engine = Engine(recorded=await recorded(shop), on_miss=on_miss)
    for target in targets:
        plan = await engine.plan(request(url=f"{US}{target}"))
        said = Response(200, (), b"fresh") if plan.wants_upstream else None
        await engine.finish(plan, said)
    return engine


def over_the_wire(account):
    return json.loads(json.dumps(account))


@given(
    st.lists(st.lists(st.sampled_from(TARGETS), max_size=5), max_size=4),
    st.sampled_from(OnMiss),
)
async def test_the_report_of_several_is_that_of_one(shares, on_miss):
    first = await asked()
    for share in shares:
        worker = await asked(*share, on_miss=on_miss)
        merge(first.ledger, over_the_wire(drained(worker.ledger)))

    one = await asked(*(each for share in shares for each in share), on_miss=on_miss)

    assert report_of(first).json() == report_of(one).json()
    assert report_of(first).junit() == report_of(one).junit()


def test_what_is_missing_is_told_once_and_within_bounds():
    first, worker = Ledger(), Ledger()

    for _ in range(2):
        for number in range(200):
            worker.lack(f"gap {number}")
        merge(first, over_the_wire(drained(worker)))

    assert first.gaps == [f"gap {number}" for number in range(100)]
    assert worker.gaps == []


async def test_what_was_handed_on_is_not_handed_on_again():
    worker = await asked("/a", "/none")

    drained(worker.ledger)

    assert drained(worker.ledger) == drained(Ledger())


async def test_what_was_asked_is_not_handed_on():
    """A report shows what is redacted; the request itself is not."""
    secret = "sk-live-3f9a8b7c6d5e4f3a2b1c0d9e8f7a6b5c"
    worker = await asked()
    headers = [("Authorization", f"Bearer {secret}")]
    await worker.answer(request("GET", f"{US}/x?api_key={secret}", headers=headers))

    assert secret not in json.dumps(drained(worker.ledger))


async def test_a_thousand_misses_are_told_however_many_processes_tell_them():
    first = Ledger()
    for _ in range(3):
        worker = await asked("/none")
        worker.ledger.misses *= MISSES_KEPT // 2
        worker.ledger.missed = MISSES_KEPT // 2
        merge(first, drained(worker.ledger))

    assert (len(first.misses), first.missed) == (MISSES_KEPT, MISSES_KEPT // 2 * 3)
