from dataclasses import asdict

from mockforge.clock import VirtualClock
from mockforge.llm.ledger import CALLS, Call, Ledger, day_of, summed
from mockforge.llm.options import BudgetOptions
from mockforge.store.kept import open_kept

CALL = Call("GET /a", "openai", "m", 10, 5, 0.25)


async def test_calls_under_way_count_for_the_budget_of_calls():
    clock = VirtualClock()
    async with open_kept(None, clock=clock) as kept:
        ledger = Ledger(kept, BudgetOptions(calls=2), clock)
        assert [await ledger.refuses() for _ in range(2)] == [None, None]
        assert "2 calls" in (await ledger.refuses() or "")
        await ledger.note(CALL)
        assert "2 calls" in (await ledger.refuses() or "")


async def test_what_other_processes_spend_counts_too():
    clock = VirtualClock()
    async with open_kept(None, clock=clock) as kept:
        ledgers = [Ledger(kept, BudgetOptions(cost=0.4), clock) for _ in range(2)]
        for ledger in ledgers:
            assert await ledger.refuses() is None
            await ledger.note(CALL)
        clock.advance(10)
        assert [bool(await one.refuses()) for one in ledgers] == [True, True]


async def test_a_new_day_begins_at_midnight_in_utc():
    clock = VirtualClock(86400 * 20000 - 1)
    async with open_kept(None, clock=clock) as kept:
        ledger = Ledger(kept, BudgetOptions(tokens=15), clock)
        assert await ledger.refuses() is None
        await ledger.note(CALL)
        assert "15 tokens" in (await ledger.refuses() or "")
        clock.advance(1)
        assert await ledger.refuses() is None


async def test_calls_are_summed_as_asked():
    clock = VirtualClock()
    async with open_kept(None, clock=clock) as kept:
        ledger = Ledger(kept, BudgetOptions(), clock)
        for call in (CALL, Call("GET /b", "openai", "n", 1, 1, None),
                     Call("GET /a", "openai", "m", outcome="status 500")):  # fmt: skip
            await ledger.refuses()
            await ledger.note(call)
        assert len(await kept.every(CALLS)) == 3
        today = day_of(clock.now())
        found = await summed(kept, since=today, by="endpoint")
        assert asdict(found["GET /a"]) == {
            "calls": 2, "failed": 1, "tokens_in": 10, "tokens_out": 5, "cost": 0.25,
            "unknown": 0,
        }  # fmt: skip
        assert found["GET /b"].unknown == 1
        assert list(await summed(kept, since=today, by="day")) == [today]
        assert await summed(kept, since="2999-01-01", by="day") == {}
