"""Remembering: what sessions asked and sent before, for conditions that ask about it.

session.count > 100         its requests that endpoints answered, this one too
session.username == 'ann'   what it sent last under that name, wherever
state.status == 'shipped'   what it sent last to this very path
state.deleted               and that it deleted what is there
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from mockforge.options import Json

if TYPE_CHECKING:
    from mockforge.stubs.asked import Asked

MOST = 10_000
"""Sessions that are remembered; of others those not heard of longest are forgotten."""

THINGS = 200
"""Paths of a session of which it is remembered what was sent there."""

IDLE = 3600.0
"""Seconds after which a session that is not heard of is another."""

VALUES = 100
"""Values of a session, or of a path."""

LONGEST = 2000
"""Characters of one."""

_WRITING = ("POST", "PUT", "PATCH")


@dataclass(slots=True)
class _Thing:
    count: int = 0
    values: dict[str, Json] = field(default_factory=dict)
    is_deleted: bool = False


@dataclass(slots=True)
class _Session:
    since: float
    last: float
    count: int = 0
    values: dict[str, Json] = field(default_factory=dict)
    things: OrderedDict[str, _Thing] = field(default_factory=OrderedDict)


@dataclass(frozen=True, slots=True)
class Remembered:
    """What is known of who asks, with this request."""

    session: Mapping[str, Json]
    state: Mapping[str, Json]
    """Of what is asked for."""
    seen: Mapping[str, Json] = field(default_factory=dict)
    """What the session sent before."""


class Remembering:
    """What sessions did."""

    def __init__(self, idle: float = IDLE) -> None:
        """Begin with none.

        Args:
            idle: Seconds after which a session that is not heard of is another.
        """
        self._idle = idle
        self._sessions: OrderedDict[str, _Session] = OrderedDict()

    def told(self, asked: Asked) -> Remembered:
        """Return what is known of the session and the path of *asked*."""
        known = self._known(asked) or _Session(asked.now, asked.now)
        thing = known.things.get(asked.path) or _Thing()
        state: dict[str, Json] = {**thing.values, "count": thing.count + 1}
        if thing.is_deleted:
            state["deleted"] = True
        session: dict[str, Json] = {
            **known.values,
            "id": asked.session,
            "count": known.count + 1,
            "age": max(0.0, asked.now - known.since),
            "seen": dict(known.values),
            "state": state,
        }
        return Remembered(session, state, known.values.copy())

    def note(self, asked: Asked, params: Mapping[str, str]) -> None:
        """Remember that *asked* was answered.

        Args:
            asked: The request.
            params: Of its path.
        """
        if asked.is_head:
            return
        known = self._known(asked) or _Session(asked.now, asked.now)
        self._hold(asked.session, known)
        known.last, known.count = asked.now, known.count + 1
        sent = _sent(asked.body) if asked.request.body else {}
        _keep(known.values, {**asked.query, **params, **sent})
        thing = known.things.pop(asked.path, None) or _Thing()
        known.things[asked.path] = thing
        if len(known.things) > THINGS:
            known.things.popitem(last=False)
        thing.count += 1
        if asked.request.method in _WRITING:
            thing.is_deleted = False
            if asked.request.method == "PUT":
                thing.values.clear()
            _keep(thing.values, sent)
        elif asked.request.method == "DELETE":
            thing.is_deleted = True
            thing.values.clear()

    def follow(self, asked: Asked, session: str, *, moves: bool) -> None:
        """Have *session* go on from what that of *asked* did, this request too.

        Args:
            asked: A request whose answer lets its client in as *session*.
            session: By which it is known from then on.
            moves: What *asked* sent is then of the new one alone.
        """
        known = self._known(asked)
        if known is None or session == asked.session:
            return
        other = self._at(session, asked.now)
        if other is None:
            other = _Session(known.since, known.last, known.count)
            for path, thing in known.things.items():
                copied = _Thing(thing.count, dict(thing.values), thing.is_deleted)
                other.things[path] = copied
        other.last = asked.now
        _keep(other.values, known.values)
        self._hold(session, other)
        if moves and asked.remembered is not None:
            known.values = dict(asked.remembered.seen)

    def _hold(self, session: str, known: _Session) -> None:
        self._sessions[session] = known
        self._sessions.move_to_end(session)
        if len(self._sessions) > MOST:
            self._sessions.popitem(last=False)

    def _known(self, asked: Asked) -> _Session | None:
        return self._at(asked.session, asked.now)

    def _at(self, session: str, now: float) -> _Session | None:
        known = self._sessions.get(session)
        if known is not None and now - known.last > self._idle:
            return None
        return known


def _sent(body: Json) -> dict[str, Json]:
    return dict(body) if isinstance(body, dict) else {}


def _keep(values: dict[str, Json], more: Mapping[str, Json]) -> None:
    """Put what of *more* is short into *values*, the last ones sent."""
    for name, value in more.items():
        values.pop(name, None)
        if len(str(value)) <= LONGEST:
            values[name] = value
    while len(values) > VALUES:
        del values[next(iter(values))]
