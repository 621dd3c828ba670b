import numpy as np
import pytest

from mockforge.app import open_proxy
from mockforge.config import Config
from mockforge.recall import searching
from mockforge.recall.embedder import Hashed
from mockforge.recall.searching import SHOWN, search
from mockforge.recordings.files import StoredRecording, open_recording
from mockforge.recordings.matchers import Matcher, MatchOptions
from mockforge.store.schema import WORDS
from tests.recall.worlds import shop, told
from tests.worlds import API, exchange, recording


class Model(Hashed):
    """An embedder that knows one word."""

    async def texts(self, texts):
        return np.array([[float("Paris" in text), 0.1] for text in texts])


async def found(question, *exchanges, embedder=None, limit=3):
    made = recording(*exchanges)
    return await search(made, question, limit=limit, embedder=embedder or Hashed())


async def test_exchanges_are_found_by_words():
    refused = exchange(
        "POST",
        f"{API}/customers/7/orders",
        status=422,
        answer=told({"why": "sold out"}),
    )

    best, *rest = await found("orders of a customer that failed", *shop(), refused)
    (sold,) = await found("sold out", *shop(), refused)

    assert {best.exchange.id, rest[0].exchange.id} == {7, 12}
    assert sold.exchange.id == 12
    assert sold.snippet == "why sold out"
    assert 0 < sold.score <= 1


async def test_a_model_is_asked_if_there_is_one():
    best, *rest = await found("Paris", *shop(), embedder=Model())

    assert best.exchange.id == 10
    assert best.score > rest[0].score


async def test_secrets_are_neither_searched_nor_shown():
    made = exchange(url=f"{API}/a", answer=told({"password": "hunter2secret"}))
    made = recording(made)
    made.is_redacted = False

    (one,) = await search(made, "password", limit=1, embedder=Hashed())

    assert "hunter2secret" not in one.snippet
    assert await search(made, "hunter2secret", limit=1, embedder=Hashed()) == []


async def test_a_long_text_is_cut_around_what_fits():
    text = "word " * 60 + "needle" + " word" * 60

    (one,) = await found("needle", exchange(answer=told({"a": text})))

    assert "needle" in one.snippet
    assert len(one.snippet) <= SHOWN + 6


async def test_words_are_kept_with_the_recording(tmp_path, monkeypatch):
    monkeypatch.setattr(searching, "KEPT_FROM", 5)
    async with open_proxy(Config(), tmp_path / "shop.db") as engine:
        for each in shop():
            await engine.observe(each)
    results = []
    for _ in range(2):
        opened = await open_recording(
            tmp_path / "shop.db", matcher=Matcher(MatchOptions())
        )
        results.append(await search(opened, "cities", limit=2, embedder=Hashed()))
        assert isinstance(opened, StoredRecording)
        kept = await opened.reader.meta(WORDS)
        await opened.close()

    assert kept
    assert results[0] == results[1]


@pytest.mark.parametrize("question", ["", "?!", "zzz qqq"])
async def test_nothing_is_found_of_nothing(question):
    assert await found(question, *shop()) == []
