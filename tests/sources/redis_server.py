"""A Redis to ask over TCP: the wire in front of fakeredis, which does the rest."""

import asyncio
from contextlib import asynccontextmanager

import fakeredis


@asynccontextmanager
async def redis_server(port=0):
    """Run one; yield its port. What it holds is gone with it."""
    kept = fakeredis.FakeServer()
    writers = set()

    async def serve(reader, writer):
        # Of this connection, as its SELECT and its protocol are.
        redis = fakeredis.FakeRedis(server=kept)
        redis.response_callbacks.clear()
        writers.add(writer)
        try:
            while words := await _command(reader):
                writer.write(_answer(redis, words))
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writers.discard(writer)
            writer.close()
            redis.close()

    server = await asyncio.start_server(serve, "127.0.0.1", port)
    try:
        yield server.sockets[0].getsockname()[1]
    finally:
        server.close()
        for writer in tuple(writers):
            writer.close()
        await server.wait_closed()
        while writers:  # noqa: ASYNC110 - each takes itself out
            await asyncio.sleep(0)


async def _command(reader):
    head = await reader.readline()
    words = []
    for _ in range(int(head[1:] or 0)):
        size = int((await reader.readline())[1:])
        words.append((await reader.readexactly(size + 2))[:-2])
    return words


def _answer(redis, words):
    name = words[0].upper()
    # It speaks the older protocol only, and is told about its clients in vain.
    if name == b"HELLO":
        return b"-ERR unknown command 'HELLO'\r\n"
    if name in (b"AUTH", b"CLIENT", b"SELECT"):
        return b"+OK\r\n"
    try:
        return _encoded(redis.execute_command(*words))
    except Exception as error:
        return f"-{_code(error)}{error}\r\n".encode()


def _code(error):
    return "NOSCRIPT " if "No matching script" in str(error) else "ERR "


def _encoded(value):
    if value is None:
        return b"$-1\r\n"
    if isinstance(value, bool | int):
        return b":%d\r\n" % value
    if isinstance(value, list):
        return b"*%d\r\n" % len(value) + b"".join(map(_encoded, value))
    data = value if isinstance(value, bytes) else str(value).encode()
    return b"$%d\r\n%s\r\n" % (len(data), data)
