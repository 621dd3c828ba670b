import pytest
from mitmproxy.http import HTTPFlow, Request
from mockforge.addons.lane.again import ANSWERED, Again

from mockforge.engine import Engine
from mockforge.http import Request as Asked
from tests.worlds import exchange, recorded, recording

RAW = b"GET /a HTTP/1.1\r\nHost: a.test\r\n\r\n"


@pytest.fixture
async def engine():
    found = await recorded(recording(exchange(url="http://a.test/a", answer=b"1")))
    return Engine(recorded=found)


async def answered(engine, again, context):
    """A flow that was answered."""
    flow = HTTPFlow(context.client, context.server)
    flow.request = Request.make("GET", "http://a.test/a")
    asked = Asked("GET", "http", "a.test", "/a", ((b"Host", b"a.test"),))
    plan = await engine.plan(asked)
    again.note(flow, asked, plan, await engine.finish(plan))
    return flow


async def test_what_was_answered_is_answered_again_with_the_same_bytes(engine, play):
    again, context = Again(engine), play().context
    counter = again.counter(context)
    assert counter.answer(RAW) is None
    flow = await answered(engine, again, context)
    counter.keep(flow, RAW, b"bytes", closes=False)

    found = again.counter(context).answer(RAW)
    assert found is not None
    assert (found.data, found.closes) == (b"bytes", False)
    assert engine.ledger.seen == 2
    assert counter.answer(RAW.replace(b"/a", b"/b")) is None


async def test_each_host_in_a_tunnel_is_asked_for_itself(engine, play):
    again, context = Again(engine), play().context
    flow = await answered(engine, again, context)
    again.counter(context).keep(flow, RAW, b"bytes", closes=False)
    context.server.address = ("b.test", 80)

    assert again.counter(context).answer(RAW) is None


async def test_nothing_is_given_again_when_it_is_to_end(engine, play):
    rests = False
    again, context = Again(engine, rests=lambda: rests), play().context
    counter = again.counter(context)
    counter.keep(await answered(engine, again, context), RAW, b"bytes", closes=False)
    rests = True

    assert counter.answer(RAW) is None


async def test_what_was_not_recorded_is_not_kept(engine, play):
    again, context = Again(engine), play().context
    flow = HTTPFlow(context.client, context.server)
    flow.request = Request.make("GET", "http://a.test/a")
    again.counter(context).keep(flow, RAW, b"bytes", closes=False)

    assert ANSWERED not in flow.metadata
    assert again.counter(context).answer(RAW) is None
