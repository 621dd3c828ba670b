import json
import sys
import types
from functools import partial

import httpx
import numpy as np
import pytest

from mockforge.errors import ConfigError, UpstreamError
from mockforge.recall.embedder import Asked, Hashed, embedder_of
from mockforge.recall.fields import Fields
from mockforge.recall.options import RecallOptions
from tests.worlds import API, request

KEY = "sk-very-secret-9f8a7b6c"


def remote(monkeypatch, answer, **options):
    """Return an embedder whose API is *answer*, and what that was asked."""
    asked = []

    def handle(got):
        asked.append(got)
        return answer(json.loads(got.content), got)

    transport = httpx.MockTransport(handle)
    monkeypatch.setattr(
        httpx, "AsyncClient", partial(httpx.AsyncClient, transport=transport)
    )
    return embedder_of(RecallOptions(**options)), asked


def openai(body, _got):
    rows = [{"index": at, "embedding": [3.0, 4.0]} for at in range(len(body["input"]))]
    return httpx.Response(200, json={"data": rows[::-1]})


async def test_hashed_needs_nobody():
    embedder = embedder_of(RecallOptions(), offline=True)

    assert isinstance(embedder, Hashed)
    assert await embedder.texts(["a"]) is None
    assert (await embedder.requests([])).shape == (0, 512)
    await embedder.close()


async def test_an_api_of_openai_form_is_asked(monkeypatch):
    embedder, asked = remote(
        *(monkeypatch, openai),
        embedder="OpenAI",
        base_url="http://127.0.0.1:9/v1/",
        model="m",
        api_key=KEY,
    )

    found = await embedder.requests([Asked(request(url=f"{API}/a?b=c"), Fields())] * 2)
    await embedder.close()

    assert found.tolist() == [pytest.approx([0.6, 0.8])] * 2
    assert str(asked[0].url) == "http://127.0.0.1:9/v1/embeddings"
    assert asked[0].headers["authorization"] == f"Bearer {KEY}"
    told = json.loads(asked[0].content)
    assert told == {"model": "m", "input": ["GET api.example /a b=c"] * 2}
    assert KEY not in embedder.id


async def test_ollama_is_asked(monkeypatch):
    def ollama(body, _got):
        return httpx.Response(200, json={"embeddings": [[1, 0]] * len(body["input"])})

    embedder, asked = remote(monkeypatch, ollama, embedder="ollama")
    found = await embedder.texts(["x"] * 100)
    await embedder.close()

    assert found.shape == (100, 2)
    assert [str(each.url) for each in asked] == ["http://127.0.0.1:11434/api/embed"] * 2


@pytest.mark.parametrize(
    "answer",
    [
        lambda body, got: httpx.Response(401, text=f"bad key {KEY}"),
        lambda body, got: httpx.Response(200, text="no JSON"),
        lambda body, got: httpx.Response(200, json={"data": []}),
        lambda body, got: httpx.Response(200, json=[KEY]),
        lambda body, got: httpx.Response(
            200, json={"data": [{"index": 0, "embedding": "x"}]}
        ),
        lambda body, got: (_ for _ in ()).throw(httpx.ConnectError(KEY)),
    ],
)
async def test_a_failure_is_told_without_the_key(monkeypatch, answer):
    embedder, _ = remote(monkeypatch, answer, embedder="openai", api_key=KEY)

    with pytest.raises(UpstreamError) as failure:
        await embedder.texts(["a"])
    await embedder.close()

    assert KEY not in str(failure.value)
    assert "embedder" in str(failure.value)


@pytest.mark.parametrize("name", ["openai", "ollama"])
def test_nobody_is_asked_offline(name):
    with pytest.raises(ConfigError, match="nobody may be contacted"):
        embedder_of(RecallOptions(embedder=name), offline=True)


def test_an_address_that_is_none_is_refused():
    with pytest.raises(ConfigError, match="base_url"):
        embedder_of(RecallOptions(embedder="openai", base_url="nowhere"))


@pytest.mark.parametrize("path", [None, "minishlab/potion-base-8M"])
def test_a_model_is_a_directory_of_this_machine(path):
    with pytest.raises(ConfigError, match="is no directory with a model"):
        embedder_of(RecallOptions(embedder="model2vec", path=path))


def test_what_reads_the_model_has_to_be_installed(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "model2vec", None)

    with pytest.raises(ConfigError, match=r"mockforge\[embeddings\]"):
        embedder_of(RecallOptions(embedder="model2vec", path=str(tmp_path)))


async def test_a_local_model_reads_texts(tmp_path, monkeypatch):
    class StaticModel:
        @classmethod
        def from_pretrained(cls, path):
            assert path == str(tmp_path)
            return cls()

        def encode(self, texts):
            return np.array([[len(text), 0.0] for text in texts])

    stand_in = types.ModuleType("model2vec")
    vars(stand_in)["StaticModel"] = StaticModel
    monkeypatch.setitem(sys.modules, "model2vec", stand_in)
    options = RecallOptions(embedder="model2vec", path=str(tmp_path))

    embedder = embedder_of(options, offline=True)
    found = await embedder.texts(["abc", ""])
    await embedder.close()

    assert found is not None
    assert found.tolist() == [[1.0, 0.0], [0.0, 0.0]]
    assert " " not in embedder.id
