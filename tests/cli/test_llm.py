import asyncio
import json

import pytest

from mockforge.llm.cache import ANSWERS
from mockforge.llm.ledger import CALLS
from mockforge.llm.templates import TEMPLATES
from mockforge.store.kept import STATE, Entry, open_kept

ANSWER = {"endpoint": "GET /a", "mode": "intelligent", "prompt": "p", "model": "m"}
TEMPLATE = ANSWER | {"approved": False, "samples": [{"id": 1}, {"id": 2}]}
CALL = {"endpoint": "GET /a", "provider": "openai", "model": "m", "tokens_in": 10,
        "tokens_out": 5, "cost": 0.25, "took": 1.0, "outcome": "ok"}  # fmt: skip


@pytest.fixture
def kept(nowhere):
    """State with two answers, a template and three calls."""

    async def fill():
        async with open_kept(nowhere / STATE) as state:
            await state.put(ANSWERS, "aa11", ANSWER | {"value": {"id": 1}}, ttl=3600)
            old = ANSWER | {"endpoint": "GET /b", "value": {"id": 2}}
            await state.restore(ANSWERS, Entry("bb22", old, 10.0, 20.0))
            await state.put(TEMPLATES, "cc33", TEMPLATE)
            moment = "2026-11-20T10:00:00"
            await state.put(CALLS, f"{moment} 1", CALL)
            await state.put(CALLS, f"{moment} 2", CALL | {"cost": None, "model": "n"})
            await state.put(CALLS, "1999-01-01T10:00:00 1", CALL)

    asyncio.run(fill())
    return nowhere


@pytest.fixture
def today(monkeypatch):
    monkeypatch.setattr("mockforge.clock.SystemClock.now", lambda self: 1795262400.0)


def test_cost_is_shown_by_day_with_what_is_not_known(ran, today, kept):
    code, out, _ = ran("llm", "cost")
    assert code == 0
    assert out.splitlines()[1].split()[:6] == (
        "2026-11-20 2 0 20 10 0.25".split()  # noqa: SIM905
    )
    assert "1 calls of unknown price" in out
    assert "1999" not in out


def test_cost_is_shown_by_model_with_a_total(ran, today, kept):
    code, out, _ = ran("llm", "cost", "--by", "model", "--json")
    assert code == 0
    found = {one["model"]: one for one in json.loads(out)}
    assert found["m"]["cost"] == 0.25
    assert found["n"]["unknown"] == 1

    assert ran("llm", "cost", "--by", "model")[1].splitlines()[-1].startswith("total")


def test_nothing_asked_is_said(ran, nowhere):
    code, out, err = ran("llm", "cost")
    assert (code, out) == (0, "")
    assert "no model was asked" in err
    assert not (nowhere / STATE).exists()


def test_answers_are_listed_and_cleared(ran, kept):
    code, out, _ = ran("llm", "cache", "list")
    assert code == 0
    assert [line.split()[0] for line in out.splitlines()] == ["KEY", "aa11", "bb22"]
    assert out.splitlines()[2].endswith("when frozen")

    assert "1 answers removed" in ran("llm", "cache", "clear", "--expired")[2]
    assert [one["key"] for one in json.loads(ran("llm", "cache", "list", "--json")[1])]
    assert "0 answers" in ran("llm", "cache", "clear", "--endpoint", "GET /b*")[2]
    assert "1 answers" in ran("llm", "cache", "clear", "--endpoint", "GET /*")[2]
    assert "no answers" in ran("llm", "cache", "list")[2]


def test_what_is_exported_is_imported_elsewhere_as_it_was(ran, kept, tmp_path):
    code, out, _ = ran("llm", "cache", "export")
    assert code == 0
    file = tmp_path / "answers.jsonl"
    assert ran("llm", "cache", "export", "-o", str(file))[0] == 0
    assert file.read_text() == out
    assert [json.loads(line)["kind"] for line in out.splitlines()] == [
        "answer", "template", "answer",
    ]  # fmt: skip

    other = ["--db", str(tmp_path / "new" / STATE)]
    code, _, err = ran("llm", "cache", "import", str(file), *other)
    assert code == 0, err
    assert "2 answers and 1 templates kept" in err
    assert ran("llm", "cache", "export", *other)[1] == out


@pytest.mark.parametrize(
    "line", ["{}", "nothing", "[1]", '{"kind":"answer","key":"a","at":1}', "{" * 3000]
)
def test_a_line_that_is_none_of_an_export_is_named(ran, nowhere, line):
    (nowhere / "a.jsonl").write_text("\n" + line + "\n")
    code, _, err = ran("llm", "cache", "import", "a.jsonl")
    assert code == 1
    assert "a.jsonl:2" in err


@pytest.mark.parametrize("name", ["none.jsonl", "."])
def test_a_file_that_cannot_be_read_is_an_error(ran, nowhere, name):
    code, _, err = ran("llm", "cache", "import", name)
    assert code == 1
    assert "cannot be read" in err


def test_a_file_that_cannot_be_written_is_an_error(ran, kept):
    code, _, err = ran("llm", "cache", "export", "-o", "none/a.jsonl")
    assert code == 1
    assert "cannot be written" in err
