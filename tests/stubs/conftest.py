"""Endpoints as they are written, ready to be asked."""

import asyncio
import json
from dataclasses import replace

import pytest

from mockforge.config import load
from mockforge.http import Request
from mockforge.stubs.inventing import Inventing
from mockforge.stubs.stubs import Stubs

NOW = 1_800_000_000.0


class Asking:
    """Asks endpoints, as a server would."""

    def __init__(self, stubs):
        self.stubs = stubs

    def found(self, target, method="GET", body=b"", headers=(), session="s", now=NOW):
        pairs = tuple((name.encode(), value.encode()) for name, value in headers)
        request = Request(method, "http", "here:8080", target, pairs, body)
        return self.stubs.find(request, session, now)

    def __call__(self, *asked, **more):
        found = self.found(*asked, **more)
        return None if found is None else asyncio.run(self.stubs.answer(found))

    def json(self, *asked, **more):
        return json.loads(self(*asked, **more).response.body)


@pytest.fixture
def asking(tmp_path):
    """Endpoints of a YAML text, to be asked."""

    def asking(text, *, model=None, is_alone=True, **given):
        path = tmp_path / "mockforge.yaml"
        path.write_text(text)
        config = load(path, environ={"OPENAI_API_KEY": "k"}, here=tmp_path)
        inventing = Inventing(rag=config.rag, model=model, since=NOW)
        inventing = replace(inventing, **given)
        return Asking(Stubs.of(config.endpoints, inventing, is_alone=is_alone))

    return asking
