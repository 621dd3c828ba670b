"""Opening a model, and the key that is nowhere to be found afterwards."""

import io
import logging
from types import SimpleNamespace

import pytest

from mockforge import logs
from mockforge.errors import ConfigError
from mockforge.llm import exporting
from mockforge.llm.opening import check, open_model
from mockforge.llm.options import BudgetOptions, RagOptions
from mockforge.llm.question import Question, Unanswered
from mockforge.recordings.redact import RedactOptions
from tests.llm.provider import Reply

KEY = "planted-key-0123456789"


async def test_a_model_of_nobody_opens_and_answers_nothing():
    config = SimpleNamespace(
        rag=RagOptions(), redact=RedactOptions(), offline=False, seed=0
    )
    async with open_model(config) as model:
        told = await model.ask(Question("GET /a", "intelligent", "p"))
    assert isinstance(told, Unanswered)
    assert "no language model" in told.reason


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"provider": "openai"}, "no API key is configured"),
        ({"provider": "anthropic"}, "no API key is configured"),
        ({"provider": "openai-compatible"}, "its address is not set"),
        ({"provider": "openai-compatible", "api_endpoint": "http://h"}, "not named"),
        ({"provider": "openai", "api_key": "k", "model": "none-such",
          "budget": BudgetOptions(cost=1)}, "what 'none-such' costs is not known"),
    ],
)  # fmt: skip
def test_what_is_missing_is_told_when_it_is_opened(changes, words):
    with pytest.raises(ConfigError, match=words):
        check(RagOptions(**changes))


FAULTS = [
    Reply(status=401, error=f"Incorrect API key provided: {KEY}"),
    Reply(status=400, error=f"bad key {KEY[:14]}...{KEY[-8:]}"),
    Reply(status=500, raw=f"<pre>{KEY} {KEY}</pre>".encode()),
    Reply(status=429, error=KEY),
    Reply(status=302, headers={"Location": f"http://127.0.0.1:1/?k={KEY}"}),
    Reply(raw=f'{{"choices": "{KEY}"}}'.encode()),
    Reply(f'Your key is {KEY}: {{"id": 1}}'),
    Reply(f'{{"id": 1, "name": "{KEY}", "tier": "gold"}}'),
    Reply(f'{{"id": 1, "name": "\\u0070{KEY[1:]}", "tier": "gold"}}'),
    Reply(f'{{"id": "{KEY}", "name": "{KEY}", "tier": "gold"}}'),
    Reply(f'{{"id": 1, "{KEY}": 1, "name": "a", "tier": "gold"}}'),
    Reply(resets=True),
]


@pytest.fixture
def logged():
    """All that is logged, as the command line has it with --log-level debug."""
    root = logging.getLogger()
    before, level = root.handlers[:], root.level
    stream = io.StringIO()
    logs.configure(level="debug", stream=stream)
    yield stream
    logs.configure(level="info", stream=stream)
    root.handlers[:] = before
    root.setLevel(level)


@pytest.mark.parametrize("fault", FAULTS, ids=lambda one: (one.text or one.error)[:20])
@pytest.mark.parametrize("provider_name", ["openai", "anthropic", "ollama"])
async def test_the_key_is_in_nothing_that_is_said_or_written(
    desk, fault, provider_name, logged, capfd, tmp_path
):
    desk.provider.replies = [fault]
    changes = {"provider": provider_name, "api_key": KEY, "max_retries": 1,
               "api_endpoint": desk.provider.url}  # fmt: skip
    async with desk.open(**changes) as model:
        told = [await model.ask(desk.question(f"/customers/{n}")) for n in range(3)]
    sent = str([one.headers for one in desk.provider.asked])
    export = list(await exporting.exported(desk.kept))
    await desk.kept.close()

    assert KEY in sent
    said = [repr(told), str(export), str(capfd.readouterr()), logged.getvalue()]
    files = [file for file in tmp_path.rglob("*") if file.is_file()]
    said += [file.read_bytes().decode("latin-1") for file in files]
    pieces = [KEY[at : at + 10] for at in range(len(KEY) - 9)]
    assert [(one, text) for one in pieces for text in said if one in text] == []
    assert len(files) >= 1
