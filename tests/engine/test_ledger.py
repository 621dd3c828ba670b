"""The account: bounded, however long a replay runs."""

from tests.worlds import exchange, replaying, request


async def test_misses_beyond_a_thousand_are_counted_only(monkeypatch):
    monkeypatch.setattr("mockforge.engine.ledger.MISSES_KEPT", 3)
    engine = await replaying(exchange())

    for number in range(5):
        await engine.answer(request(url=f"http://127.0.0.1/{number}"))

    assert len(engine.ledger.misses) == 3
    assert engine.ledger.missed == engine.ledger.seen == 5
