"""What is expected by now of what was planned at first: trains that are late."""

from __future__ import annotations

from functools import lru_cache
from random import Random  # noqa: TID251 - the type alone

from mockforge.synthesis import clocks
from mockforge.synthesis.bills import status_of
from mockforge.synthesis.members import Members
from mockforge.synthesis.naming import words_of
from mockforge.synthesis.terms import unplanned

_LATER = frozenset(("expected", "estimated", "predicted", "revised", "new",
                    "realtime"))  # fmt: skip
_FIRST = frozenset(("scheduled", "planned", "aimed", "original"))


@lru_cache(maxsize=2048)
def _expected(names: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Return what is expected by now, with what was planned at first."""
    first = {unplanned(tuple(w for w in words_of(name) if w not in _FIRST)): name
             for name in names if _FIRST & {*words_of(name)}}  # fmt: skip
    found = []
    for name in names:
        rest = tuple(word for word in words_of(name) if word not in _LATER)
        if rest != words_of(name) and unplanned(rest) in first:
            found.append((name, first[unplanned(rest)]))
    return tuple(found)


def delayed(members: Members, rng: Random) -> None:
    """What is late is so by as much as is told, and what is not is in time."""
    told = members.number("delayminutes", "delay", "delaymin", "minuteslate",
                          "delaymins", "delayinminutes")  # fmt: skip
    pairs = _expected(tuple(members.made))
    status = status_of(members)
    if told is None and not pairs:
        return
    late = rng.choice((0, 0, 0, 0, 3, 5, 10, 20)) if told is None else told[1]
    if status in ("on_time", "scheduled", "ontime", "boarding"):
        late = 0
    elif status in ("delayed", "late") and not 0 < late <= 240:
        late = rng.choice((5, 8, 10, 15, 25, 40))
    elif told is not None and not members.is_given(told[0]) and not status:
        late = late if late <= 30 and rng.random() < 0.4 else 0
    if told is not None:
        members.put_number(told[0], late)
        late = members.worth(told[0]) or 0.0
    for name, planned in pairs:
        when = clocks.at(members, planned)
        if when is not None and members.made.get(name) is not None:
            clocks.put(members, name, when + late * 60)
