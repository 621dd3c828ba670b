"""What an endpoint does to the entities of its kind, told by what became of them."""

from __future__ import annotations

from collections.abc import Sequence

from mockforge.bodies.document import Path
from mockforge.learning.resources.model import Role
from mockforge.learning.resources.readings import (
    alike,
    flat,
    is_name,
    is_scalar,
    same,
)
from mockforge.learning.resources.timeline import Event


def role_of(events: Sequence[Event]) -> Role | None:
    """Return what the endpoint of *events* does, None if that is not told."""
    ok = [event for event in events if event.is_done]
    if not ok:
        return None
    group, key = ok[0].group, ok[0].reading.key
    site = group.sites.get(key)
    if site is not None and "*" in site:
        is_list = ok[0].reading.is_safe or not _makes(ok)
        return "list" if is_list else None
    if site is not None and not ok[0].is_addressed:
        return _unaddressed(ok)
    if site is not None:
        return _addressed(ok)
    return _silent(ok)


def _makes(ok: Sequence[Event]) -> bool:
    """Whether most answers name something that was not known before."""
    named = [event for event in ok if event.name is not None]
    fresh = [event for event in named if event.fate != "alive"]
    return len(fresh) * 2 > len(named) > 0


def _unaddressed(ok: Sequence[Event]) -> Role | None:
    if ok[0].reading.is_safe:
        return "read" if lookup(ok) else None
    if _makes(ok):
        return "create"
    return "read" if lookup(ok) else None


def _addressed(ok: Sequence[Event]) -> Role | None:
    reading = ok[0].reading
    if reading.is_safe:
        return "read"
    if reading.method == "DELETE":
        return "change" if _survives(ok) else "delete"
    if reading.method == "PATCH":
        return "change"
    is_call = reading.sample.params == {} or not _is_named_by_path(ok[0])
    if is_call and not _carries(ok) and not any(_alters(event) for event in ok):
        return "read"
    if _makes([event for event in ok if event.views]):
        return "create"
    if reading.method == "PUT" or any(_alters(event) for event in ok):
        return "change"
    # Remote calls say by nothing but their effect that they read.
    return "read" if is_call else "change"


def _carries(ok: Sequence[Event]) -> bool:
    """Whether requests send, beside the id, what the entity then has."""
    for event in ok:
        own = event.group.slots.get(event.reading.key)
        shown = flat(event.shown or {})
        for slot, value in event.reading.sources.items():
            if slot == own or slot[0] not in ("query", "body") or value in ("", None):
                continue
            for path, told in shown.items():
                if path != event.group.id and alike(slot, path) and same(value, told):
                    return True
    return False


def _is_named_by_path(event: Event) -> bool:
    slot = event.group.slots.get(event.reading.key)
    return slot is not None and slot[0] == "param"


def _alters(event: Event) -> bool:
    """Whether the answer shows the entity other than it was."""
    if event.before is None:
        return False
    old = flat(event.before)
    new = event.shown
    return new is not None and any(
        path in old and old[path] != value for path, value in flat(new).items()
    )


def _survives(ok: Sequence[Event]) -> bool:
    told = [event.next_fate for event in ok if event.next_fate != "unknown"]
    return told.count("alive") * 2 > len(told)


def _silent(ok: Sequence[Event]) -> Role | None:
    """Return what an endpoint does whose answers hold no entity."""
    reading = ok[0].reading
    if not ok[0].is_addressed:
        return "create" if _makes(ok) and not reading.is_safe else None
    if reading.is_safe:
        return "read" if any(event.views for event in ok) else None
    fates = [event.next_fate for event in ok]
    gone, kept = fates.count("missing"), fates.count("alive")
    if reading.method == "DELETE":
        return "change" if kept > gone else "delete"
    if gone > kept:
        return "delete"
    if kept and _makes(ok):
        return "create"
    if kept:
        return "change"
    return {"PUT": "create", "PATCH": "change"}.get(reading.method)  # type: ignore[return-value]


def lookup(ok: Sequence[Event]) -> tuple[Path, Path] | None:
    """Return what of the request always equals which field of the one entity told."""
    found: dict[tuple[Path, Path], int] = {}
    shown = [event for event in ok if event.views]
    for event in shown:
        fields = flat(event.views[0][1])
        for slot, value in event.reading.sources.items():
            if slot[0] not in ("query", "body", "param") or not is_name(value):
                continue
            for path, told in fields.items():
                if is_scalar(told) and same(value, told):
                    found[slot, path] = found.get((slot, path), 0) + 1
    always = [pair for pair, count in found.items() if count == len(shown)]
    if not always:
        return None
    return max(always, key=lambda pair: (alike(*pair), -len(pair[1]), repr(pair)))
