"""The path of a weighed request: what is asked, what answers, and what is told."""

import json

import pytest

from mockforge.provenance import Source
from mockforge.stages.reality.weights import weights
from tests.engine.mixing import (
    REFUSED,
    RESET,
    Maker,
    ask,
    source_of,
    told,
    weighing,
)
from tests.worlds import API, exchange

TENTHS = [number / 10 for number in range(11)]


def known(count, **more):
    """Return recorded reads of as many things."""
    return [
        exchange(
            url=f"{API}/known/{number}",
            answer=json.dumps({"id": str(number), "of": "record"}).encode(),
            **more,
        )
        for number in range(count)
    ]


def real(asked):
    name = asked.path.rpartition("/")[2]
    return told({"id": name, "of": "upstream"}, 201 if asked.method == "POST" else 200)


def drawn_by(stickiness):
    return {"merge_strategy": "weighted", "stickiness": stickiness}


@pytest.mark.parametrize("stickiness", ["entity", "request"])
async def test_each_source_has_its_share_and_more_ratio_is_more_real(stickiness):
    count, before = 200, None
    for ratio in TENTHS:
        engine = await weighing(ratio, *known(count), **drawn_by(stickiness))
        found = []
        for number in range(count):
            answer, asked = await ask(engine, "GET", f"/known/{number}", says=real)
            assert asked == (answer.provenance.source is Source.UPSTREAM)
            found.append(answer.provenance.source)
        wanted = weights(ratio)
        for source in (Source.UPSTREAM, Source.RECORDED, Source.SYNTHETIC):
            assert abs(found.count(source) / count - wanted.of(source)) < 0.1
        ranks = [list(Source).index(source) for source in found]
        assert before is None or all(
            now <= then for now, then in zip(ranks, before, strict=True)
        )
        before = ranks


@pytest.mark.parametrize("strategy", ["field_level", "weighted", "body_blend"])
@pytest.mark.parametrize("ratio", [0.5, 0.85])
async def test_the_same_seed_gives_the_same_bytes_in_any_order(strategy, ratio):
    paths = [f"/known/{number}" for number in range(30)]

    async def answers(order):
        engine = await weighing(ratio, *known(30), merge_strategy=strategy, seed=4)
        return {
            path: (await ask(engine, "GET", path, says=real))[0].response.body
            for path in order
        }

    assert await answers(paths) == await answers(reversed(paths))


@pytest.mark.parametrize("ratio", [0.0, 0.1, 0.3])
async def test_at_the_low_end_nothing_is_real(ratio):
    engine = await weighing(ratio, *known(3))

    answer, asked = await ask(engine, "GET", "/known/1")

    assert (asked, source_of(answer)) == (0, "synthetic")
    assert json.loads(answer.response.body)["of"] == "maker"


async def test_at_one_every_byte_is_the_upstream_s():
    engine = await weighing(1.0, *known(3))
    cookies = [(b"Set-Cookie", b"a=1"), (b"set-cookie", b"b=2")]
    said = told({"id": "1"}, 200, *cookies, (b"Content-Encoding", b"identity"))

    answer, _ = await ask(engine, "GET", "/known/1", says=said)

    assert answer.response.body == said.body
    assert answer.response.headers[:-1] == said.headers
    assert source_of(answer) == "upstream"


SAID = {
    Source.UPSTREAM: {"of": "upstream", "n": "u"},
    Source.RECORDED: {"of": "record"},
}


async def test_a_blend_tells_of_both_and_of_each_field():
    engine = await weighing(0.85, *known(40))
    seen = set()
    for number in range(40):
        path = f"/known/{number}"
        answer, _ = await ask(engine, "GET", path, says=said_with_more(number))
        provenance = answer.provenance
        body = json.loads(answer.response.body)
        seen.add(source_of(answer))
        assert body["id"] == str(number)
        if provenance.source is not Source.BLEND:
            continue
        head = answer.response.header("X-MockForge-Source")
        assert head.startswith("blend; of=upstream+recorded;")
        assert "; ratio=0.85; id=" in head
        for name in ("of", "n"):
            (source,) = provenance.fields.get(f"$.{name}", (Source.RECORDED,))
            assert body.get(name) == SAID[source].get(name)
        account = engine.account(provenance.id)
        assert account["of"] == ["upstream", "recorded"]
        assert account["weights"] == {"upstream": 0.5, "recorded": 0.5}
        assert account["ratio"] == 0.85
        assert account["ratio_origin"] == "default"
        assert account["candidates"] == [
            {"source": "upstream", "status": 200},
            {"source": "recorded", "status": 200},
        ]
    assert "blend" in seen


def said_with_more(number):
    return told({"id": str(number), "of": "upstream", "n": "u"})


FAULTS = [
    ({"fails": (REFUSED, False)}, True),
    ({"fails": (RESET, True)}, False),
    ({"says": told({}, 503)}, False),
]


@pytest.mark.parametrize("ratio", TENTHS)
@pytest.mark.parametrize(("fault", "may_fall"), FAULTS, ids=["refused", "reset", "503"])
async def test_a_write_is_sent_once_or_never_whatever_happens(ratio, fault, may_fall):
    for number in range(12):
        maker = Maker()
        engine = await weighing(ratio, makers=[maker], seed=number)

        answer, asked = await ask(engine, "POST", "/orders", b"{}", **fault)

        made = maker.made.count(("POST", "/orders"))
        assert asked <= 1
        if not asked:
            assert made == 1
        elif may_fall:
            assert (made, answer.response.status) == (1, 201)
            assert "did not answer" in answer.why[0]
        else:
            assert made == 0
            assert answer.response.status in (502, 503)


async def test_a_read_that_the_upstream_fails_falls_to_what_is_recorded():
    for fault, _ in FAULTS:
        engine = await weighing(0.95, *known(2))

        answer, asked = await ask(engine, "GET", "/known/1", **fault)

        assert (asked, source_of(answer)) == (1, "recorded")
        assert "the upstream" in answer.why[0]
        status = 503 if "says" in fault else None
        assert answer.provenance.candidates == (
            (Source.UPSTREAM, status),
            (Source.RECORDED, 200),
        )


async def test_an_upstream_that_is_silent_is_left_out_and_asked_again():
    engine = await weighing(0.9, *known(40), merge_strategy="weighted")
    asked = 0
    for number in range(40):
        fails = (REFUSED, False)
        asked += (await ask(engine, "GET", f"/known/{number}", fails=fails))[1]
    assert asked == 1

    engine.clock.advance(3.0)
    for number in range(40):
        asked += (await ask(engine, "GET", f"/known/{number}", says=real))[1]
    assert asked > 10


async def test_what_nobody_here_answers_is_the_upstream_s_at_any_ratio():
    for ratio in (0.1, 0.5, 0.9):
        engine = await weighing(ratio, makers=[])

        answer, asked = await ask(engine, "GET", "/new", says=told({"a": 1}))

        assert (asked, source_of(answer)) == (1, "upstream")
        assert "nothing recorded or made up answers it" in answer.why


async def test_the_failure_is_told_if_nobody_else_answers():
    engine = await weighing(0.9, makers=[])

    refused, _ = await ask(engine, "GET", "/new", fails=(REFUSED, False))
    ill, _ = await ask(engine, "GET", "/new", says=told({"error": 1}, 500))

    assert refused.response.status == 502
    assert ill.response.status == 500


async def test_without_an_upstream_to_ask_a_miss_is_a_miss():
    engine = await weighing(0.9, makers=[], is_offline=True)

    answer, asked = await ask(engine, "GET", "/new")

    assert (asked, answer.response.status) == (0, 404)
    assert engine.ledger.missed == 1


class Shop:
    """An upstream that keeps what is posted to it."""

    def __init__(self):
        self.kept = {}

    def __call__(self, asked):
        if asked.method == "POST":
            name = f"real-{len(self.kept)}"
            self.kept[name] = {"id": name, "of": "upstream"}
            return told(self.kept[name], 201)
        name = asked.path.rpartition("/")[2]
        if asked.method == "DELETE":
            return told({}, 200 if self.kept.pop(name, None) else 404)
        if name == "orders":
            return told({"items": [*self.kept.values()], "total": len(self.kept)})
        return told(self.kept[name]) if name in self.kept else told({}, 404)


@pytest.mark.parametrize("ratio", [0.1, 0.5, 0.8, 0.99])
async def test_what_is_made_here_is_read_listed_and_deleted_here(ratio):
    # Whichever side makes it, the other has never heard of it.
    shop, made = Shop(), []
    engine = await weighing(ratio)
    for _ in range(12):
        answer, _ = await ask(engine, "POST", "/orders", b"{}", says=shop)
        made.append(json.loads(answer.response.body)["id"])
    for name in made:
        answer, _ = await ask(engine, "GET", f"/orders/{name}", says=shop)
        assert json.loads(answer.response.body)["id"] == name
    if ratio > 0.3:
        answer, _ = await ask(engine, "GET", "/orders", says=shop)
        body = json.loads(answer.response.body)
        assert sorted(item["id"] for item in body["items"]) == sorted(made)
        assert body["total"] == len(made)
    for name in made:
        for statuses in ((200, 204), (404,)):
            answer, _ = await ask(engine, "DELETE", f"/orders/{name}", says=shop)
            assert answer.response.status in statuses


async def test_the_ratio_counts_from_the_next_request_on():
    engine = await weighing(0.0, *known(1))
    first, _ = await ask(engine, "GET", "/known/0", says=real)

    engine.reality.dial.set(1.0)
    second, _ = await ask(engine, "GET", "/known/0", says=real)

    assert (source_of(first), source_of(second)) == ("synthetic", "upstream")


async def test_a_switched_off_continuum_is_the_upstream_alone():
    engine = await weighing(0.0, *known(1), enabled=False)

    answer, _ = await ask(engine, "GET", "/known/0", says=told({}, 503))
    failed, _ = await ask(engine, "GET", "/known/0", fails=(REFUSED, False))

    assert (answer.response.status, failed.response.status) == (503, 502)


async def test_whoever_invents_is_told_of_what_the_upstream_made():
    maker = Maker()
    engine = await weighing(1.0, makers=[maker])

    await ask(engine, "POST", "/orders", b"{}", says=real)

    assert maker.noted == [("POST", "/orders", 201)]


async def test_no_answer_may_be_repeated_without_being_weighed():
    engine = await weighing(0.7, *known(1), makers=[])

    answer, _ = await ask(engine, "GET", "/known/0", says=real)

    assert source_of(answer) == "recorded"
    assert not answer.repeatable
