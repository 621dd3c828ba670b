import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

ROOT = str(Path(__file__).resolve().parents[2])
if ROOT not in sys.path:
    sys.path.insert(0, ROOT)

from mockforge.clock import VirtualClock  # noqa: E402
from mockforge.http import Request  # noqa: E402
from mockforge.llm.opening import open_model  # noqa: E402
from mockforge.llm.options import RagOptions, merged  # noqa: E402
from mockforge.llm.question import Question  # noqa: E402
from mockforge.recordings.redact import RedactOptions  # noqa: E402
from mockforge.store.kept import new_kept  # noqa: E402
from tests.llm.provider import Provider  # noqa: E402

SCHEMA = {
    "type": "object",
    "properties": {
        "id": {"type": "integer"},
        "name": {"type": "string"},
        "tier": {"type": "string", "enum": ["gold", "silver"]},
    },
    "required": ["id", "name", "tier"],
}


class Desk:
    """A provider, a model that asks it, and a clock that passes when it waits."""

    def __init__(self, provider, place):
        self.provider = provider
        self.clock = VirtualClock()
        self.waits = []
        self.place = place
        self.kept = new_kept(place, clock=self.clock)
        self.rag = RagOptions(
            provider="openai", api_key="planted-key-0123456789", model="m",
            api_endpoint=provider.url, samples=1, timeout_secs=5, deadline_secs=300,
        )  # fmt: skip

    async def _sleep(self, seconds):
        self.waits.append(seconds)
        self.clock.advance(seconds)

    def settings(self, **changes):
        offline = changes.pop("offline", False)
        rag = merged(self.rag, RagOptions(**changes)) if changes else self.rag
        if "api_key" not in changes:
            rag = rag.model_copy(update={"api_key": self.rag.api_key})
        self.rag = rag
        return SimpleNamespace(rag=rag, redact=RedactOptions(), offline=offline, seed=0)

    def open(self, **changes):
        settings = self.settings(**changes)
        return open_model(settings, self.kept, clock=self.clock, sleep=self._sleep)

    def question(self, target="/customers/7", body=b"", **changes):
        headers = ((b"Content-Type", b"application/json"),) if body else ()
        method = "POST" if body else "GET"
        request = Request(method, "http", "api", target, headers, body)
        told: dict[str, Any] = {
            "endpoint": "GET /customers/{id}", "mode": "intelligent",
            "prompt": "A customer of a shop", "schema": SCHEMA,
            "request": request, "options": self.rag,
        }  # fmt: skip
        return Question(**(told | changes))


@pytest.fixture
async def provider():
    async with Provider() as one:
        yield one


@pytest.fixture
async def desk(provider, tmp_path):
    one = Desk(provider, tmp_path / "mockforge.state.db")
    yield one
    await one.kept.close()
