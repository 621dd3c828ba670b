"""A client that speaks HTTP/2 frame by frame, for tests of what is answered."""

import asyncio
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from h2 import events
from h2.config import H2Configuration
from h2.connection import H2Connection
from h2.settings import SettingCodes


@dataclass
class Got:
    """What came on one stream."""

    fields: list = field(default_factory=list)
    body: bytes = b""
    trailers: list = field(default_factory=list)
    informed: list = field(default_factory=list)
    ended: bool = False
    reset: int | None = None

    @property
    def status(self):
        return int(dict(self.fields)[b":status"])

    @property
    def headers(self):
        return [pair for pair in self.fields if pair[0][:1] != b":"]

    @property
    def is_over(self):
        return self.ended or self.reset is not None


class Client:
    """One connection. What it takes is acknowledged only if it *reads*."""

    def __init__(self, reader, writer, *, window=None):
        self.reader, self.writer = reader, writer
        self.h2 = H2Connection(H2Configuration(client_side=True))
        self.got = {}
        self.reads = True
        self.goaway = None
        self.is_closed = False
        self.h2.initiate_connection()
        if window is not None:
            self.h2.update_settings({SettingCodes.INITIAL_WINDOW_SIZE: window})
        self.flush()

    def flush(self):
        self.writer.write(self.h2.data_to_send())

    def ask(
        self, path="/", body=b"", *, method=None, fields=(), trailers=(), ends=True
    ):
        """Send a request and return its stream."""
        stream = self.h2.get_next_available_stream_id()
        self.got[stream] = Got()
        head = [
            (b":method", (method or ("POST" if body else "GET")).encode()),
            (b":scheme", b"https"),
            (b":authority", b"localhost"),
            (b":path", path.encode()),
            *fields,
        ]
        is_whole = not body and not trailers and ends
        self.h2.send_headers(stream, head, end_stream=is_whole)
        if body:
            self.h2.send_data(stream, body, end_stream=ends and not trailers)
        if trailers:
            self.h2.send_headers(stream, trailers, end_stream=True)
        self.flush()
        return stream

    async def until(self, holds):
        """Read until *holds()*."""
        async with asyncio.timeout(10):
            while not holds():
                data = await self.reader.read(65536)
                if not data:
                    self.is_closed = True
                    if holds():
                        return
                    raise ConnectionResetError
                for event in self.h2.receive_data(data):
                    self._take(event)
                self.flush()

    async def answer(self, stream):
        """Return what came on *stream*, when it is over."""
        await self.until(lambda: self.got[stream].is_over)
        return self.got[stream]

    async def told(self, path="/", body=b"", **more):
        return await self.answer(self.ask(path, body, **more))

    def _take(self, event):
        if isinstance(event, events.ConnectionTerminated):
            self.goaway = event
        got = self.got.get(getattr(event, "stream_id", None))
        if got is not None and type(event) in TAKEN:
            TAKEN[type(event)](got, event)
        if isinstance(event, events.DataReceived) and self.reads:
            self.h2.acknowledge_received_data(
                event.flow_controlled_length, event.stream_id
            )


def _took(name, value):
    def take(got, event):
        setattr(got, name, getattr(got, name) + value(event))

    return take


TAKEN = {
    events.ResponseReceived: _took("fields", lambda event: pairs(event.headers)),
    events.InformationalResponseReceived: _took(
        "informed", lambda event: [dict(event.headers)[b":status"]]
    ),
    events.DataReceived: _took("body", lambda event: event.data),
    events.TrailersReceived: _took("trailers", lambda event: pairs(event.headers)),
    events.StreamReset: lambda got, event: setattr(got, "reset", event.error_code),
    events.StreamEnded: lambda got, event: setattr(got, "ended", True),
}


def pairs(headers):
    return [tuple(pair) for pair in headers]


@asynccontextmanager
async def framing(server, *, window=None, **how):
    """Connect to *server* and speak HTTP/2."""
    reader, writer = await asyncio.open_connection(server.host, server.port, **how)
    try:
        yield Client(reader, writer, window=window)
    finally:
        writer.close()
        await asyncio.gather(writer.wait_closed(), return_exceptions=True)
