"""What numbers of one thing make together: parts, sums, products and shares.

The laws are rows of words; `concepts` tells which names a word stands for. First a
part that is out of what is usual is drawn anew, then sums and the like are worked
out. What is given stays, and what it is made of is worked out instead.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from random import Random  # noqa: TID251 - the type alone
from typing import NamedTuple

from mockforge.synthesis.concepts import CONCEPTS, meant
from mockforge.synthesis.members import Members

_LAWS = """
fee of amount: 0.014 0.035 with net
fee of amount: 0.014 0.035 with captured
fee of amount: 0.014 0.035 with refunded
own fee of amount: 0.014 0.035
deposit of rent: 1 2
deposit of total: 0.1 0.4 without rent
loan left of rent: 0 2
spent of budget: 0.15 0.95
expenses of revenue: 0.62 0.94
cogs of revenue: 0.32 0.66
base pay of gross pay: 0.82 0.97
bonus of base pay: 0.02 0.1
overtime of base pay: 0.01 0.08
allowance of base pay: 0.01 0.06
gross pay + base pay bonus? overtime? allowance?
income tax of gross pay: 0.12 0.24
state tax of gross pay: 0.02 0.06
social security of gross pay: 0.05 0.075
medicare of gross pay: 0.0145 0.0145
pension of gross pay: 0.02 0.05
insurance of gross pay: 0.015 0.04
deductions of gross pay: 0.16 0.38
deductions + income tax? state tax? social security? medicare? pension? insurance?
net pay + gross pay -deductions
net pay + gross pay -income tax -state tax? -social security? -medicare? -pension? \
-insurance?
net pay of gross pay: 0.6 0.82 without deductions,income tax,sales tax
hourly / gross pay hours with net pay
average cost of price: 0.72 1.24 with shares
market value * shares price with shares
cost basis * shares average cost with shares
cost basis of market value: 0.78 1.2 with gain
gain + market value -cost basis
gain *- price average cost shares without cost basis
gain percent % gain cost basis
gain percent ^ price average cost with shares
unique of page views: 0.2 0.6 without visits
visits of page views: 0.25 0.7
previous of price: 0.975 1.02
change + price -previous
change percent % change previous
change of price: -0.03 0.03 without previous
change percent % change price without previous
cost price of sale price: 0.4 0.75 with sale price
sale price of list price: 0.6 0.92
discount percent %- sale price list price
discount + list price -sale price
won of played: 0.1 0.75 without lost
drawn of won: 0.1 0.8 with played
lost of won: 0.2 2 with played
played + won lost? drawn?
win rate % won played
goals for of played: 0.7 2.4 with goals against
goals against of goals for: 0.5 1.6
goal difference + goals for -goals against
unique of visits: 0.42 0.82 with visits
conversions of visits: 0.008 0.06
conversion rate % conversions visits
reach of impressions: 0.4 0.85 with clicks
clicks of impressions: 0.006 0.045
conversions of clicks: 0.02 0.12
ctr % clicks impressions
cpc / ad spend clicks
delivered of sent: 0.95 0.995
bounced of sent: 0.004 0.04
opened of delivered: 0.18 0.45
opened of sent: 0.17 0.44 without delivered
clicked of opened: 0.06 0.24
unsubscribed of delivered: 0.001 0.006
delivery rate % delivered sent
open rate % opened delivered
open rate % opened sent without delivered
click rate % clicked delivered
bounce rate % bounced sent
order value / revenue order count
errors of requests: 0 0.02
error rate % errors requests
success rate %- errors requests
ballots of voters: 0.42 0.84
turnout % ballots voters
density / population area
deaths of cases: 0.004 0.03
recovered of cases: 0.6 0.95
guest count + adults children? infants?
odometer end + odometer start distance
odometer end of odometer start: 1.0005 1.03 without distance
distance + odometer end -odometer start
new reading + old reading consumption
consumption + new reading -old reading
total pay * hourly hours
cost per conversion / ad spend conversions
granted of claimed: 0.3 1
paid claim of granted: 1 1 with claimed
stock value * cost price stock
total time + prep time cook time
usable of account balance: 0.85 1
pending balance of account balance: 0 0.1
profit + revenue -expenses
profit + revenue -budget without expenses
gross profit + revenue -cogs
margin % profit revenue
gross margin % gross profit revenue
remaining + budget -spent
percent used % spent budget
net + amount -fee -refunded?
"""


class Law(NamedTuple):
    """One row, read."""

    target: str
    does: str
    operands: tuple[str, ...]
    signs: tuple[int, ...]
    optional: frozenset[str]
    share: tuple[float, float]
    unless: frozenset[str]
    beside: frozenset[str]

    @property
    def needed(self) -> frozenset[str]:
        """What must be there."""
        return self.beside | {self.target, *self.operands} - self.optional


class _Step(NamedTuple):
    """One law, with the names it is about in one object."""

    law: Law
    target: str
    operands: tuple[str, ...]
    signs: tuple[int, ...]


def _read(row: str) -> Law:
    row, _, without = row.partition(" without ")
    row, _, beside = row.partition(" with ")
    told = frozenset(one.strip() for one in without.split(",") if one)
    near = frozenset(one.strip() for one in beside.split(",") if one)
    head, of, rest = row.partition(" of ")
    if of and ": " in rest:
        whole, _, shares = rest.partition(": ")
        low, high = map(float, shares.split())
        return Law(head, "of", (whole,), (1,), frozenset(), (low, high), told, near)
    words = row.split()
    at = next(i for i, one in enumerate(words) if one in _DOES)
    operands, signs, optional = _operands(words[at + 1 :])
    target = " ".join(words[:at])
    return Law(target, words[at], operands, signs, optional, (0, 0), told, near)


_DOES = frozenset(("+", "*", "/", "%", "%-", "*-", "^"))


def _operands(
    words: list[str],
) -> tuple[tuple[str, ...], tuple[int, ...], frozenset[str]]:
    """Return what is worked with: the longest words that are one concept."""
    found: list[str] = []
    signs: list[int] = []
    optional: set[str] = set()
    while words:
        sign = -1 if words[0].startswith("-") else 1
        size = next((n for n in (3, 2, 1) if _plain(words[:n]) in CONCEPTS), 1)
        name = _plain(words[:size])
        found.append(name)
        signs.append(sign)
        if words[min(size, len(words)) - 1].endswith("?"):
            optional.add(name)
        words = words[size:]
    return tuple(found), tuple(signs), frozenset(optional)


def _plain(words: list[str]) -> str:
    return " ".join(words).replace("?", "").lstrip("-")


@lru_cache(maxsize=1)
def laws() -> tuple[Law, ...]:
    """Return all laws, in the order they are brought about."""
    rows = _LAWS.replace("\\\n", "").strip().splitlines()
    return tuple(_read(row) for row in rows)


@lru_cache(maxsize=2048)
def steps_of(names: tuple[str, ...]) -> tuple[Law, ...]:
    """Return the laws that an object with these *names* may be under."""
    known = meant(names).keys()
    if len(known) < 2:
        return ()
    return tuple(
        law for law in laws() if law.needed <= known and not law.unless & known
    )


def reckon(members: Members, rng: Random) -> None:
    """Bring the numbers of *members* into agreement."""
    for law in steps_of(tuple(members.made)):
        step = _step(law, members)
        if step is not None:
            sure = [members.worth(name) or 0.0 for name in step.operands]
            _DO[law.does](members, step, sure, rng)


def _step(law: Law, members: Members) -> _Step | None:
    """Return *law* with the names of numbers, if those there are enough."""
    target = members.first_of(law.target)
    if target is None:
        return None
    used: list[str] = [target]
    signs: list[int] = []
    for concept, sign in zip(law.operands, law.signs, strict=True):
        name = members.first_of(concept, *used)
        if name is not None:
            used.append(name)
            signs.append(sign)
        elif concept not in law.optional:
            return None
    return _Step(law, target, tuple(used[1:]), tuple(signs)) if signs else None


def _share(members: Members, step: _Step, sure: list[float], rng: Random) -> None:
    """Draw a part anew that is out of what is usual of its whole."""
    low, high = step.law.share
    held, whole = members.worth(step.target), sure[0]
    if held is None or whole <= 0:
        return
    if low * whole <= held <= high * whole:
        return
    share = low + (high - low) * rng.random()
    if members.is_given(step.target) and share > 0:
        members.put_like(step.operands[0], held / share)
        return
    members.put_like(step.target, whole * share)


def _sum(members: Members, step: _Step, sure: list[float], rng: Random) -> None:
    made = sum(one * sign for one, sign in zip(sure, step.signs, strict=True))
    if not members.is_given(step.target) and members.put_number(step.target, made):
        return
    held = members.worth(step.target) or 0.0
    for name, one, sign in zip(step.operands, sure, step.signs, strict=True):
        wanted = one + (held - made) * sign
        if wanted >= 0 and not members.is_given(name):
            members.put_number(name, wanted)
            return


def _product(members: Members, step: _Step, sure: list[float], rng: Random) -> None:
    made = sure[0] * sure[1]
    if not members.is_given(step.target) and members.put_number(step.target, made):
        return
    held = members.worth(step.target)
    if held is not None and sure[1]:
        members.put_number(step.operands[0], held / sure[1])


def _quotient(members: Members, step: _Step, sure: list[float], rng: Random) -> None:
    if sure[1]:
        members.put_number(step.target, sure[0] / sure[1])


def _ratio(members: Members, step: _Step, sure: list[float], rng: Random) -> None:
    if sure[1]:
        members.put_share(step.target, sure[0] / abs(sure[1]))


def _rest(members: Members, step: _Step, sure: list[float], rng: Random) -> None:
    if sure[1]:
        members.put_share(step.target, 1 - sure[0] / sure[1])


def _risen(members: Members, step: _Step, sure: list[float], rng: Random) -> None:
    """So much more than it was, as often as it is there."""
    members.put_number(step.target, (sure[0] - sure[1]) * sure[2])


def _growth(members: Members, step: _Step, sure: list[float], rng: Random) -> None:
    if sure[1]:
        members.put_share(step.target, sure[0] / sure[1] - 1)


_DO: dict[str, Callable[[Members, _Step, list[float], Random], None]] = {
    "of": _share,
    "+": _sum,
    "*": _product,
    "/": _quotient,
    "%": _ratio,
    "%-": _rest,
    "*-": _risen,
    "^": _growth,
}
