"""What a replay recalls where nothing recorded answers."""

import json

import pytest

from mockforge.app import open_replay
from mockforge.config import Config, ReplayOptions
from mockforge.engine import OnMiss
from mockforge.errors import ConfigError
from mockforge.provenance import Tier
from mockforge.recall.options import RecallOptions
from mockforge.recordings.formats import jsonl
from tests.recall.worlds import shop
from tests.worlds import request

US = "http://127.0.0.1:8080"


@pytest.fixture
def place(tmp_path):
    jsonl.write(shop(), tmp_path / "shop.jsonl")
    return tmp_path / "shop.jsonl"


def settings(on_miss=OnMiss.RECALL, **recall):
    return Config(replay=ReplayOptions(on_miss=on_miss), recall=RecallOptions(**recall))


async def test_a_miss_is_recalled_and_says_so(place):
    async with open_replay(settings(), [place]) as engine:
        answer = await engine.answer(request(url=f"{US}/orders/999"))
        again = await engine.answer(request(url=f"{US}/orders/999"))
        exact = await engine.answer(request(url=f"{US}/orders/102"))

    assert json.loads(answer.response.body) == {"id": 101}
    assert again.response.body == answer.response.body
    told = answer.provenance
    assert (told.tier, told.exchange_ids, told.recording) == (
        *(Tier.RECALLED, (1,)),
        "shop",
    )
    assert told.score is not None
    assert 0.8 < told.score < 1
    assert "tier=recalled" in str(answer.response.header("X-MockForge-Source"))
    assert not answer.repeatable
    assert "no recording answers GET" in answer.why[-1]
    assert exact.provenance.tier is Tier.EXACT
    assert exact.repeatable


async def test_what_is_not_near_is_a_miss(place):
    async with open_replay(settings(), [place]) as engine:
        answer = await engine.answer(request(url=f"{US}/invoices/1"))

    assert answer.response.status == 404
    assert engine.ledger.missed == 1


async def test_the_threshold_is_a_setting(place):
    asked = request(url=f"{US}/orders?status=lost&customer=1")
    async with open_replay(settings(threshold=0.99), [place]) as engine:
        strict = await engine.answer(request(url=f"{US}/orders/999"))
    async with open_replay(settings(threshold=0.5), [place]) as engine:
        loose = await engine.answer(asked)

    assert strict.response.status == 404
    # What was never asked for is not answered at any threshold.
    assert loose.response.status == 404


@pytest.mark.parametrize("on_miss", [OnMiss.FAIL, OnMiss.INVENT])
async def test_nothing_is_recalled_unless_it_is_asked_for(place, on_miss):
    async with open_replay(settings(on_miss), [place]) as engine:
        assert engine.recorded is not None
        assert engine.recorded.recall is None


async def test_nobody_is_asked_offline(place):
    config = settings(embedder="ollama").model_copy(update={"offline": True})

    with pytest.raises(ConfigError, match="nobody may be contacted"):
        async with open_replay(config, [place]):
            pass
