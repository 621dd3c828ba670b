"""The limit: answers from a dict by the bytes of the request, and nothing else.

    python tests/bench/bare.py EXCHANGES READY [--delay SECONDS]

It says what of a figure is the machine's: the system calls, the bytes sent, caches that
are too small for the recording, timers.
"""

import argparse
import asyncio
import json
import os
from pathlib import Path

import traffic

try:
    from uvloop import new_event_loop
except ImportError:
    from asyncio import new_event_loop


class Answering(asyncio.Protocol):
    """One connection."""

    def __init__(self, answers, delay):
        self._answers, self._delay = answers, delay
        self._loop = asyncio.get_running_loop()

    def connection_made(self, transport):
        self._transport = transport

    def data_received(self, data):
        answer = self._answers[data]
        if self._delay and data.startswith(b"GET /v1/orders/ord"):
            self._loop.call_later(self._delay, self._late, answer)
        else:
            self._transport.write(answer)

    def _late(self, answer):
        if not self._transport.is_closing():
            self._transport.write(answer)


async def serve(answers, ready, delay):
    loop = asyncio.get_running_loop()
    server = await loop.create_server(
        lambda: Answering(answers, delay), "127.0.0.1", 0, backlog=2048
    )
    port = server.sockets[0].getsockname()[1]
    told = {"url": f"http://127.0.0.1:{port}", "pid": os.getpid()}
    written = ready.with_suffix(".part")
    written.write_text(json.dumps(told))
    written.rename(ready)
    await server.serve_forever()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("exchanges", type=int)
    parser.add_argument("ready", type=Path)
    parser.add_argument("--delay", type=float, default=0.0)
    asked = parser.parse_args()
    told = map(traffic.exchange, range(asked.exchanges))
    answers = {each.raw(): each.expected for each in told}
    with asyncio.Runner(loop_factory=new_event_loop) as runner:
        runner.run(serve(answers, asked.ready, asked.delay))


if __name__ == "__main__":
    main()
