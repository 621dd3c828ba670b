"""Advances: how far the things of each session have moved on, in memory and kept."""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

from mockforge.stages.drift.fields import digest

if TYPE_CHECKING:
    from mockforge.options import Json
    from mockforge.stages.drift.turn import State
    from mockforge.store.kept import Kept

KIND = "drift"
"""What states are kept as."""

HELD = 10_000
"""Things whose state is in memory; that of others is read again."""

_NAME = re.compile(r"\{([^{}*]+)\}")
_OF = "of"
"""Key in what is kept: the endpoints that showed it, and how each was written."""


@dataclass(slots=True)
class _Held:
    state: State
    writes: int
    """How often the session had written."""


@dataclass(frozen=True, slots=True)
class Before:
    """How far things had moved when an answer came that shows them."""

    session: str
    keys: Mapping[str, str]
    """Under which each is kept."""
    states: Mapping[str, State]
    """Empty for those of which nothing is known."""
    written: Collection[str]
    """Those that the session may have written to since."""
    name: str
    mark: str


class Advances:
    """The states of things, each by its session."""

    def __init__(self, kept: Kept | None = None) -> None:
        """Begin with what is *kept*; in memory alone if None."""
        self._kept = kept
        self._held: OrderedDict[str, _Held] = OrderedDict()
        self._writes: OrderedDict[str, int] = OrderedDict()

    async def of(
        self, session: str, things: Iterable[str], *, name: str, mark: str
    ) -> Before:
        """Return how far *things* have moved.

        Args:
            session: Whose they are.
            things: What tells them apart.
            name: The answer that shows them: its number, and its endpoint.
            mark: What is another as soon as that is written differently: what it
                showed begins again then.
        """
        whose, writes = _whose(session), self._writes.get(session, 0)
        keys = {thing: f"{whose}|{digest(thing)}" for thing in things}
        if self._kept is not None:
            missing = [key for key in keys.values() if key not in self._held]
            found = await self._kept.several(KIND, missing) if missing else {}
            for key, state in found.items():
                # Another answer may have come in between: its state is the later one.
                if key not in self._held and isinstance(state, dict):
                    self._held[key] = _Held(state, writes)
        states: dict[str, State] = {}
        written: set[str] = set()
        for thing, key in keys.items():
            held = self._held.get(key)
            state = {} if held is None else held.state
            shown = state.get(_OF)
            shown = shown if isinstance(shown, dict) else {}
            states[thing] = state if shown.get(name, mark) == mark else {}
            if held is not None and held.writes != writes:
                written.add(thing)
        return Before(session, keys, states, written, name, mark)

    async def put(self, before: Before, after: Mapping[str, State]) -> None:
        """Keep the states *after* an answer, of the things that *before* told of."""
        writes = self._writes.get(before.session, 0)
        for thing, state in after.items():
            shown = before.states[thing].get(_OF) or {}
            whole = {**state, _OF: {**shown, before.name: before.mark}}
            key = before.keys[thing]
            self._held[key] = _Held(whole, writes)
            self._held.move_to_end(key)
            if self._kept is not None:
                await self._kept.put(KIND, key, whole)
        while len(self._held) > HELD:
            self._held.popitem(last=False)

    def note_write(self, session: str) -> None:
        """Remember that *session* wrote something."""
        self._writes[session] = self._writes.pop(session, 0) + 1
        if len(self._writes) > HELD:
            self._writes.popitem(last=False)

    async def reset(
        self, endpoint: str | None = None, sessions: Collection[str] | None = None
    ) -> int:
        """Forget how far things have moved, and return how many did.

        Args:
            endpoint: Only of what this one showed: `/orders/*`, `GET /orders/:id`.
            sessions: Only of these; of all if None.
        """
        gone = await reset(self._kept, endpoint, sessions) if self._kept else set()
        for key, held in [*self._held.items()]:
            if _is_meant(key, held.state, endpoint, sessions):
                del self._held[key]
                gone.add(key)
        return len(gone)

    async def told(self) -> list[tuple[str, int]]:
        """Return the endpoints that showed what moved, and how many things each."""
        states: dict[str, Json] = {}
        if self._kept is not None:
            states = {one.key: one.value for one in await self._kept.every(KIND)}
        states |= {key: held.state for key, held in self._held.items()}
        return counted(states.values())


async def reset(
    kept: Kept,
    endpoint: str | None = None,
    sessions: Collection[str] | None = None,
) -> set[str]:
    """Take away what is *kept* of how far things have moved; return the keys.

    The arguments are those of `Advances.reset`.
    """
    found = await kept.every(KIND)
    gone = {
        one.key for one in found if _is_meant(one.key, one.value, endpoint, sessions)
    }
    if gone and len(gone) == len(found):
        await kept.delete(KIND)
    else:
        for key in sorted(gone):
            await kept.delete(KIND, key)
    return gone


def counted(states: Iterable[Json]) -> list[tuple[str, int]]:
    """Return the endpoints that showed what *states* are of, and how many each."""
    found: dict[str, int] = {}
    for state in states:
        for name in _shown_by(state):
            found[name] = found.get(name, 0) + 1
    return sorted(found.items())


def _whose(session: str) -> str:
    """Return how keys begin of what is of *session*, with the scope that it is in."""
    return f"{digest(session.partition('/')[0])}.{digest(session)}"


def _is_meant(
    key: str, state: Json, endpoint: str | None, sessions: Collection[str] | None
) -> bool:
    if sessions is not None:
        whose = key.partition("|")[0].split(".")
        if not any(digest(session) in whose for session in sessions):
            return False
    return endpoint is None or any(_fits(name, endpoint) for name in _shown_by(state))


def _shown_by(state: Json) -> list[str]:
    shown = state.get(_OF) if isinstance(state, dict) else None
    names = shown if isinstance(shown, dict) else ()
    return [*dict.fromkeys(name.partition(" ")[2] for name in names)]


def _fits(name: str, wanted: str) -> bool:
    """Whether the endpoint *name* is one that is *wanted*, a glob of it or its path."""
    methods, _, path = _NAME.sub(r":\1", name).partition(" ")
    glob = _NAME.sub(r":\1", wanted.strip())
    if glob.startswith(("/", "*")):
        return fnmatchcase(path, glob)
    method, _, rest = glob.partition(" ")
    takes = fnmatchcase(methods, method.upper()) or method.upper() in methods.split(",")
    return takes and fnmatchcase(path, rest.strip())
