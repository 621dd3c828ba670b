import asyncio

import pytest

from mockforge.chance import rng
from mockforge.clock import VirtualClock
from mockforge.llm.addresses import address
from mockforge.llm.line import Failed, Line, Meter
from mockforge.llm.options import RagOptions
from mockforge.llm.wires import Spoken
from tests.llm.provider import Reply

KEY = "planted-key-0123456789"
SPOKEN = Spoken("m", "Do", (("user", "it"),), {"type": "object"}, 0.5, 99)


class Bench:
    """A line to the provider, whose waits move the clock."""

    def __init__(self, provider):
        self.provider = provider
        self.clock = VirtualClock()
        self.waits = []

    def line(self, **changes):
        told = {
            "provider": "openai-compatible", "api_endpoint": self.provider.url,
            "model": "m", "api_key": KEY, "deadline_secs": 300,
        } | changes  # fmt: skip
        options = RagOptions(**told)
        where = address(options)
        return Line(where, options, clock=self.clock, sleep=self._sleep)

    async def _sleep(self, seconds):
        self.waits.append(seconds)
        self.clock.advance(seconds)

    async def says(self, line, spoken=SPOKEN):
        return await line.say(spoken, Meter(), rng(0, "x"))

    async def fails(self, line):
        with pytest.raises(Failed) as failed:
            await self.says(line)
        return str(failed.value)


@pytest.fixture
async def bench(provider):
    return Bench(provider)


PASSING = [Reply(status=500), Reply(status=503), Reply(status=429), Reply(status=408),
           Reply(status=529), Reply(resets=True), Reply(raw=b"<html>")]  # fmt: skip


@pytest.mark.parametrize("fault", PASSING, ids=lambda one: str(one.status))
async def test_what_may_pass_is_asked_again_with_growing_pauses(bench, fault):
    bench.provider.replies = [fault, fault, "{}"]
    line = bench.line()
    assert (await bench.says(line)).text == "{}"
    await line.close()

    assert len(bench.provider.asked) == 3
    assert 0.25 <= bench.waits[0] <= 0.5 <= bench.waits[1] <= 1.0


@pytest.mark.parametrize("status", [400, 401, 403, 404, 413, 422])
async def test_what_is_wrong_with_the_question_is_not_asked_again(bench, status):
    bench.provider.replies = [Reply(status=status, error="no such thing")]
    line = bench.line()
    assert f"answered {status}: invalid no such thing" in await bench.fails(line)
    await line.close()
    assert len(bench.provider.asked) == 1


async def test_a_quota_that_is_used_up_is_not_asked_again(bench):
    body = b'{"error": {"code": "insufficient_quota", "message": "pay"}}'
    bench.provider.replies = [Reply(status=429, raw=body)]
    line = bench.line()
    assert "insufficient_quota" in await bench.fails(line)
    await line.close()
    assert len(bench.provider.asked) == 1


@pytest.mark.parametrize(
    ("header", "wait"),
    [
        ({"Retry-After": "7"}, 7),
        ({"retry-after-ms": "1500"}, 1.5),
        ({"Retry-After": "Tue, 14 Nov 2023 22:13:30 GMT"}, 10),
        ({"Retry-After": "soon"}, None),
    ],
)
async def test_a_provider_is_left_alone_as_long_as_it_says(bench, header, wait):
    bench.provider.replies = [Reply(status=429, headers=header), "{}"]
    line = bench.line()
    await bench.says(line)
    await line.close()
    if wait is None:
        assert bench.waits[0] < 1
    else:
        assert bench.waits[0] == pytest.approx(wait)


async def test_a_pause_longer_than_the_deadline_is_not_waited_for(bench):
    bench.provider.replies = [Reply(status=429, headers={"Retry-After": "900"}), "{}"]
    line = bench.line()
    assert "not before 900 s" in await bench.fails(line)
    assert "its turn" in await bench.fails(line)
    bench.clock.advance(900)
    assert (await bench.says(line)).text == "{}"
    await line.close()
    assert bench.waits == []


async def test_a_model_that_fails_is_left_out_and_asked_again_later(bench):
    bench.provider.replies = [Reply(resets=True), Reply(resets=True), "{}"]
    line = bench.line(max_retries=1)
    assert "did not answer" in await bench.fails(line)
    assert "left alone" in await bench.fails(line)
    assert len(bench.provider.asked) == 2
    bench.clock.advance(5)
    assert (await bench.says(line)).text == "{}"
    await line.close()


async def test_a_key_that_is_refused_is_not_sent_with_every_request(bench):
    error = f"Incorrect API key provided: {KEY}."
    bench.provider.replies = [Reply(status=401, error=error), "{}"]
    line = bench.line()
    for _ in range(3):
        told = await bench.fails(line)
        assert "Incorrect API key provided: ***" in told
    assert len(bench.provider.asked) == 1
    bench.clock.advance(61)
    await bench.says(line)
    await line.close()


async def test_nobody_there_is_a_failure_and_no_error(bench):
    line = bench.line(api_endpoint="http://127.0.0.1:1", max_retries=0)
    assert "did not answer: ConnectError" in await bench.fails(line)
    await line.close()


async def test_a_provider_that_says_too_much_is_not_listened_to(bench, monkeypatch):
    monkeypatch.setattr("mockforge.llm.line.LARGEST", 1000)
    bench.provider.replies = ["x" * 5000]
    line = bench.line()
    assert "said more than" in await bench.fails(line)
    await line.close()


async def test_a_rate_is_kept(bench):
    bench.provider.replies = ["{}"]
    line = bench.line(rate_limit=2)
    for _ in range(5):
        await bench.says(line)
    await line.close()
    assert bench.waits == [60, 60]


async def test_only_so_many_are_asked_at_once(bench):
    bench.provider.replies = ["{}"]
    bench.provider.gate = asyncio.Event()
    line = bench.line(concurrency=2)
    asking = [asyncio.ensure_future(bench.says(line)) for _ in range(6)]
    await bench.provider.came.wait()
    for _ in range(50):
        await asyncio.sleep(0)
    assert len(bench.provider.asked) <= 2
    bench.provider.gate.set()
    await asyncio.gather(*asking)
    await line.close()
    assert len(bench.provider.asked) == 6


@pytest.mark.parametrize(
    ("kind", "refused", "left"),
    [
        ("openai", {"response_format"}, {"max_tokens", "temperature"}),
        ("openai", {"max_tokens"}, {"max_completion_tokens", "response_format"}),
        ("openai", {"temperature", "max_tokens", "max_completion_tokens"},
         {"response_format"}),
        ("anthropic", {"tools"}, {"max_tokens"}),
        ("ollama", {"format"}, {"options"}),
    ],
)  # fmt: skip
async def test_a_field_that_is_refused_is_left_out_from_then_on(
    bench, kind, refused, left
):
    bench.provider.refused = refused
    bench.provider.replies = ["{}"]
    line = bench.line(provider=kind)
    await bench.says(line)
    first = len(bench.provider.asked)
    await bench.says(line)
    await line.close()

    body = bench.provider.asked[-1].body
    assert len(bench.provider.asked) == first + 1
    assert left <= set(body)
    assert not refused & set(body)


async def test_a_question_that_is_refused_for_another_reason_is_not_put_otherwise(
    bench,
):
    bench.provider.replies = [Reply(status=400, error="this model is gone")]
    line = bench.line()
    assert "this model is gone" in await bench.fails(line)
    await line.close()
    assert len(bench.provider.asked) == 1


async def test_proxies_of_the_environment_are_not_used(bench, monkeypatch):
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    bench.provider.replies = ["{}"]
    line = bench.line()
    assert (await bench.says(line)).text == "{}"
    await line.close()


async def test_the_key_goes_where_the_form_has_it(bench):
    bench.provider.replies = ["{}"]
    for provider in ("openai", "anthropic", "ollama"):
        line = bench.line(provider=provider)
        await bench.says(line)
        await line.close()
    sent = [one.headers for one in bench.provider.asked]
    assert sent[0]["authorization"] == f"Bearer {KEY}"
    assert sent[1]["x-api-key"] == KEY
    assert sent[1]["anthropic-version"]
    assert "authorization" not in sent[1]
