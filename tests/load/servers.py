"""Small servers in threads of their own, that answer with the bytes they are told."""

import re
import socketserver
import ssl
import threading
from contextlib import contextmanager

from mockforge.http import Origin
from mockforge.load.target import Target

NOWHERE = Target(Origin("http", "127.0.0.1:1"), "127.0.0.1", 1, None, "127.0.0.1")
"""A target that nothing is sent to."""
LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)


def answer(body=b"{}", *, status=200, fields=()):
    """Return an HTTP/1.1 answer of announced length."""
    head = [f"HTTP/1.1 {status} Some".encode(), *fields]
    head.append(b"Content-Length: %d" % len(body))
    return b"\r\n".join([*head, b"", body])


class Server(socketserver.ThreadingTCPServer):
    """Answers each request with what *respond* makes of it.

    None ends the connection without an answer, and so does an answer that says so.
    """

    allow_reuse_address = True
    daemon_threads = True

    def __init__(self, respond, tls=None):
        super().__init__(("127.0.0.1", 0), Conversation)
        self.respond = respond
        self.tls = tls
        self.asked = []
        """Every request, as it came."""

    def handle_error(self, request, client_address):
        """Say nothing of clients that leave."""

    def get_request(self):
        connection, address = super().get_request()
        if self.tls is not None:
            connection = self.tls.wrap_socket(connection, server_side=True)
        return connection, address

    @property
    def url(self):
        scheme = "http" if self.tls is None else "https"
        return f"{scheme}://127.0.0.1:{self.server_address[1]}"


class Conversation(socketserver.BaseRequestHandler):
    """One connection."""

    server: Server

    def handle(self):
        data = b""
        while True:
            head, end, rest = data.partition(b"\r\n\r\n")
            length = LENGTH.search(head)
            wanted = int(length[1]) if length else 0
            if not end or len(rest) < wanted:
                piece = self.request.recv(1 << 16)
                if not piece:
                    return
                data += piece
                if not data[:1].isalpha():
                    self.request.sendall(answer(status=400))
                    return
                continue
            asked, data = head + end + rest[:wanted], rest[wanted:]
            self.server.asked.append(asked)
            told = self.server.respond(asked)
            if told is None:
                return
            self.request.sendall(told)
            if b"\r\nConnection: close" in told:
                return


@contextmanager
def serving(respond, tls=None):
    """Run a server for the time of the context."""
    with Server(respond, tls) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()


def speaking_tls(certificate):
    """Return the settings of a server that shows *certificate*, a PEM with its key."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    return context
