"""What is owed and paid: taxes, what is added and taken off, totals, what is due."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from random import Random  # noqa: TID251 - the type alone

from mockforge.options import Json
from mockforge.synthesis.entity import Entity
from mockforge.synthesis.lifecycles import plain
from mockforge.synthesis.lines import (
    AMOUNTS,
    PRICES,
    lines_of,
    multiplied,
    worth_of_lines,
)
from mockforge.synthesis.members import Members

_ADDED = ("tax", "shipping", "handling", "service fee", "tip")
_RATES = {
    "GB": (0.2,), "DE": (0.19, 0.19, 0.07), "FR": (0.2,), "ES": (0.21,), "IT": (0.22,),
    "NL": (0.21,), "PT": (0.23,), "IE": (0.23,), "SE": (0.25,), "DK": (0.25,),
    "NO": (0.25,), "PL": (0.23,), "CH": (0.081,), "AT": (0.2,), "JP": (0.1,),
    "AU": (0.1,), "NZ": (0.15,), "BR": (0.17,), "MX": (0.16,), "IN": (0.18,),
    "SG": (0.09,), "KR": (0.1,), "ZA": (0.15,), "KE": (0.16,), "CA": (0.13, 0.05),
    "US": (0.0825, 0.0625, 0.07, 0.0725, 0.08, 0.06),
}  # fmt: skip
_OF_MONEY = {"USD": "US", "EUR": "DE", "GBP": "GB", "SEK": "SE", "DKK": "DK",
             "NOK": "NO", "PLN": "PL", "CHF": "CH", "JPY": "JP", "AUD": "AU",
             "NZD": "NZ", "BRL": "BR", "MXN": "MX", "INR": "IN", "SGD": "SG",
             "KRW": "KR", "ZAR": "ZA", "KES": "KE", "CAD": "CA"}  # fmt: skip
UNPAID = frozenset(("draft", "open", "sent", "overdue", "pending", "unpaid", "issued",
                    "past_due", "void", "cancelled", "canceled", "failed", "declined",
                    "awaiting_payment", "requires_payment", "authorized", "viewed",
                    "processing", "requires_action", "expired", "due", "voided",
                    "uncollectible", "created", "scheduled"))  # fmt: skip
_WHOLLY = frozenset(("paid", "succeeded", "completed", "settled", "captured",
                     "refunded", "partially_refunded", "delivered", "shipped",
                     "fulfilled", "success", "paid_off", "closed"))  # fmt: skip


def usual_rate(entity: Entity, made: Mapping[str, Json], rng: Random) -> float:
    """Return a tax rate as the country of *entity* has it, or that of the money."""
    code = entity.place().country.code if "placed" in entity.whole.memo else ""
    money = next((one for name, one in made.items()
                  if "currency" in name.lower() and isinstance(one, str)),
                  "")  # fmt: skip
    if money and (not code or entity.place().country.currency != money.upper()):
        code = _OF_MONEY.get(money.upper(), code)
    return rng.choice(_RATES.get(code, _RATES["US"]))


def is_payslip(members: Members) -> bool:
    """Return whether the taxes of *members* are those of someone's wages."""
    told = members.meant.keys()
    gross, net = members.first_of("gross pay"), members.first_of("net pay")
    return "gross pay" in told and gross is not None and net not in (None, gross)


def is_bill(members: Members) -> bool:
    """Return whether *members* have lines that are to be paid."""
    lines = lines_of(members)
    return bool(lines) and worth_of_lines(lines or ()) is not None


def bill(
    members: Members, entity: Entity, rng: Random, rows: Sequence[Members] = ()
) -> None:
    """The sum of an order is that of its lines, with what is added and taken.

    Args:
        members: Those of the order.
        entity: The order.
        rng: Chance.
        rows: Those of its lines, which follow a total that is given.
    """
    if is_payslip(members):
        return
    _follow(members, rows)
    lines = lines_of(members)
    worth = _rated(members) if lines is None else worth_of_lines(lines)
    subtotal = members.first_of("subtotal")
    if subtotal is not None and worth is not None:
        members.put_number(subtotal, worth)
    if subtotal is not None:
        worth = members.worth(subtotal)
    total = members.first_of("total", subtotal)
    if worth is not None:
        _added(members, entity, worth, rng)
    elif total is not None and "tax" in members.meant:
        _tax_within(members, entity, total, rng)
    whole = None if total is None else members.worth(total)
    if whole is not None:
        _paid(members, whole, rng)


def _added(members: Members, entity: Entity, worth: float, rng: Random) -> None:
    """Work the taxes and the total of *worth* out."""
    subtotal = members.first_of("subtotal")
    total = members.first_of("total", subtotal)
    taken = _taken(members, worth)
    if total is None or not members.is_given(total):
        _tax(members, entity, worth - taken, rng)
    if total is not None:
        is_fixed = bool(lines_of(members))
        _total(members, worth - taken, total, subtotal, is_fixed=is_fixed)


def _follow(members: Members, rows: Sequence[Members]) -> None:
    """Let lines come to what the total is, where that is given and they are not."""
    total = members.first_of("total")
    if total is None or not members.is_given(total) or not rows:
        return
    wanted = members.worth(total) or 0.0
    for concept, share in (("tax", 0.07), ("shipping", 0.05), ("discount", 0.04)):
        name = members.first_of(concept)
        if name is not None and not members.is_given(name):
            members.put_number(name, wanted * share)
        part = (members.worth(name) or 0.0) if name is not None else 0.0
        wanted += part if concept == "discount" else -part
    for at, row in enumerate(rows):
        price, amount = row.money(*PRICES), row.number(*AMOUNTS)
        if price is None or any(row.is_given(name) for name in row.made):
            continue
        last = at == len(rows) - 1
        if amount is not None and (last or amount[1] > 3):
            row.put_number(amount[0], 1)
        held = row.number(*AMOUNTS)
        many = 1.0 if held is None else held[1]
        share = wanted if last else wanted * 0.6 ** (at + 1) / many
        row.put_number(price[0], share)
        multiplied(row)
        wanted -= worth_of_lines([row.made]) or 0.0


_RATED = (("nightly", "nights"), ("daily", "days"), ("per liter", "liters"),
          ("per kwh", "consumption"), ("per minute", "minutes"))  # fmt: skip


def _rated(members: Members) -> float | None:
    """Return what so many nights, or so much power, are worth."""
    for rate, many in _RATED:
        one, several = members.first_of(rate), members.first_of(many)
        if one is not None and several is not None and one != several:
            fixed = members.first_of("standing")
            extra = 0.0 if fixed is None else members.worth(fixed) or 0.0
            worth = (members.worth(one) or 0.0) * (members.worth(several) or 0.0)
            return worth + extra if worth else None
    return None


def _taken(members: Members, worth: float) -> float:
    name = members.first_of("discount")
    share = members.first_of("discount percent")
    part = None
    if share is not None:
        held = members.worth(share) or 0.0
        part = held / 100 if members.is_percent(share) else held
    if name is None:
        return worth * part if part is not None and part < 0.9 else 0.0
    held = members.worth(name) or 0.0
    sign = -1 if held < 0 else 1
    if part is not None and part < 0.9:
        members.put_number(name, sign * worth * part)
    elif abs(held) > worth / 2:
        members.put_number(name, sign * worth * 0.1)
    return abs(members.worth(name) or 0.0)


def _tax(
    members: Members,
    entity: Entity,
    worth: float,
    rng: Random,
) -> None:
    """What is to be paid of *worth* in taxes, at a rate of the country."""
    tax, named = members.first_of("tax"), members.first_of("tax rate")
    if tax is None and named is None:
        return
    rate = usual_rate(entity, members.made, rng)
    if named is not None:
        if tax is not None and members.is_given(tax) and worth:
            rate = (members.worth(tax) or 0.0) / worth
        members.put_share(named, rate)
        held = members.worth(named) or 0.0
        rate = held / 100 if members.is_percent(named) else held
    if tax is not None:
        members.put_number(tax, worth * rate)


def _tax_within(
    members: Members,
    entity: Entity,
    total: str,
    rng: Random,
) -> None:
    """Of a total alone, the taxes are a part."""
    whole = members.worth(total) or 0.0
    tax = members.first_of("tax")
    if tax is None:
        return
    rate = usual_rate(entity, members.made, rng)
    members.put_number(tax, whole - whole / (1 + rate))
    named = members.first_of("tax rate")
    if named is not None:
        members.put_share(named, rate)


def _total(
    members: Members,
    worth: float,
    total: str,
    subtotal: str | None,
    *,
    is_fixed: bool,
) -> None:
    used = {total, subtotal}
    added = 0.0
    for concept in _ADDED:
        name = next((one for one in members.meant.get(concept, ()) if one not in used
                     and members.worth(one) is not None), None)  # fmt: skip
        if name is not None:
            used.add(name)
            added += members.worth(name) or 0.0
    is_given = members.is_given(total)
    if is_given and subtotal is not None and not is_fixed:
        members.put_number(subtotal, (members.worth(total) or 0.0) - added)
        return
    if not is_given:
        members.put_number(total, worth + added)


def _paid(members: Members, whole: float, rng: Random) -> None:
    """What is paid and what is still due are together what there is to pay."""
    paid, due = members.first_of("paid"), members.first_of("due")
    status = status_of(members)
    if paid is not None and not members.is_given(paid):
        held = members.worth(paid) or 0.0
        members.put_number(paid, _part(status, held, whole, rng))
    if due is None:
        return
    left = members.worth(due) or 0.0
    if paid is not None:
        left = whole - (members.worth(paid) or 0.0)
    elif status in _WHOLLY:
        left = 0.0
    elif status in UNPAID or left > whole:
        left = whole
    for name in members.meant["due"]:
        if members.worth(name) is not None:
            members.put_number(name, left)


def _part(status: str, held: float, whole: float, rng: Random) -> float:
    """Return what of *whole* is paid in *status*."""
    if status in UNPAID:
        return 0.0
    if status in _WHOLLY or (not status and rng.random() < 0.6):
        return whole
    return held if 0 < held < whole else whole * rng.choice((0.25, 0.3, 0.5))


def status_of(members: Members) -> str:
    """Return the status, as it is looked up, or nothing."""
    for name in ("paymentstatus", "status", "state", "invoicestatus", "orderstatus"):
        value = members.made.get(members.names[name]) if name in members.names else None
        if isinstance(value, str):
            return plain(value)
    return ""
