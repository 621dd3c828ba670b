"""What is said to a proxy from both sides, and what came of it."""

import json
from dataclasses import dataclass, field, replace

from mockforge.addons.streams import SAME_MOMENT

STEPS = {
    "c": "the client says this",
    "c-eof": "the client ends, and goes on listening",
    "c-reset": "the client breaks off",
    "a": "once the upstream was asked something, it says these, one after the other",
    "a-eof": "then it ends",
    "a-reset": "then it breaks off",
    "u": "the upstream says this now, if there is a connection",
    "u-eof": "the upstream ends now",
    "u-reset": "the upstream breaks off now",
    "dead": "the upstream takes no connections from now on",
    "alive": "it does again",
    "commit": "what is being recorded is safe now",
}
"""The words of a script. After each step everything comes to rest."""

NOW = b"\0now"
"""Said after a step's word: the next step comes before anything rests."""


@dataclass(frozen=True)
class Case:
    """A script for a client and an upstream with a proxy between them."""

    steps: tuple
    mode: str = "reverse"
    role: str = "record"
    """Which addon: `record` or `answer`."""
    holds: bool = False
    """Whether nothing recorded is safe until the script says so."""
    tls: bool = False
    name: str = ""

    def shown(self):
        """Return the case as a line that `read` understands."""
        steps = [[_text(part) for part in step] for step in self.steps]
        rest = {"mode": self.mode, "role": self.role, "holds": self.holds}
        return json.dumps(rest | {"tls": self.tls, "name": self.name, "steps": steps})


def read(line):
    """Return the case that was shown as *line*."""
    found = json.loads(line)
    steps = [
        (word, *(p.encode("latin-1") for p in rest))
        for word, *rest in found.pop("steps")
    ]
    return Case(tuple(steps), **found)


def rested(case):
    """Return *case* with everything coming to rest after each step."""
    steps = (tuple(part for part in step if part != NOW) for step in case.steps)
    return replace(case, steps=tuple(steps))


@dataclass
class Trace:
    """What one proxy made of a case."""

    client: bytes = b""
    client_end: str = "open"
    upstreams: list = field(default_factory=list)
    """Of each connection: its address, what it was told, how it was left."""
    exchanges: list = field(default_factory=list)
    errors: list = field(default_factory=list)
    """What the proxy said of its own defects."""
    moments: list = field(default_factory=list)
    """At which step who had been told how much."""
    left: list = field(default_factory=list)
    """What had not ended when both sides were gone."""
    gone: int = 1 << 30
    """The step at which the client was gone, at the latest."""
    counts: dict = field(default_factory=dict)
    """The engine's own account."""


def exchange(found):
    """Return an exchange without what depends on the time."""
    return {
        "request": _message(found.request),
        "response": None if found.response is None else _message(found.response),
        "failure": found.failure and (found.failure.kind.value, found.failure.message),
        "session": found.session,
        "source": str(found.source),
        "endpoint": found.endpoint,
        "events": [(e.data, e.kind.value, e.from_client) for e in found.events],
        "first_byte": found.first_byte is not None,
    }


def _message(message):
    slots = type(message).__dataclass_fields__
    told = {name: getattr(message, name) for name in slots}
    chunks = told.pop("chunks", ())
    told["chunks"] = [(chunk.wait >= SAME_MOMENT, chunk.size) for chunk in chunks]
    return told


def _text(part):
    return part.decode("latin-1") if isinstance(part, bytes) else part
