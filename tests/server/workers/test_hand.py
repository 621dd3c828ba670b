"""A worker: what it tells the first process, and what it asks."""

from mockforge.server.journal import Journal
from mockforge.server.surface import Surface
from tests.server.workers.crews import US, crew
from tests.worlds import request

ROUTE = f"{US}/__mockforge/"


def surfaces(workers, engines):
    """Return what answers in each worker."""
    made = []
    for worker, engine in zip(workers, engines, strict=True):
        surface = Surface(engine, report=dict, together=worker.hand)
        surface.journal = worker.hand.kept = Journal(bodies=False, size=10)
        made.append(surface)
    return made


async def told(surface, route, method="GET"):
    delivery = await surface.delivery(request(method, f"{ROUTE}{route}"))
    return delivery.answer.response


async def test_any_worker_tells_the_report_and_the_health_of_all():
    async with crew(3) as (made, workers, engines):
        await made.begin()
        answering = surfaces(workers, engines)
        for surface in answering:
            await surface.delivery(request(url=f"{US}/a"))
        reports = [(await told(each, "report")).body for each in answering]
        health = [(await told(each, "health")).body for each in answering]

    assert b'"seen": 3' in reports[0]
    assert len({*reports}) == 1
    assert b'"workers": 3' in health[0]
    assert len({*health}) == 1


async def test_the_journal_is_that_of_all_in_order():
    async with crew(2) as (made, workers, engines):
        await made.begin()
        answering = surfaces(workers, engines)
        for surface, path in zip([*answering] * 2, "abcd", strict=True):
            await surface.delivery(request(url=f"{US}/{path}"))
        all_of_it = (await told(answering[0], "journal")).body
        last = (await told(answering[1], "journal?last=2")).body
        gone = await told(answering[1], "journal", "DELETE")
        after = (await told(answering[0], "journal")).body

    places = [all_of_it.index(f"{US}/{path}".encode()) for path in "abcd"]
    assert places == sorted(places)
    assert (last.count(b'"url"'), b'"seen": 4' in last) == (2, True)
    assert gone.status == 204
    assert b'"requests": []' in after


async def test_it_stops_when_the_first_process_is_gone():
    async with crew(1) as (made, workers, _):
        await made.begin()
        channel, hand = made.members[0].channel, workers[0].hand
        assert channel is not None
        assert hand is not None
        await channel.close()
        await hand.told.wait()

    assert hand.told.is_set()


async def test_what_takes_long_to_tell_is_told_less_often():
    """But at once to whoever asks, and at the end."""
    async with crew(1) as (made, workers, engines):
        await made.begin()
        hand, channel = workers[0].hand, made.members[0].channel
        assert hand is not None
        assert channel is not None
        hand._rests_until = float("inf")
        await engines[0].answer(request(url=f"{US}/a"))
        channel.send({"what": "account"})
        # A reply comes after whatever was sent before it.
        await channel.ask({"what": "journal", "last": 0})
        before = made.engine.ledger.seen
        await made.report()

        assert (before, made.engine.ledger.seen) == (0, 1)
