"""Plan, finish, observe: what is decided, answered and kept."""

import json

import pytest

from mockforge.engine import Ending, Engine, OnMiss
from mockforge.exchange import Exchange, Failure, FailureKind
from mockforge.http import Chunk, Origin, Response
from mockforge.provenance import Source, Tier
from mockforge.stages.pacing import Latency, Pace
from tests.worlds import API, exchange, recorded, recording, replaying, request

US = "http://127.0.0.1:8080"
API_ORIGIN = Origin.parse(API)


class Kept:
    """Records that are kept in a list."""

    def __init__(self):
        self.exchanges = []

    async def record(self, exchange):
        self.exchanges.append(exchange)

    def standin(self, secret):
        return secret


async def test_without_recordings_the_upstream_is_wanted():
    engine = Engine(upstream=API_ORIGIN)

    plan = await engine.plan(request("POST", f"{US}/x", b"{}"))

    assert plan.wants_upstream
    assert plan.asked.url == f"{API}/x"
    assert plan.asked.header("Host") == "api.example"
    with pytest.raises(ValueError, match="wants the upstream"):
        await engine.finish(plan)


async def test_what_the_upstream_says_leads_back_to_us():
    engine = Engine(upstream=API_ORIGIN)
    plan = await engine.plan(request(url=f"{US}/x"))
    said = Response(302, ((b"Location", f"{API}/y".encode()),))

    answer = await engine.finish(plan, said)

    assert answer.response.header("Location") == f"{US}/y"
    assert answer.provenance.source is Source.UPSTREAM


async def test_a_forward_proxy_changes_no_address():
    engine = Engine()
    plan = await engine.plan(request(url=f"{API}/x"), API_ORIGIN)
    said = Response(302, ((b"Location", f"{API}/y".encode()),))

    assert plan.asked is plan.request
    assert (await engine.finish(plan, said)).response is said


async def test_only_what_the_upstream_said_is_recorded():
    kept = Kept()
    engine = Engine(records=kept)
    real = exchange()
    made = Exchange(real.request, real.response, source=Source.SYNTHETIC)

    await engine.observe(real)
    await engine.observe(made)

    assert kept.exchanges == [real]
    assert engine.ledger.recorded == 1


async def test_a_replay_gives_the_recorded_bytes_and_says_so():
    engine = await replaying(exchange(url=f"{API}/x", answer=b'{"n": 275.0}'))

    answer = await engine.answer(request(url=f"{US}/x"))

    assert answer.response.body == b'{"n": 275.0}'
    assert answer.provenance.source is Source.RECORDED
    assert answer.provenance.tier is Tier.EXACT
    assert answer.provenance.exchange_ids == (1,)
    assert answer.provenance.recording == "shop"
    assert answer.delay == 0.0
    assert engine.ledger.used == {("shop", 1): 1}
    assert engine.ledger.answered == {"exact": 1}


async def test_a_recorded_answer_is_repeatable_wherever_it_is_in_its_sequence():
    engine = await replaying(exchange(), exchange())

    answers = [await engine.answer(request(url=f"{US}/")) for _ in range(3)]

    assert [each.repeatable for each in answers] == [True, True, True]


async def test_a_miss_is_an_answer_and_is_counted():
    engine = await replaying(exchange())

    answer = await engine.answer(request(url=f"{US}/none"))

    assert answer.response.status == 404
    assert json.loads(answer.response.body)["class"] == "no path"
    assert answer.provenance.source is None
    assert engine.ledger.missed == 1
    assert engine.ledger.misses[0].detail in answer.why[0]


async def test_a_client_that_names_its_server_gets_no_other():
    engine = await replaying(exchange(url=f"{API}/x"))
    asked = request(url="http://other.example/x")

    named = await engine.finish(await engine.plan(asked, asked.origin))
    called = await engine.answer(asked)

    assert named.response.status == 404
    assert called.response.status == 200


@pytest.mark.parametrize(
    ("pace", "expected"), [(None, 0.0), (Pace(Latency.RECORDED, 2.0), 0.2)]
)
async def test_the_delay_is_data(pace, expected):
    engine = await replaying(exchange(first_byte=0.4), pace=pace)

    answer = await engine.answer(request(url=f"{US}/"))

    assert answer.delay == pytest.approx(expected)


@pytest.mark.parametrize(
    ("kind", "status"),
    [
        (FailureKind.REFUSED, 502),
        (FailureKind.DNS, 502),
        (FailureKind.TIMEOUT, 504),
        (FailureKind.RESET, 502),
    ],
)
async def test_a_failure_is_replayed_as_the_failure_it_was(kind, status):
    failed = exchange(response=None, failure=Failure(kind, "it was so"))
    engine = await replaying(failed)

    answer = await engine.answer(request(url=f"{US}/"))

    assert answer.response.status == status
    told = json.loads(answer.response.body)
    assert told["failure"] == kind.value
    assert "it was so" in told["detail"]
    assert answer.provenance.source is Source.RECORDED
    assert engine.ledger.missed == 0


STREAM = Response(
    200,
    ((b"Content-Type", b"text/event-stream"),),
    b"data: 1\n\n",
    chunks=(Chunk(0.5, 9),),
)


@pytest.mark.parametrize(
    ("failure", "ending"),
    [
        (None, Ending.WHOLE),
        (FailureKind.RESET, Ending.BROKEN),
        (FailureKind.CLIENT, Ending.OPEN),
    ],
)
async def test_an_answer_ends_as_it_did(failure, ending):
    how = failure and Failure(failure, "so")
    engine = await replaying(exchange(response=STREAM, failure=how))

    answer = await engine.answer(request(url=f"{US}/"))

    assert answer.ending is ending
    assert answer.response.chunks == STREAM.chunks
    assert answer.repeatable is (failure is None)


async def test_a_beginning_of_an_answer_is_a_miss():
    cut = Response(200, ((b"Content-Length", b"900"),), b"half", size=900)
    engine = await replaying(exchange(response=cut))

    answer = await engine.answer(request(url=f"{US}/"))

    assert answer.response.status == 502
    told = json.loads(answer.response.body)
    assert told["class"] == "incomplete"
    assert "4 of 900 bytes" in told["detail"]
    assert engine.ledger.used == {}


async def test_absolute_addresses_in_a_replay_lead_to_whoever_was_called():
    body = json.dumps({"next": f"{API}/x?page=2"}).encode()
    engine = await replaying(exchange(url=f"{API}/x", answer=body))

    answer = await engine.answer(request(url=f"{US}/x"))

    assert json.loads(answer.response.body) == {"next": f"{US}/x?page=2"}
    assert answer.response.header("Content-Length") == str(len(answer.response.body))


class TestOnMissUpstream:
    async def engine(self, upstream=None):
        source = await recorded(recording(exchange(url=f"{API}/x")))
        return Engine(recorded=source, on_miss=OnMiss.UPSTREAM, upstream=upstream)

    async def test_what_is_recorded_is_not_fetched(self):
        engine = await self.engine()
        assert not (await engine.plan(request(url=f"{US}/x"))).wants_upstream

    async def test_a_miss_is_fetched_from_what_was_recorded(self):
        engine = await self.engine()

        plan = await engine.plan(request(url=f"{US}/none"))
        answer = await engine.finish(plan, Response(200, (), b"fresh"))

        assert plan.wants_upstream
        assert plan.asked.url == f"{API}/none"
        assert answer.response.body == b"fresh"
        (fetched,) = engine.ledger.fetched
        assert (fetched.status, fetched.miss.method) == (200, "GET")
        assert engine.ledger.missed == 0

    async def test_a_miss_is_fetched_from_where_it_is_told(self):
        engine = await self.engine(Origin.parse("https://staging.example"))

        plan = await engine.plan(request(url=f"{US}/none"))

        assert plan.asked.url == "https://staging.example/none"
        said = Response(302, ((b"Location", b"https://staging.example/y"),))
        answer = await engine.finish(plan, said)
        assert answer.response.header("Location") == f"{US}/y"

    async def test_no_other_server_is_ever_asked(self):
        engine = await self.engine()
        asked = request(url="http://other.example/x")

        plan = await engine.plan(asked, asked.origin)

        assert not plan.wants_upstream
        assert plan.miss is not None

    async def test_an_upstream_that_fails_leaves_a_miss(self):
        engine = await self.engine()
        plan = await engine.plan(request(url=f"{US}/none"))

        answer = engine.unanswered(plan, Failure(FailureKind.REFUSED, "refused"))

        assert answer.response.status == 502
        assert engine.ledger.missed == 1
        assert engine.ledger.fetched[0].status is None
