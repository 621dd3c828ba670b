"""What of a request names an entity of another kind, as foreign keys do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from mockforge.bodies.document import Path
from mockforge.learning.formats import classify, is_minted
from mockforge.learning.resources.lives import fate_at
from mockforge.learning.resources.readings import is_name, text
from mockforge.learning.resources.timeline import Event, Timeline


def find_references(events: Sequence[Event], line: Timeline) -> dict[Path, str]:
    """Return which sources of requests hold the id of which other kind.

    All that was accepted was there at the time; and what was not there was refused,
    or the ids are no accident.
    """
    ok = [event for event in events if event.reading.is_ok]
    refused = [event for event in events if 400 <= event.reading.status < 500]
    mine = events[0].group
    own = mine.slots.get(events[0].reading.key)
    slots = {
        slot
        for event in ok
        for slot, value in event.reading.sources.items()
        if slot[0] in ("query", "body") and slot != own and is_name(value)
    }
    kinds = sorted({kind for kind, _ in line.lives} - {mine.name})
    found: dict[Path, str] = {}
    for slot in sorted(slots, key=repr):
        for kind in kinds:
            if _is_reference(slot, kind, ok, refused, line):
                found[slot] = kind
                break
    return found


def _is_reference(
    slot: Path,
    kind: str,
    ok: Sequence[Event],
    refused: Sequence[Event],
    line: Timeline,
) -> bool:
    values = [event for event in ok if is_name(event.reading.sources.get(slot))]
    if not all(_fate(event, slot, kind, line) == "alive" for event in values):
        return False
    if any(_is_refused(event, slot, kind, line) for event in refused):
        return True
    return all(is_minted(classify(event.reading.sources[slot])) for event in values)


def _is_refused(event: Event, slot: Path, kind: str, line: Timeline) -> bool:
    is_sent = is_name(event.reading.sources.get(slot))
    return is_sent and _fate(event, slot, kind, line) != "alive"


def _fate(event: Event, slot: Path, kind: str, line: Timeline) -> str:
    name = text(event.reading.sources[slot])
    return fate_at(line, kind, name, event.reading.index)


def missing_parent(
    event: Event, references: Mapping[Path, str], line: Timeline
) -> str | None:
    """Return the id for which a request was refused: nothing of another kind has it."""
    if not 400 <= event.reading.status < 500:
        return None
    for slot, kind in references.items():
        if _is_refused(event, slot, kind, line):
            return text(event.reading.sources[slot])
    return None
