"""What works with model servers that are real programs: run it by name.

    python tests/bench/llm.py FOLDER

FOLDER holds what was installed there: `v/bin/python` with xllamacpp (llama.cpp's own
server), `serve.py MODEL PORT` and `tiny.gguf` to run it, and `node_modules` with
@copilotkit/aimock. The small model is not trained: what it says is noise, and that it
is valid noise is the server's constrained decoding. aimock says what it is told to, in
three forms, and fails as often as it is told to.

Each row is a case, how many questions it put, how many of the answers were valid, how
many were mended, and how many requests that took.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import socket
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from mockforge.http import Request
from mockforge.llm.ledger import CALLS
from mockforge.llm.opening import open_model
from mockforge.llm.options import RagOptions
from mockforge.llm.question import Question, Told
from mockforge.recordings.redact import RedactOptions
from mockforge.store.kept import open_kept
from mockforge.synthesis.validity import validated

TEXT = {"type": "string", "maxLength": 8}
FLAT = {
    "type": "object",
    "properties": {
        "id": {"type": "integer", "minimum": 0, "maximum": 9999},
        "name": TEXT,
        "tier": {"enum": ["gold", "silver"]},
        "active": {"type": "boolean"},
    },
    "required": ["id", "name", "tier"],
}
DEEP = {
    "type": "object",
    "properties": {
        "order": {"$ref": "#/$defs/order"},
        "tags": {"type": "array", "items": TEXT, "maxItems": 2},
        "paid": {"anyOf": [{"type": "boolean"}, {"type": "null"}]},
    },
    "required": ["order"],
    "$defs": {
        "order": {
            "type": "object",
            "properties": {"lines": {"type": "array", "items": FLAT, "maxItems": 2}},
            "required": ["lines"],
        }
    },
}
GOOD = {"id": 7, "name": "Ada", "tier": "gold", "active": True}


@asynccontextmanager
async def running(words: list[str], path: str) -> AsyncIterator[str]:
    """Yield the address of a server that *words* start, once *path* is answered."""
    import httpx

    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    silent = asyncio.subprocess.DEVNULL
    process = await asyncio.create_subprocess_exec(
        *(word.format(port=port) for word in words), stdout=silent, stderr=silent
    )
    base = f"http://127.0.0.1:{port}"
    try:
        async with httpx.AsyncClient(trust_env=False) as client:
            for _ in range(120):
                try:
                    await client.get(base + path)
                    break
                except httpx.HTTPError:
                    await asyncio.sleep(0.25)
        yield base
    finally:
        process.terminate()
        await asyncio.wait_for(process.wait(), 10)


async def asked(
    rag: RagOptions, schema: Any, targets: list[str], *, count: int | None = None
) -> tuple[list[Any], int, float]:
    """Return what was answered to requests for *targets*, requests, and seconds."""
    config = SimpleNamespace(rag=rag, redact=RedactOptions(), offline=False, seed=0)
    start = time.perf_counter()
    async with open_kept(None) as kept, open_model(config, kept) as model:
        questions = [
            Question(
                "GET /a/{id}",
                "intelligent",
                "A customer of a shop",
                schema=schema,
                request=Request("GET", "http", "api", target),
                options=rag,
                count=count,
            )
            for target in targets
        ]
        told = await asyncio.gather(*(model.ask(one) for one in questions))
        calls = len(await kept.every(CALLS))
    return told, calls, time.perf_counter() - start


def row(
    name: str, told: list[Any], calls: int, seconds: float, valid: Callable[[Any], bool]
) -> None:
    """Print a row."""
    answered = [one for one in told if isinstance(one, Told)]
    good = sum(valid(one.value) for one in answered)
    mended = sum(one.repaired for one in answered)
    print(
        f"{name:40} {len(told):4} {good:5} {mended:6} {calls:6} {seconds:7.1f} s",
        flush=True,
    )
    reasons = {one.reason[:150] for one in told if not isinstance(one, Told)}
    for reason in sorted(reasons):
        print(f"    {reason}")


def of(schema: Any, count: int | None = None) -> Callable[[Any], bool]:
    """Return what tells whether an answer is valid."""

    def valid(value: Any) -> bool:
        documents = value if count else [value]
        right = not count or len(documents) == count
        return right and all(validated(schema).is_valid(one) for one in documents)

    return valid


async def llama(folder: Path) -> None:
    """Ask llama.cpp's server."""
    words = [str(folder / "v/bin/python"), str(folder / "serve.py")]
    words += [str(folder / "tiny.gguf"), "{port}"]
    async with running(words, "/v1/models") as base:
        rag = RagOptions(
            provider="openai-compatible", api_endpoint=base, model="tiny",
            when="always", max_tokens=800, timeout_secs=60, concurrency=2,
        )  # fmt: skip
        targets = [f"/a/{number}" for number in range(8)]
        for name, schema in (("flat", FLAT), ("deep", DEEP)):
            found = await asked(rag, schema, targets)
            row(f"llama.cpp, {name} schema, constrained", *found, of(schema))
        found = await asked(rag, FLAT, ["/a"], count=5)
        row("llama.cpp, 5 of a list, constrained", *found, of(FLAT, 5))
        first = rag.model_copy(update={"when": "first"})
        found = await asked(first, FLAT, [f"/a/{n % 9}" for n in range(200)])
        row("llama.cpp, 200 cold requests at once", *found, of(FLAT))
        loose = rag.model_copy(update={"structured": False, "max_tokens": 200})
        found = await asked(loose, FLAT, targets[:3])
        row("llama.cpp, JSON mode without a schema", *found, of(FLAT))


async def mock(folder: Path) -> None:
    """Ask aimock in its three forms."""
    said = json.dumps(GOOD)
    texts = {
        "plain": said,
        "fenced": f"Here it is:\n```json\n{said}\n```\nEnjoy!",
        "trailing": f"Sure! {said[:-1]},}}",
        "cut": said[:-20],
    }
    fixtures = [
        {"match": {"userMessage": f"/a/{name}"}, "response": {"content": text}}
        for name, text in texts.items()
    ]
    call = {"name": "answer", "arguments": json.dumps(GOOD)}
    fixtures.append(
        {"match": {"userMessage": "/a/tool"}, "response": {"toolCalls": [call]}}
    )
    refusal = {"error": {"message": "no", "type": "invalid"}, "status": 400}
    fixtures.append({"match": {"userMessage": "/a/refused"}, "response": refusal})
    with tempfile.TemporaryDirectory() as place:
        file = Path(place) / "fixtures.json"
        file.write_text(json.dumps({"fixtures": fixtures}))
        words = [str(folder / "node_modules/.bin/llmock"), "-p", "{port}"]
        words += ["-f", str(file), "--log-level", "silent"]
        async with running(words, "/v1/models") as base:
            await forms(base, [*texts, "tool", "refused"])
        faulty = ["--chaos-ratelimit", "0.3", "--chaos-malformed", "0.2"]
        faulty += ["--chaos-disconnect", "0.2"]
        async with running([*words, *faulty], "/v1/models") as base:
            await forms(base, ["plain"], times=10, note=", failing")


async def forms(base: str, names: list[str], *, times: int = 1, note: str = "") -> None:
    """Ask for each of *names* in each form."""
    for provider, model in (
        ("openai", "gpt-4o-mini"),
        ("anthropic", "claude-3-5-haiku-latest"),
        ("ollama", "llama3"),
    ):
        rag = RagOptions(
            provider=provider, api_endpoint=base, model=model, api_key="test-key",
            when="always", max_retries=8, deadline_secs=60,
        )  # fmt: skip
        for name in names:
            targets = [f"/a/{name}/{number}" for number in range(times)]
            found = await asked(rag, FLAT, targets)
            row(f"aimock, {provider}, {name}{note}", *found, of(FLAT))


async def main() -> None:
    """Run what is there."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder.resolve()
    print(f"{'case':40} {'asked':>4} {'valid':>5} {'mended':>5} {'calls':>6}")
    if (folder / "tiny.gguf").exists():
        await llama(folder)
    if (folder / "node_modules/.bin/llmock").exists():
        await mock(folder)


if __name__ == "__main__":
    asyncio.run(main())
