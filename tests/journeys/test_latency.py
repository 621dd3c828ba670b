"""Learned latency from the recording to the wire: it is answered, and nobody waits."""

import asyncio

from mockforge.app import open_proxy, open_replay
from mockforge.config import Config, ReplayOptions
from mockforge.server.run import Server, listen
from mockforge.server.surface import Surface
from mockforge.stages.pacing import Latency
from tests.worlds import API, exchange

PATIENCE = 20


async def ask(port, path, session):
    """Return status and body of an answer, over a connection of its own."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        head = f"GET {path} HTTP/1.1\r\nHost: here\r\nConnection: close\r\n"
        writer.write(f"{head}X-MockForge-Session: {session}\r\n\r\n".encode())
        data = await reader.read()
    finally:
        writer.close()
        await writer.wait_closed()
    first, _, body = data.partition(b"\r\n\r\n")
    return int(first.split()[1]), body


async def test_who_waits_for_a_learned_delay_holds_nobody_up(tmp_path):
    place = tmp_path / "shop.db"
    async with open_proxy(Config(), place) as engine:
        for number in range(40):
            for path, took in (("/slow", 3600.0), ("/quick", 0.001)):
                await engine.observe(
                    exchange(
                        url=f"{API}{path}",
                        answer=path.encode(),
                        started=1_700_000_000.0 + number * 10_000,
                        first_byte=took + number / 1e6,
                        elapsed=took + 0.01,
                    )
                )
    config = Config(replay=ReplayOptions(latency=Latency.LEARNED))
    async with open_replay(config, [place]) as engine:
        surface = Surface(engine, report=dict)
        server = Server(surface.respond, listen("127.0.0.1", 0))
        async with server.running(), asyncio.timeout(PATIENCE):
            loop = asyncio.get_running_loop()
            slow = [
                loop.create_task(ask(server.port, "/slow", f"s{number}"))
                for number in range(20)
            ]
            quick = [await ask(server.port, "/quick", f"q{n}") for n in range(20)]
            asleep = [not task.done() for task in slow]
        # A server that stops waits no longer, and answers what it was asked.
        answered = await asyncio.gather(*slow)

    assert quick == [(200, b"/quick")] * 20
    assert asleep == [True] * 20
    assert answered == [(200, b"/slow")] * 20
