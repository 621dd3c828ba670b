"""Operations: what an endpoint sets, and how it answered in which situation."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from mockforge.bodies.document import Path
from mockforge.learning.resources.leading import leads_on
from mockforge.learning.resources.listings import learn_listing
from mockforge.learning.resources.model import (
    Operation,
    Origin,
    Role,
    Situation,
)
from mockforge.learning.resources.origins import Observation, learn_origins
from mockforge.learning.resources.outcomes import (
    blind_of,
    fields_of,
    outcome_of,
    sources_at,
)
from mockforge.learning.resources.readings import (
    alike,
    repetitions,
    same,
)
from mockforge.learning.resources.references import find_references, missing_parent
from mockforge.learning.resources.refusals import learn_refusals, uniques
from mockforge.learning.resources.roles import lookup
from mockforge.learning.resources.timeline import Event, Timeline, is_missing


def operation(role: Role, events: Sequence[Event], line: Timeline) -> Operation:
    """Return what the endpoint of *events* does."""
    ok = [event for event in events if event.is_done]
    group, key = events[0].group, events[0].reading.key
    references = find_references(events, line)
    for event in events:
        event.orphan = missing_parent(event, references, line)
    sorted_out = _situations(role, events, uniques(role, events, line))
    slot = group.slots.get(key)
    address: tuple[tuple[Path, Path], ...] = ((slot, ()),) if slot else ()
    if role == "read" and slot is None:
        found = lookup(ok)
        address = (found,) if found else ()
    done = sorted_out.get("done", []) + sorted_out.get("made", [])
    writes = _writes(role, done)
    blind = blind_of(done)
    refusals, is_unsure = learn_refusals(
        sorted_out.get("refused", []),
        ok,
        line,
        lambda each: outcome_of("refused", role, [each]),
    )
    samples = [event.reading.sample for event in events]
    return Operation(
        key,
        role,
        group.name,
        address,
        dict(_scopes(ok[0])),
        references,
        writes,
        opens=_opens(done, writes),
        unique=uniques(role, events, line),
        resets=_resets(role, done, writes),
        upserts=role == "create" and bool(address),
        outcomes={
            situation: outcome_of(situation, role, each, blind)
            for situation, each in sorted(sorted_out.items())
            if situation not in ("refused", "failed")
        },
        refusals=refusals,
        is_unsure=is_unsure or _is_mixed(sorted_out),
        listing=learn_listing(ok, line) if role == "list" else None,
        repeated=repetitions(samples).get(key, frozenset()),
    )


def _is_mixed(sorted_out: Mapping[Situation, Sequence[Event]]) -> bool:
    """Whether success is told in several ways, and nothing says when in which."""
    return any(
        len({event.reading.status for event in sorted_out.get(situation, ())}) > 1
        for situation in ("done", "made", "last")
    )


def _scopes(event: Event) -> list[tuple[Path, str]]:
    params = event.reading.sample.params
    found: list[tuple[Path, str]] = []
    for collection, value in event.scope.items():
        for name, each in params.items():
            is_own = event.group.slots.get(event.reading.key) == ("param", name)
            if each == value and not is_own and ("param", name) not in dict(found):
                found.append((("param", name), collection))
                break
    return found


def _situations(
    role: Role,
    events: Sequence[Event],
    unique: tuple[tuple[Path, Path], ...],
) -> dict[Situation, list[Event]]:
    """Sort *events* by what was the case when they were answered."""
    found: dict[Situation, list[Event]] = {}
    for event in events:
        is_orphan = event.orphan is not None
        told = "orphan" if is_orphan else _situation(role, event, unique)
        found.setdefault(told, []).append(event)
    if role == "list":
        _tell_last(found)
    return found


def _situation(
    role: Role, event: Event, unique: tuple[tuple[Path, Path], ...]
) -> Situation:
    status = event.reading.status
    if role != "create" and is_missing(event):
        return "missing"
    if event.reading.is_ok and not event.is_done:
        return "refused"
    if event.reading.is_ok:
        # It answers the same where nothing is; or it says so in its body.
        is_void = role in ("change", "delete") and event.fate == "missing"
        is_made = role == "create" and event.is_addressed and event.fate != "alive"
        return "missing" if is_void else "made" if is_made else "done"
    if not event.is_addressed and event.scope and status in (404, 410):
        return "orphan"
    if status == 409 and unique:
        return "exists"
    if role != "create" and event.is_addressed and event.fate == "missing":
        return "missing"
    return _situation_by_status(status)


def _situation_by_status(status: int) -> Situation:
    if status in (401, 403):
        return "denied"
    return "failed" if status >= 500 or status == 429 else "refused"


def _tell_last(found: dict[Situation, list[Event]]) -> None:
    """Tell pages that lead on from those that do not."""
    done = found.get("done", [])
    listing = learn_listing(done, Timeline()) if done else None
    if listing is None:
        return

    on = [event for event in done if leads_on(event, listing)]
    last = [event for event in done if not leads_on(event, listing)]
    if on and last:
        found["done"], found["last"] = on, last


def _writes(role: Role, done: Sequence[Event]) -> dict[Path, Origin]:
    if role == "create":
        observations = _makings(done)
        found = learn_origins(observations, counts=True)
        name = done[0].group.id
        if name in found:
            found[name] = _id_origin(name, observations)
        return found
    if role != "change":
        return {}
    return learn_origins([_change(event) for event in done if event.after is not None])


def _makings(done: Sequence[Event]) -> list[Observation]:
    """Return how entities were as they were made, less what is not known of it."""
    blind = blind_of(done)
    found = []
    for event in done:
        if event.after is not None:
            fields = {
                path: value
                for path, value in fields_of(event, event.after).items()
                if value is not None or path not in blind
            }
            started = event.reading.sample.started
            found.append(Observation(sources_at(event), fields, started))
    return found


def _id_origin(name: Path, observations: Sequence[Observation]) -> Origin:
    """Return where ids come from, which is not from themselves."""
    own = [
        Observation(
            {
                source: value
                for source, value in each.sources.items()
                if source != ("id",)
            },
            {name: each.values[name]},
            each.started,
        )
        for each in observations
        if name in each.values
    ]
    return learn_origins(own, counts=True)[name]


def _change(event: Event) -> Observation:
    """Return what a write changed, and what it wrote though it was so before."""
    assert event.after is not None
    before = fields_of(event, event.before or {})
    sources = sources_at(event)
    named = {
        path
        for path, value in fields_of(event, event.after).items()
        for source, sent in event.reading.sources.items()
        if alike(source, path) and source[0] == "body" and same(sent, value)
    }
    changed = {
        path: value
        for path, value in fields_of(event, event.after).items()
        if path in named or (event.before is not None and before.get(path) != value)
    }
    started = event.reading.sample.started
    return Observation(sources, changed, started, before)


def _resets(
    role: Role, done: Sequence[Event], writes: Mapping[Path, Origin]
) -> frozenset[Path]:
    """Return the fields that a replacement without them takes away.

    That is what it is for, so those count that were never seen to stay.
    """
    if role != "change" or not done or done[0].reading.method != "PUT":
        return frozenset()
    found = set()
    for path, origin in writes.items():
        if origin.kind != "copied" or origin.value is not None:
            continue
        stays = [
            event
            for event in done
            if origin.source not in event.reading.sources
            and path in fields_of(event, event.before or {})
            and path in fields_of(event, event.after or {})
        ]
        if not stays:
            found.add(path)
    return frozenset(found)


def _opens(done: Sequence[Event], writes: Mapping[Path, Origin]) -> Path | None:
    """Return below what everything that is sent becomes a field of its name."""
    copied = {
        origin.source
        for path, origin in writes.items()
        if origin.kind == "copied" and origin.source[-1:] == path[-1:]
    }
    bases = [source[:-1] for source in copied if source[0] == "body"]
    if not bases:
        return None
    base = max(set(bases), key=lambda each: (bases.count(each), -len(each)))
    sent = {
        source
        for event in done
        for source in event.reading.sources
        if source[:-1] == base and len(source) == len(base) + 1
    }
    return base if sent <= copied else None
