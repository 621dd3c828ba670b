"""Short conversations with an API, as samples to learn from."""

import json
from random import Random

from mockforge.exchange import Exchange
from mockforge.http import Request, Response
from mockforge.learning.sample import Sample

NOW = 1_750_000_000.0


class Talk:
    """Exchanges one after the other; each is known by the endpoint it is given."""

    def __init__(self, seed=1, now=NOW):
        self.samples = []
        self.random = Random(seed)
        self.now = now

    def uuid(self):
        digits = f"{self.random.getrandbits(128):032x}"
        joined = f"{digits[:8]}-{digits[8:12]}-4{digits[13:16]}-a{digits[17:20]}"
        return f"{joined}-{digits[20:]}"

    def say(
        self,
        key,
        target=None,
        asked=None,
        told=None,
        *,
        status=200,
        session="s",
        headers=(),
        answered=(),
        wait=7.3,
    ):
        """Add an exchange; *asked* and *told* are JSON bodies if not None."""
        method, template = key.split(" ", 1)
        self.now += wait
        request = Request(
            method,
            "https",
            "api.test",
            target or template,
            _headers(asked, headers),
            b"" if asked is None else json.dumps(asked).encode(),
        )
        response = Response(
            status,
            _headers(told, answered),
            b"" if told is None else json.dumps(told).encode(),
        )
        exchange = Exchange(
            request, response, session=session, started=self.now, elapsed=0.05
        )
        self.samples.append(Sample.of(exchange, key, {}))
        return self


def _headers(body, more):
    kind = () if body is None else ((b"Content-Type", b"application/json"),)
    return kind + tuple((name.encode(), value.encode()) for name, value in more)
