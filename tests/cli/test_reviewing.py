import asyncio
import json

import pytest

from mockforge.llm.templates import TEMPLATES
from mockforge.store.kept import STATE, open_kept

TEMPLATE = {"endpoint": "GET /a", "mode": "intelligent", "prompt": "p", "model": "m",
            "approved": False, "samples": [{"id": 1}, {"id": 2}]}  # fmt: skip


@pytest.fixture
def kept(nowhere):
    """State with a template."""

    async def fill():
        async with open_kept(nowhere / STATE) as state:
            await state.put(TEMPLATES, "cc33", TEMPLATE)

    asyncio.run(fill())
    return nowhere


def test_templates_are_listed_shown_approved_and_removed(ran, kept):
    code, out, _ = ran("llm", "templates", "list")
    assert code == 0
    assert out.splitlines()[1].split()[0] == "cc33"
    assert out.rstrip().endswith("no")
    assert json.loads(ran("llm", "templates", "show", "cc")[1])["samples"] == [
        {"id": 1}, {"id": 2},
    ]  # fmt: skip

    assert ran("llm", "templates", "approve", "cc33")[0] == 0
    assert json.loads(ran("llm", "templates", "list", "--json")[1])[0]["approved"]
    assert ran("llm", "templates", "remove", "cc33")[0] == 0
    assert "no templates" in ran("llm", "templates", "list")[2]


def test_a_key_that_is_none_is_an_error_with_the_next_step(ran, kept):
    for words in (["show", "zz"], ["approve", "cc33", "zz"], ["remove", "zz"]):
        code, _, err = ran("llm", "templates", *words)
        assert code == 1
        assert "mockforge llm templates list" in err
