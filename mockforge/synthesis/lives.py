"""What came before what in the life of a thing."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from random import Random  # noqa: TID251 - the type alone

from mockforge.synthesis import clocks
from mockforge.synthesis.entity import Entity
from mockforge.synthesis.flags import missing
from mockforge.synthesis.lifecycles import plain
from mockforge.synthesis.members import Members
from mockforge.synthesis.moments import DAY, written
from mockforge.synthesis.naming import words_of
from mockforge.synthesis.ranks import RANKS
from mockforge.synthesis.roles import role_of


@lru_cache(maxsize=2048)
def times_in(names: tuple[str, ...]) -> tuple[str, ...]:
    """Return the names that may be of times."""
    return tuple(name for name in names if words_of(name)
                 and (is_time(name) or name.lower() in _BARE))  # fmt: skip


_BARE = frozenset(("actual", "scheduled", "estimated"))
"""What a time is called in a departure."""


def is_time(name: str) -> bool:
    """Return whether *name* tells when something was."""
    words = words_of(name)
    return (
        words[-1]
        in ("at", "on", "date", "time", "timestamp", "ts", "datetime", "since")
        or role_of(name).name in _STEPS
    )


_STEPS = frozenset(("created", "confirmed", "started", "shipped", "delivered",
                    "finished", "ends", "updated", "deleted", "birth",
                    "future"))  # fmt: skip


@lru_cache(maxsize=2048)
def _ranked(names: tuple[str, ...]) -> tuple[tuple[float, str], ...]:
    """Return times of what came about, with when in a life that is."""
    return tuple(sorted(_ranks(names)))


def _ranks(names: tuple[str, ...]) -> Iterator[tuple[float, str]]:
    words_in = {word for name in names for word in words_of(name)}
    is_handed_in = "started" in words_in and words_in.isdisjoint(
        ("finished", "completed", "ended")
    )
    for name in times_in(names):
        rank = _rank(name, is_handed_in=is_handed_in)
        if rank is not None:
            is_seen = "acknowledged" in words_of(name) and "started" in words_in
            yield (3.5 if is_seen else float(rank)), name


def _rank(name: str, *, is_handed_in: bool) -> int | None:
    """Return how late in a life *name* is, or None where it does not tell."""
    words = [word for word in words_of(name)
             if word not in ("at", "on", "date", "time")]  # fmt: skip
    last, step = "_".join(words), role_of(name).name
    if step == "birth":
        return -2
    known = 4 if last == "submitted" and is_handed_in else _KNOWN.get(last)
    if known is None and words[:1] not in (["due"], ["next"], ["expected"]):
        known = RANKS.get(last)
    if known is not None:
        return known
    if step == "updated":
        return 9
    is_first = words[-1:] in (["created"], ["joined"], ["hire"], ["hired"],
                              ["signup"], [])  # fmt: skip
    return 0 if step == "created" and is_first else None


_KNOWN = {
    **dict.fromkeys(("founded", "incorporated", "established"), -1),
    **dict.fromkeys(("created", "ordered", "placed", "registered", "opened",
                     "submitted", "requested"), 0),
    "first_response": 1,
}  # fmt: skip


def in_order(members: Members, rng: Random, now: float) -> None:
    """What comes later in a life has a later time, and none that is ahead."""
    floor = latest = None
    most = -3.0
    for rank, name in _ranked(tuple(members.made)):
        when = clocks.at(members, name)
        if when is None or clocks.form_in(members.made[name]) in ("clock", "time"):
            continue
        if rank > most:
            floor, most = latest, rank
        if floor is not None and when <= floor:
            when = _later(members, name, (floor, latest or floor), rng, now)
        latest = when if latest is None else max(latest, when)


def _later(
    members: Members, name: str, after: tuple[float, float], rng: Random, now: float
) -> float:
    """Move what is under *name* after what came before, or to what comes with it."""
    floor, latest = after
    gap = rng.randint(2, 90) * 60.0
    when = clocks.at(members, name) or floor
    is_day = clocks.form_in(members.made[name]) == "date"
    if not is_day or floor - when >= DAY:
        made = latest if latest > floor else min(floor + gap, max(now, floor))
        clocks.put(members, name, made)
    return clocks.at(members, name) or when


_READ = ("readat", "seenat", "openedat", "readdate", "firstopenedat", "viewedat",
         "readtime", "lastopenedat")  # fmt: skip
_THERE = ("deliveredat", "deliverydate", "deliveredtime", "receivedat")
_SENT = ("sentat", "sentdate", "senttime", "sent")
_THEN = ("clickedat", "firstclickedat", "repliedat", "answeredat", "lastclickedat")
_UNSENT = frozenset(("draft", "queued", "pending", "scheduled", "sending"))


_SOON = (
    ("collected", ("reported", "resulted", "completed", "analyzed", "analysed"), 3, 70),
    ("sampled", ("reported", "resulted", "analyzed", "analysed"), 3, 70),
    ("requested", ("approved", "rejected", "decided", "reviewed"), 1, 90),
    ("placed", ("confirmed", "accepted"), 0.02, 2),
    ("ordered", ("confirmed", "accepted"), 0.02, 2),
    ("initiated", ("settled", "completed"), 0.1, 60),
    ("captured", ("settled",), 12, 60),
)
"""What comes soon after what else, and how many hours after."""


@lru_cache(maxsize=2048)
def _soon(names: tuple[str, ...]) -> tuple[tuple[str, str, float, float], ...]:
    found = []
    bare = {_stem(name): name for name in names}
    for first, later, low, high in _SOON:
        name = next((bare[one] for one in later if one in bare), "")
        if first in bare and name:
            found.append((bare[first], name, float(low), float(high)))
    return tuple(found)


def _stem(name: str) -> str:
    words = words_of(name)
    is_when = words[-1:] in (("at",), ("on",), ("date",), ("time",))
    return "_".join(words[:-1]) if is_when and len(words) > 1 else ""


def soon(members: Members, rng: Random, now: float) -> None:
    """What comes soon after something does so within hours or days."""
    for first, later, low, high in _soon(tuple(members.made)):
        start, end = clocks.at(members, first), clocks.at(members, later)
        if start is None or end is None:
            continue
        if not low * 3600 <= end - start <= high * 3600 * 1.5:
            made = start + (low + (high - low) * rng.random()) * 3600
            clocks.put(members, later, min(made, max(now, start)))


def swift(members: Members, rng: Random, now: float) -> None:
    """A message is there seconds after it was sent, and is read after that."""
    there, read = _named(members, _THERE), _named(members, _READ)
    start = _named(members, _SENT) or (read and _named(members, _POSTED))
    sent = clocks.at(members, start)
    if sent is None or not (there or read) or "shippedat" in members.names:
        return
    then = [members.names[one] for one in _THEN if one in members.names]
    _unread(members, start, (there, read, *then))
    _spread(members, (sent, now), there, read, rng)
    opened = clocks.at(members, read) or sent
    for name in then:
        if clocks.at(members, name) is not None:
            clocks.put(members, name, min(opened + rng.randint(3, 240), now))


_POSTED = ("createdat", "created", "postedat", "receivedat")


def _named(members: Members, several: tuple[str, ...]) -> str:
    return next((members.names[one] for one in several if one in members.names), "")


def _unread(members: Members, start: str, after: tuple[str, ...]) -> None:
    """What was not sent, or is not there, was not read."""
    status = plain(members.made.get(members.names.get("status", ""), ""))
    is_out = status in _UNSENT | {"sent", "failed", "bounced", "undelivered"}
    if status in _UNSENT:
        members.drop(start)
    if not is_out and status != "delivered":
        return
    for name in after if is_out else after[1:]:
        if name:
            members.drop(name)
    for flag in ("isread", "read", "seen", "isseen", "opened"):
        if isinstance(members.made.get(members.names.get(flag, "")), bool):
            members.put(members.names[flag], False)


def _spread(
    members: Members, ends: tuple[float, float], there: str, read: str, rng: Random
) -> None:
    """Put when it came and when it was read near to when it was sent."""
    sent, now = ends
    at = min(sent + rng.randint(1, 9), now)
    if clocks.at(members, there) is not None:
        clocks.put(members, there, at)
        at = clocks.at(members, there) or at
    if clocks.at(members, read) is not None:
        least, most = at + 4, at + 60 * rng.choice((1, 4, 20, 90, 600))
        made = least + (most - least) * rng.random()
        clocks.put(members, read, min(made, max(now, at)))


def fill(members: Members, entity: Entity) -> bool:
    """Put the times that must be there by what else is told; return whether any."""
    is_any = False
    for name in missing(members):
        told = members.told(name)
        step = role_of(name).name
        times = [when for one in times_in(tuple(members.made)) if one != name
                 and (when := clocks.at(members, one)) is not None
                 and when <= entity.shared.now and role_of(one).name != "birth"
                 and clocks.form_in(members.made[one]) not in ("clock", "time")
                 ]  # fmt: skip
        when = entity.moments().at(step if step in _STEPS - {"birth", "future"}
                                   else "confirmed")  # fmt: skip
        if times:
            when = min(max(when, min(times)), entity.shared.now)
        for form in _forms(told):
            if members.put(name, written(when, form)):
                is_any = True
                break
    return is_any


def _forms(told: dict[str, object]) -> tuple[str, ...]:
    """Return how a time may be written that is valid against *told*."""
    text = str(told)
    if "date-time" in text:
        return ("date-time",)
    if "'date'" in text:
        return ("date",)
    if "integer" in text or "number" in text:
        return ("seconds",)
    return ("date-time", "date")
