"""Refusals: what about a request, or about its entity, made the server say no."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence

from mockforge.bodies.document import Path
from mockforge.learning.resources.model import Outcome, Refusal, Role
from mockforge.learning.resources.readings import (
    alike,
    flat,
    is_name,
    is_scalar,
    same,
)
from mockforge.learning.resources.timeline import Event, Timeline
from mockforge.options import Json


def traits(value: Json) -> frozenset[str]:
    """Return what kind of value *value* is."""
    found = {type(value).__name__}
    if value is None or value in ("", [], {}):
        found.add("empty")
    if isinstance(value, int | float) and not isinstance(value, bool):
        found.add("number")
        found.discard("int")
        found.discard("float")
        found |= {"negative"} if value < 0 else {"zero"} if value == 0 else set()
    if isinstance(value, str):
        if value and not value.strip():
            found.add("blank")
        if "@" not in value:
            found.add("no at")
        if not value.replace(".", "", 1).lstrip("-").isdigit():
            found.add("no number")
    return frozenset(found)


def uniques(
    role: Role, events: Sequence[Event], line: Timeline
) -> tuple[tuple[Path, Path], ...]:
    """Return what of a create may not equal which field of what is there."""
    clashes = [event for event in events if event.reading.status == 409]
    if role not in ("create", "change") or not clashes:
        return ()
    made = [event for event in events if event.is_done]
    votes: dict[tuple[Path, Path], int] = {}
    for event in clashes:
        for pair in _clashing(event, line):
            votes[pair] = votes.get(pair, 0) + 1
    free = [
        pair
        for pair in votes
        if not any(pair in set(_clashing(event, line)) for event in made)
    ]
    if not free:
        return ()
    most = max(votes[pair] for pair in free)
    best = [pair for pair in free if votes[pair] == most]
    best.sort(key=lambda pair: (not alike(*pair), len(pair[1]), repr(pair)))
    return tuple(best[:1])


def _clashing(event: Event, line: Timeline) -> Iterator[tuple[Path, Path]]:
    """Yield what of a request equals a field of an entity alive at that time."""
    present = _present(event, line)
    for source, value in event.reading.sources.items():
        if not is_name(value):
            continue
        for name, fields in present.items():
            if name == event.name and event.is_addressed:
                continue
            if same(value, name) and event.group.id:
                yield source, ()
            for path, known in fields.items():
                is_field = path != event.group.id and alike(source, path)
                if is_field and same(value, known):
                    yield source, path


def _present(event: Event, line: Timeline) -> dict[str, dict[Path, Json]]:
    """Return the entities of the event's kind that were there by then."""
    found: dict[str, dict[Path, Json]] = {}
    for other in line.events:
        if other.reading.index >= event.reading.index:
            break
        if other.group is not event.group:
            continue
        if other.is_end and other.reading.is_ok:
            found.pop(other.name or "", None)
            continue
        if other.after is not None and other.name is not None:
            found[other.name] = flat(other.after)
        found.update({name: flat(record) for name, record in other.views})
    return found


def learn_refusals(
    refused: Sequence[Event],
    ok: Sequence[Event],
    line: Timeline,
    shaped: Callable[[Event], Outcome],
) -> tuple[tuple[Refusal, ...], bool]:
    """Return why requests were refused, each reason once; and if some have none."""
    found: list[Refusal] = []
    is_unsure = False
    seen: set[str] = set()
    for event in refused[:50]:
        reasons = list(_reasons(event, ok, shaped(event)))
        is_unsure = is_unsure or not reasons
        for each in reasons:
            key = repr((each.lacks, each.place, each.values, each.traits, each.state))
            if key not in seen:
                seen.add(key)
                found.append(each)
    return tuple(found[:40]), is_unsure


def _reasons(event: Event, ok: Sequence[Event], outcome: Outcome) -> Iterator[Refusal]:
    sent = event.reading.sources
    accepted = [each.reading.sources for each in ok]
    said = json.dumps(event.reading.body, default=str).lower()
    lacking = [
        path
        for path in accepted[0]
        if path not in sent
        and path[0] in ("query", "body")
        and all(path in each for each in accepted)
    ]
    lacking = [path for path in lacking if path[:-1] not in lacking]
    odd = list(_odd(sent, accepted))
    # What the answer names is the reason; what was left out rather than what is odd.
    named = [path for path in lacking if str(path[-1]).lower() in said]
    told = [one for one in odd if str(one[0][-1]).lower() in said]
    if named or (lacking and not told):
        for path in named or lacking:
            yield Refusal(outcome, lacks=path)
        return
    if odd:
        path, differing = (told or odd)[0]
        yield Refusal(outcome, place=path, traits=tuple(sorted(differing)))
        return
    yield from _by_state(event, ok, outcome)
    yield from _by_value(sent, accepted, said, outcome)


def _odd(
    sent: Mapping[Path, Json], accepted: Sequence[Mapping[Path, Json]]
) -> Iterator[tuple[Path, frozenset[str]]]:
    """Yield where a value is of a kind that no accepted one is."""
    for path, value in sent.items():
        known = [traits(each[path]) for each in accepted if path in each]
        if known and path[0] in ("query", "body"):
            differing = traits(value) - frozenset.union(*known)
            if differing:
                yield path, differing


def _by_state(event: Event, ok: Sequence[Event], outcome: Outcome) -> Iterator[Refusal]:
    """Yield the field of the entity whose value tells refused from accepted."""
    if event.before is None:
        return
    accepted = [flat(each.before) for each in ok if each.before is not None]
    found = []
    for path, value in flat(event.before).items():
        others = [each[path] for each in accepted if path in each]
        is_state = isinstance(value, str | bool) and path != event.group.id
        if is_state and others and value not in others:
            # Accepted ones have fewer values where the field decides.
            found.append((len({repr(each) for each in others}), len(path), path, value))
    if found:
        found.sort(key=lambda one: (one[0], one[1], repr(one[2])))
        yield Refusal(outcome, state=found[0][2], values=(found[0][3],))


def _by_value(
    sent: Mapping[Path, Json],
    accepted: Sequence[Mapping[Path, Json]],
    said: str,
    outcome: Outcome,
) -> Iterator[Refusal]:
    """Yield the value that is not accepted, if it is clear which one it is."""
    found = [
        path
        for path, value in sent.items()
        if path[0] in ("query", "body")
        and is_scalar(value)
        and all(each.get(path) != value for each in accepted)
    ]
    named = [path for path in found if str(path[-1]).lower() in said]
    best = named or found
    if len(best) == 1:
        yield Refusal(outcome, place=best[0], values=(sent[best[0]],))
