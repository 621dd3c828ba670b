"""An object whose members are brought into agreement once they are all there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any

from mockforge.learning.fields.schema import Schema
from mockforge.options import Json
from mockforge.synthesis import (
    ages,
    alldays,
    beginnings,
    bills,
    clocks,
    counts,
    delays,
    durations,
    edges,
    flags,
    journeys,
    levels,
    lines,
    lives,
    outcomes,
    payments,
    portions,
    quotes,
    renewals,
    series,
    speeds,
    subsets,
    tallies,
    terms,
    wholes,
)
from mockforge.synthesis.across import across
from mockforge.synthesis.concepts import meant
from mockforge.synthesis.dated import ROLES, is_still_to_come
from mockforge.synthesis.entity import Entity
from mockforge.synthesis.families import is_family, relate
from mockforge.synthesis.lifecycles import is_open as is_still_open
from mockforge.synthesis.lifecycles import is_over
from mockforge.synthesis.members import Fits, Members, is_number
from mockforge.synthesis.moments import written
from mockforge.synthesis.naming import words_of
from mockforge.synthesis.quoted import requote
from mockforge.synthesis.reckoning import reckon
from mockforge.synthesis.roles import role_of
from mockforge.synthesis.shared import Shared

_PAIRS = (("min", "max"), ("minimum", "maximum"), ("low", "high"), ("lower", "upper"),
          ("from", "to"), ("start", "end"), ("begin", "end"), ("open", "close"),
          ("used", "limit"), ("used", "total"), ("enrolled", "capacity"),
          ("bid", "ask"), ("sale", "regular"), ("discounted", "original"),
          ("diastolic", "systolic"), ("available", "total"), ("free", "total"),
          ("started", "ended"), ("starts", "ends"), ("check in", "check out"),
          ("valid from", "valid until"), ("departure", "arrival"))  # fmt: skip


def settle(
    entity: Entity, schema: Schema, made: dict[str, Json], kept: set[str], fits: Fits
) -> None:
    """Change members of *made* that disagree, as far as the schema lets them.

    Args:
        entity: The thing it is of.
        schema: What it is valid against.
        made: The object, changed in place.
        kept: Names whose values stay.
        fits: Tells whether a value is valid against the schema of a member.
    """
    members = Members(schema, made, kept, fits)
    now = entity.shared.now
    rows = _lists(made, entity, now)
    if not entity.path or isinstance(entity.path[-1], int):
        entity.shared.rows[id(made)] = series.Row(members, entity.kind, _listed(entity))
    quotes.quote(members, entity)
    _pairs(members)
    _times(members, entity)
    beginnings.begin(members, entity)
    flags.agree(members)
    outcomes.agree(members, entity.rng)
    if _may_be_timed(tuple(made)):
        _timed(members, entity, rows)
    delays.delayed(members, entity.rng)
    terms.period(members, now)
    ages.ages(members, now)
    ages.existed(members, _told_within(made))
    _reckoned(members, entity, rows)
    across(members, entity.rng)
    speeds.travel(members, entity, entity.rng)
    speeds.energy(members, entity.rng)
    levels.call(members)
    counts.count(members)
    beginnings.uncounted(members, entity)
    quotes.spread(members)
    requote(members, entity.rng)


def _are_several(names: tuple[str, ...]) -> bool:
    """Return whether numbers of several of *names* may have to do with each other."""
    found = {name for several in meant(names).values() for name in several}
    return len(found) > 1


@lru_cache(maxsize=2048)
def _may_be_reckoned(names: tuple[str, ...], about: str) -> bool:
    return (
        _are_several(names)
        or is_family(names)
        or tallies.is_spread(names)
        or subsets.is_nested(names)
        or wholes.is_split(names, about)
        or portions.is_portioned(names)
    )


@lru_cache(maxsize=2048)
def _may_be_timed(names: tuple[str, ...]) -> bool:
    return bool(lives.times_in(names) or edges.spans_of(names))


def _timed(members: Members, entity: Entity, rows: dict[str, list[series.Row]]) -> None:
    """Bring the times of one thing into agreement."""
    rng, now = entity.rng, entity.shared.now
    if lives.fill(members, entity):
        flags.agree(members)
    lives.in_order(members, rng, now)
    durations.fit(members, entity, rng, now)
    journeys.within(members, rows)
    terms.paid_out(members, rng)
    terms.due(members, rng, now)
    terms.over(members, now)
    terms.lasts(members, rng, now)
    terms.days_left(members, now)
    terms.actual(members, rng, now)
    lives.in_order(members, rng, now)
    lives.soon(members, rng, now)
    lives.swift(members, rng, now)
    alldays.whole_days(members)
    renewals.renew(members, now)


def _listed(entity: Entity) -> str:
    """Return what the list is called that *entity* is in."""
    names = [step for step in entity.path if isinstance(step, str)]
    return names[-1] if names else entity.shared.noun


def _lists(
    made: dict[str, Json], entity: Entity, now: float
) -> dict[str, list[series.Row]]:
    """Bring the items of each list in *made* into agreement; return them."""
    known, found = entity.shared.rows, {}
    for name, value in made.items():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            rows = [known[id(one)] for one in value if id(one) in known]
            if len(rows) == len(value):
                found[name] = rows
                _arranged(rows, entity)
    return found


def _arranged(rows: list[series.Row], entity: Entity) -> None:
    shared = entity.shared
    series.arrange(rows, entity.rng, shared.latest, shared.timing)


def arrange(made: Json, shared: Shared, is_valid: Callable[[Any], bool]) -> None:
    """Bring the items of a document that is a list into agreement.

    Args:
        made: The document, changed in place; nothing is done if it is no list.
        shared: What all of it has in common.
        is_valid: Tells whether the list may be as it is.
    """
    if not isinstance(made, list) or len(made) < 2:
        return
    rows = [shared.rows[id(one)] for one in made if id(one) in shared.rows]
    if len(rows) != len(made):
        return
    before = [dict(row.members.made) for row in rows]
    series.arrange(rows, shared.rng, shared.latest, shared.timing)
    if not is_valid(made):
        for row, held in zip(rows, before, strict=True):
            row.members.made.clear()
            row.members.made.update(held)


def _reckoned(
    members: Members, entity: Entity, rows: dict[str, list[series.Row]]
) -> None:
    """Bring numbers into agreement: of lines, of bills, of what is paid."""
    rng = entity.rng
    payments.positive(members, entity)
    about = _about(entity)
    if not rows and not _may_be_reckoned(tuple(members.made), about):
        return
    speeds.day_of_work(members, rng)
    lines.line(members, entity, rng)
    reckon(members, rng)
    several = next(
        (rows[name] for name in lines.line_names(members) if name in rows), []
    )
    bills.bill(members, entity, rng, [row.members for row in several])
    payments.taken_first(members)
    payments.refund(members, rng, _back(members, rows))
    payments.loan(members, rng)
    payments.balance(members)
    payments.claim(members)
    relate(members, rng)
    payments.payslip(members, rng, entity.shared.now)
    tallies.tally(members, rows, rng)
    if rows:
        for several in rows.values():
            series.reshared(several)
        reckon(members, rng)
        relate(members, rng)
    wholes.split(members, rng, about)
    wholes.within(members)
    subsets.nest(members, rng, about)
    portions.share_out(members, rng)


def _about(entity: Entity) -> str:
    """Return what *entity* is called, be it one of a list or not."""
    names = [step for step in entity.path if isinstance(step, str)]
    if names and names[-1] not in _WRAPS:
        return names[-1]
    return f"{entity.shared.noun or entity.kind}_{'_'.join(names[-2:-1])}"


_WRAPS = frozenset(("data", "items", "results", "summary", "stats", "totals", "counts",
                    "attributes", "statistics", "metrics", "records"))  # fmt: skip


def _back(members: Members, rows: dict[str, list[series.Row]]) -> float | None:
    """Return what the refunds listed come to, made to be no more than was paid."""
    name = members.names.get("refunds", "")
    paid = members.number("amount", "total", "totalamount", "totalprice", "grandtotal")
    if name not in rows or paid is None:
        return None
    return tallies.within(rows[name], paid[1])


def _told_within(made: dict[str, Json]) -> Iterator[float]:
    """Yield the times of what is within."""
    for value in made.values():
        if isinstance(value, dict):
            for name, each in value.items():
                if role_of(name).name in ("created", "started", "confirmed"):
                    when = clocks.seconds_of(each)
                    if when is not None:
                        yield when


def _pairs(settling: Members) -> None:
    """Bring what is least before what is most."""
    for low, high in _paired(tuple(settling.made)):
        one, other = settling.made[low], settling.made[high]
        if is_number(one) and is_number(other):
            is_wrong = one > other
        else:
            is_wrong = isinstance(one, str) and isinstance(other, str) and (
                len(one) == len(other) and one > other
                and one[:2].isdigit() and other[:2].isdigit()
            )  # fmt: skip
        if not is_wrong:
            continue
        if settling.allows(low, other) and settling.allows(high, one):
            if settling.put(low, other) and not settling.put(high, one):
                settling.put(low, one)
        elif not settling.put(high, one):
            settling.put(low, other)


@lru_cache(maxsize=2048)
def _paired(names: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    return tuple(_pairs_in({words_of(name): name for name in names}))


def _pairs_in(worded: dict[tuple[str, ...], str]) -> Iterator[tuple[str, str]]:
    for words, name in worded.items():
        for low, high in _PAIRS:
            for at in _places(words, tuple(low.split())):
                size = len(low.split())
                wanted = (*words[:at], *high.split(), *words[at + size :])
                if wanted in worded:
                    yield name, worded[wanted]


def _places(words: tuple[str, ...], part: tuple[str, ...]) -> Iterator[int]:
    for at in range(len(words) - len(part) + 1):
        if words[at : at + len(part)] == part:
            yield at


def _times(settling: Members, entity: Entity) -> None:
    """What has not come yet in this status has no time, if it may have none."""
    status = next(
        (value for name, value in settling.made.items()
         if role_of(name).name == "status" and isinstance(value, str)),
        None,
    )  # fmt: skip
    for name, value in list(settling.made.items()):
        step = role_of(name).name
        if value is None and step == "delivered" and is_over(entity):
            # It may have none, and is there.
            settling.put(name, written(entity.moments().at(step), "date-time"))
            value = settling.made[name]
        if value is None or step not in ROLES:
            continue
        is_open = is_still_to_come(status or "active", step)
        is_known = status is not None or step == "deleted"
        if (is_known and is_open) or is_still_open(entity, step):
            settling.put(name, None)
