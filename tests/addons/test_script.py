"""`mitmdump -s addons/record.py`, as from a checkout."""

import asyncio
import os
import signal
import socket
import sys
from pathlib import Path

from mockforge.store.database import connect
from mockforge.store.exchanges import every

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = "import sys; from mitmproxy.tools.main import mitmdump; sys.exit(mitmdump())"


async def test_mitmproxys_own_program_records(world, tmp_path):
    upstream = await world.answering(
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
        b"2\r\nok\r\n0\r\nX-Sum: 1\r\n\r\n"
    )
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    database = tmp_path / "a.db"
    mode = f"reverse:http://127.0.0.1:{upstream}@127.0.0.1:{port}"
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-c", PROGRAM, "-s", str(ROOT / "addons" / "record.py"), "--mode", mode),
        *("--set", f"mockforge_recording={database}"),
        *("--set", f"confdir={world.confdir}"),
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    assert process.stdout is not None
    async with asyncio.timeout(60):
        told = b""
        while b"listening at" not in told or b"recording into" not in told:
            line = await process.stdout.readline()
            assert line, told.decode()
            told += line
    client = await world.client(port)
    got = await client.ask(target="/a")
    await client.close()
    process.send_signal(signal.SIGINT)
    rest, _ = await process.communicate()

    assert (got.body, got.trailers) == (b"ok", [("X-Sum", "1")]), rest.decode()
    assert b"Traceback" not in rest
    async with await connect(database) as store:
        kept = [exchange async for exchange in every(store)]
    assert [exchange.request.target for exchange in kept] == ["/a"]
    assert kept[0].response is not None
    assert kept[0].response.trailers == ((b"X-Sum", b"1"),)
