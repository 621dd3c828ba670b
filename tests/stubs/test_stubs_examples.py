"""Every example of the guide to invented answers: it loads, runs and answers.

The files in `examples` are as the guide has them. Some are a part of a file; they are
put where they belong.
"""

import asyncio
import json
import re
import textwrap
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

import pytest

from mockforge.app import load_alone
from mockforge.chance import rng
from mockforge.config import load
from mockforge.report import report_of
from mockforge.server.lane import Lane
from mockforge.server.run import Server, listen
from mockforge.server.surface import Surface
from mockforge.synthesis import Wanted, made, validated
from tests.llm.provider import Provider

FOLDER = Path(__file__).parent / "examples"
NAMES = sorted(path.name for path in FOLDER.glob("*.yaml"))

IN_FILE = ("server", "endpoints", "websocket", "rag")
IN_REPLAY = ("strategy", "event_rate", "progressive_evolution")
DEVELOPMENT = 29
"""The example with two files in one: for development, and for production."""


def placed(text):
    """Return a part of a file where it belongs in a whole one."""
    first = re.findall(r"^(\w+):", text, re.MULTILINE)[0]
    if first in IN_FILE:
        return text
    if first == "replay":
        return f"websocket:\n  - path: /stream\n{textwrap.indent(text, '    ')}"
    if first in IN_REPLAY:
        return (
            f"websocket:\n  - path: /s\n    replay:\n{textwrap.indent(text, ' ' * 6)}"
        )
    if first == "response":
        return f"endpoints:\n  - path: /thing\n{textwrap.indent(text, '    ')}"
    more = "" if first in ("prompt", "schema") else "prompt: A customer\n"
    inner = textwrap.indent(f"mode: intelligent\n{more}{text}", " " * 6)
    return f"endpoints:\n  - path: /thing\n    response:\n{inner}"


def files(name):
    text = (FOLDER / name).read_text()
    if int(name[:2]) != DEVELOPMENT:
        return [placed(text)]
    return [f"rag:{part}" for part in text.split("rag:")[1:]]


CASES = [
    pytest.param(text, id=f"{name[:-5]}{number or ''}")
    for name in NAMES
    for number, text in enumerate(files(name))
]


@asynccontextmanager
async def served(config):
    """Serve *config* as the program does; yield what asks it."""
    async with AsyncExitStack() as stack:
        engine = await load_alone(stack, config)
        surface = Surface(engine, report=lambda: report_of(engine).json())
        surface.lane = Lane(engine, limit=1 << 20)
        server = Server(surface.respond, listen("127.0.0.1", 0), lane=surface.lane)
        surface.authorities = server.authorities
        await stack.enter_async_context(server.running())

        async def ask(target, method="GET", *fields, body=b""):
            reader, writer = await asyncio.open_connection(server.host, server.port)
            lines = [f"{method} {target} HTTP/1.1", "Host: localhost", *fields]
            lines += ["Connection: close", f"Content-Length: {len(body)}", "", ""]
            writer.write("\r\n".join(lines).encode() + body)
            head, _, got = (await reader.read()).partition(b"\r\n\r\n")
            writer.close()
            status = int(head.split()[1])
            return status, head.decode(), json.loads(got) if got else None

        yield ask, engine


def loaded(text, tmp_path, **flags):
    path = tmp_path / "example.yaml"
    path.write_text(text)
    given = {key: (value, f"--{key}") for key, value in flags.items()}
    return load(
        path, environ={"OPENAI_API_KEY": "sk-planted"}, here=tmp_path, flags=given
    )


def asked_of(endpoint):
    return re.sub(r":\w+", "12345", endpoint.path)


def check(endpoint, value):
    (given,) = endpoint.given
    if given.count > 1:
        assert isinstance(value, list)
        assert len(value) == given.count
    else:
        assert isinstance(value, dict)
    for each in value if isinstance(value, list) else [value]:
        if given.json_schema is not None:
            assert validated(given.json_schema).problems(each) == []
        if given.mode == "hybrid":
            assert given.body.keys() < each.keys()


def test_all_are_here():
    assert len(NAMES) == 31


@pytest.mark.parametrize("text", CASES)
async def test_an_example_answers_without_a_model(text, tmp_path):
    config = loaded(text, tmp_path, **{"rag.calls": "none"})

    async with served(config) as (ask, _):
        for endpoint in config.endpoints:
            status, head, value = await ask(asked_of(endpoint))
            assert status == 200
            assert "X-MockForge-Source: synthetic; stub=" in head
            check(endpoint, value)


INVENTED = [
    case for case in CASES if re.search("mode: (intel|hybrid)", str(case.values[0]))
]


@pytest.mark.parametrize("text", INVENTED)
async def test_and_with_one(text, tmp_path):
    def says(asked):
        assert asked.headers["authorization"] == "Bearer sk-planted"
        form = asked.body["response_format"]["json_schema"]["schema"]
        return json.dumps(made(Wanted(form), rng(7), now=1.8e9))

    async with Provider() as provider:
        provider.says = says
        flags = {
            "rag.provider": "openai",
            "rag.api_key": "sk-planted",
            "rag.model": "gpt-4",
            "rag.api_endpoint": provider.url,
        }
        config = loaded(text, tmp_path, **flags)
        async with served(config) as (ask, _):
            for endpoint in config.endpoints:
                status, head, value = await ask(asked_of(endpoint))
                assert status == 200
                assert "X-MockForge-Source: llm; stub=" in head
                check(endpoint, value)
    assert provider.asked


async def test_the_same_seed_gives_the_same_bytes_in_any_order(tmp_path):
    text = placed((FOLDER / "19-ecommerce-ai.yaml").read_text())
    targets = ["/orders/1", "/orders/2", "/products", "/orders/1"]
    found = []

    for order in (targets, [targets[3], targets[2], targets[1], targets[0]]):
        config = loaded(text, tmp_path, **{"rag.calls": "none"})
        async with served(config) as (ask, _):
            told = [(target, await ask(target)) for target in order]
            by_target: dict[str, list[object]] = {}
            for target, (_, _, value) in told:
                by_target.setdefault(target, []).append(value)
            found.append(by_target)
        for left in tmp_path.glob("mockforge.state*"):
            left.unlink()

    assert found[0] == found[1]


DOCS = Path(__file__).resolve().parents[2] / "docs"
PAGES = {
    name: (DOCS / name).read_text()
    for name in ("reference/stubs.md", "how-to/answer-without-an-api.md")
}


@pytest.mark.parametrize("page", PAGES)
async def test_the_examples_of_the_documentation_answer(page, tmp_path):
    form = r"^ *```yaml\n(.*?)^ *```$"
    blocks = re.findall(form, PAGES[page], re.DOTALL | re.MULTILINE)

    assert blocks
    for block in blocks:
        config = loaded(textwrap.dedent(block), tmp_path)
        async with served(config) as (ask, _):
            for endpoint in config.endpoints:
                if any(each.fault is not None for each in endpoint.given):
                    continue
                (method, *_) = endpoint.method
                status, _, value = await ask(asked_of(endpoint), method)
                assert status < 500
                assert value is not None or status == 401
