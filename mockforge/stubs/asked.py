"""What endpoints read of a request: its parts by name, each taken apart once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from hashlib import blake2b
from string import punctuation
from typing import TYPE_CHECKING
from urllib.parse import quote

from mockforge.bodies.document import grouped, read
from mockforge.http import Request, every
from mockforge.options import Json
from mockforge.stubs.paths import split

if TYPE_CHECKING:
    from mockforge.stubs.remembering import Remembered

NAMES = frozenset(
    ["method", "path", "params", "query", "headers", "body", "session", "state", "time"]
)
"""What a condition may speak of."""

OF_REQUEST = frozenset(["method", "path", "params", "query", "body"])
"""Those that are the same for the same request, whoever sends it whenever."""


LONGEST = 64 << 20
"""Bytes of a body that is read; of a longer one nothing is known."""


def is_websocket(request: Request) -> bool:
    """Whether *request* opens a WebSocket, which no endpoint answers."""
    return (request.header("Upgrade") or "").lower() == "websocket"


class Fields(Mapping[str, Json]):
    """Header fields by name, in whatever case."""

    def __init__(self, request: Request) -> None:
        names = dict.fromkeys(name.decode("latin-1") for name, _ in request.headers)
        self._values: dict[str, Json] = {}
        for name in names:
            found = every(request.headers, name)
            self._values[name.lower()] = found[0] if len(found) == 1 else found

    def __getitem__(self, name: str) -> Json:
        return self._values[name.lower()]

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and name.lower() in self._values

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)


class Asked:
    """A request, as endpoints see it."""

    def __init__(self, request: Request, session: str = "", now: float = 0.0) -> None:
        self.request = request
        self.session = session
        self.now = now
        self.remembered: Remembered | None = None
        """What the session did before, where anything asks about that."""

    @cached_property
    def spelled(self) -> Request:
        """The request with a target in ASCII: some clients send raw UTF-8."""
        target = self.request.target
        if target.isascii():
            return self.request
        try:
            # A character stands for a byte.
            raw = target.encode("latin-1")
            raw.decode()
        except UnicodeError:
            raw = target.encode("utf-8", "surrogateescape")
        return replace(self.request, target=quote(raw, safe=punctuation))

    @property
    def is_head(self) -> bool:
        """Whether it asks what GET would tell, and for no body."""
        return self.request.method == "HEAD"

    @property
    def of_session(self) -> Mapping[str, Json]:
        """What is known of the session."""
        known = self.remembered
        return {"id": self.session} if known is None else known.session

    @cached_property
    def segments(self) -> tuple[str, ...]:
        """The path, decoded."""
        return split(self.spelled.path)

    @cached_property
    def query(self) -> dict[str, Json]:
        """Name to text, or to a list of texts where it is given several times."""
        return grouped(list(self.spelled.query))

    @cached_property
    def headers(self) -> Fields:
        """Header fields by name."""
        return Fields(self.request)

    @cached_property
    def body(self) -> Json:
        """The body as it is meant: JSON, the fields of a form, or a text."""
        request = self.request
        return read(request.headers, request.body, longest=LONGEST).value

    @cached_property
    def path(self) -> str:
        """The path, decoded, as templates and conditions see it."""
        return "/" + "/".join(self.segments)

    @cached_property
    def digest(self) -> str:
        """What is the same for two requests that ask for the same."""
        request = self.request
        # Not whom it was sent to: a server's port is another in each run. HEAD tells of
        # what GET would send.
        text = f"{'GET' if self.is_head else request.method} {request.target}"
        digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16)
        digest.update(b"\n")
        digest.update(request.body)
        return digest.hexdigest()

    def names(self, params: Mapping[str, Json]) -> Names:
        """Return what a condition sees.

        Args:
            params: Of the path.
        """
        return Names(self, params)


class Names(Mapping[str, Json]):
    """What a condition sees of a request; taken apart only when it is looked at."""

    def __init__(self, asked: Asked, params: Mapping[str, Json]) -> None:
        self._asked = asked
        self._params = params

    def __getitem__(self, name: str) -> Json:
        asked = self._asked
        if name == "method":
            return asked.request.method
        if name == "params":
            return self._params
        if name == "session":
            return asked.of_session
        if name == "state":
            return asked.remembered.state if asked.remembered else {}
        if name == "time":
            return asked.now
        if name in NAMES:
            return getattr(asked, name)
        raise KeyError(name)

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(NAMES))

    def __len__(self) -> int:
        return len(NAMES)
