"""A shop that answers, and clients that shop there, for the benchmarks in this folder.

The exchanges are those of `learning_scale`: every request says its number, by which
the shop knows its answer. It holds nothing, so it can be asked for millions.
"""

import asyncio

from learning_scale import STEPS, made

LATEST = 64
"""Answers that are known in advance: a client asks one behind the other."""


class Shop(asyncio.Protocol):
    """Answers every request as its number says."""

    def connection_made(self, transport):
        self.transport, self.left = transport, b""

    def data_received(self, data):
        self.left += data
        while (split := self.left.find(b"\r\n\r\n")) >= 0:
            head = self.left[:split].lower() + b"\r\n"
            end = split + 4 + number_in(head, b"content-length")
            if len(self.left) < end:
                return
            self.left = self.left[end:]
            self.transport.write(answered(number_in(head, b"x-request-id")))


def number_in(head, name):
    """Return the number a header says, 0 without one."""
    found = head.partition(b"\r\n" + name + b":")[2]
    return int(found[: found.find(b"\r\n")]) if found else 0


def answered(number):
    """Return the answer to request *number* on the wire."""
    told = made(number, *divmod(number, STEPS)).response
    lines = [b"HTTP/1.1 %d OK\r\nServer: bench" % told.status]
    lines += [b"%s: %s" % pair for pair in told.headers]
    if told.status != 204:
        lines.append(b"Content-Length: %d" % len(told.body))
    return b"\r\n".join(lines) + b"\r\n\r\n" + told.body


def asked(number):
    """Return request *number* on the wire."""
    sent = made(number, *divmod(number, STEPS)).request
    lines = [b"%s %s HTTP/1.1" % (sent.method.encode(), sent.target.encode())]
    lines += [b"%s: %s" % pair for pair in sent.headers]
    lines.append(b"X-Request-Id: %d" % number)
    if sent.body:
        lines.append(b"Content-Length: %d" % len(sent.body))
    return b"\r\n".join(lines) + b"\r\n\r\n" + sent.body


class Shopper(asyncio.Protocol):
    """Walks through one session after another, each request after an answer."""

    def __init__(self, first, done):
        self.number, self.done = first * STEPS, done
        self.count, self.head, self.left = 0, b"", 0

    def connection_made(self, transport):
        self.transport = transport
        self.ask()

    def ask(self):
        self.transport.write(asked(self.number))
        self.number += 1

    def data_received(self, data):
        if not self.left:
            self.head += data
            head, found, rest = self.head.partition(b"\r\n\r\n")
            if not found:
                return
            self.head = b""
            if head[9:10] not in b"24":
                raise SystemExit(head.decode())
            self.left = number_in(head.lower() + b"\r\n", b"content-length")
            data = rest
        self.left -= len(data)
        if not self.left:
            self.count += 1
            self.ask()

    def connection_lost(self, error):
        self.done.set()
