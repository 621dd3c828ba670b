"""Answers without an upstream, asked for one by one."""

from tests.worlds import API, exchange, replaying, request


async def test_what_is_only_begun_is_no_answer():
    whole = exchange(url=f"{API}/a", answer=b"{}")
    from dataclasses import replace

    cut = replace(whole, response=replace(whole.response, size=900))
    engine = await replaying(cut)
    plan = await engine.plan(request(url=f"{API}/a"))

    assert plan.match is not None
    assert await engine.local.replayed(plan, plan.match) is None
    refused = await engine.local.refused(plan)
    assert refused.response.status == 502


async def test_nothing_is_invented_where_nobody_invents():
    engine = await replaying(exchange(url=f"{API}/a"))
    plan = await engine.plan(request(url=f"{API}/b"))

    assert engine.local.invented(plan) is None
