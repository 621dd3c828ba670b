"""What is paid: captured and given back, wages, loans, movements of an account."""

from __future__ import annotations

from datetime import UTC, datetime
from random import Random  # noqa: TID251 - the type alone

from mockforge.synthesis import clocks
from mockforge.synthesis.bills import UNPAID, status_of
from mockforge.synthesis.entity import Entity
from mockforge.synthesis.lifecycles import plain
from mockforge.synthesis.members import Members
from mockforge.synthesis.naming import words_of


def refund(members: Members, rng: Random, refunds: float | None = None) -> None:
    """Nothing is captured that was not asked for, nor given back that was not taken.

    Args:
        members: Those of a payment.
        rng: Chance.
        refunds: What the refunds listed in it come to, if there is such a list.
    """
    back, taken = (
        members.first_of("refunded"),
        members.first_of("captured"),
    )
    whole = members.first_of("amount") or members.first_of("total")
    if whole is None or (back is None and taken is None):
        return
    if (members.worth(whole) or 0.0) < 0:
        members.put_number(whole, -(members.worth(whole) or 0.0))
    status, most = status_of(members), members.worth(whole) or 0.0
    if taken is not None:
        is_open = status in UNPAID or _flag(members, "captured") is False
        members.put_number(taken, 0 if is_open else most)
        most = members.worth(taken) or 0.0
    if back is not None and "original" in words_of(whole):
        held = members.worth(back) or 0.0
        if not 0 < held <= most:
            members.put_number(back, most * rng.choice((0.25, 0.5, 1.0, 1.0)))
        full = members.names.get("fullrefund") or members.names.get("isfullrefund", "")
        if isinstance(members.made.get(full), bool):
            members.put(full, members.worth(back) == most)
        return
    if back is not None:
        given = refunds if refunds is not None else _given_back(members, status, rng)
        members.put_number(back, min(most, given if refunds is not None
                                     else most * given))  # fmt: skip


def taken_first(members: Members) -> None:
    """What is given back was taken before, and what is taken is paid."""
    if status_of(members):
        return
    listed = members.made.get(members.names.get("refunds", ""))
    flags = {word: name for word in ("paid", "captured", "refunded")
             if isinstance(members.made.get(name := members.names.get(word, "")),
                           bool)}  # fmt: skip
    is_back = "refunded" in flags and members.made[flags["refunded"]]
    if is_back or (isinstance(listed, list) and listed):
        for word in ("paid", "captured"):
            if word in flags:
                members.put(flags[word], True)
    if {"paid", "captured"} <= flags.keys():
        members.put(flags["captured"], members.made[flags["paid"]])


def _given_back(members: Members, status: str, rng: Random) -> float:
    flag = _flag(members, "refunded")
    if status == "refunded" or flag is True:
        return 1.0
    if status.startswith("partial"):
        return rng.choice((0.2, 0.25, 0.4, 0.5, 0.75))
    if status or flag is False:
        return 0.0
    return rng.choice((0.0, 0.0, 0.0, 0.0, 0.25, 1.0))


def _flag(members: Members, word: str) -> bool | None:
    value = members.made.get(members.names.get(word, ""))
    if value is None:
        value = members.made.get(members.names.get("is" + word, ""))
    return value if isinstance(value, bool) else None


def loan(members: Members, rng: Random) -> None:
    """What is paid back in equal parts is what was lent, with its interest."""
    part, lent = (
        members.first_of("installment"),
        members.first_of("principal"),
    )
    lent = lent or members.first_of("amount")
    rate, months = members.first_of("interest rate"), _months(members)
    if lent is None or months is None or (part is None and rate is None):
        return
    if (members.worth(lent) or 0) < 1000:
        members.put_number(lent, rng.randint(20, 400) * 100)
    share = 0.06 if rate is None else _interest(members, rate, rng)
    worth, monthly = members.worth(lent) or 0.0, share / 12
    each = worth / months if not monthly else (
        worth * monthly / (1 - (1 + monthly) ** -months)
    )  # fmt: skip
    if part is not None:
        members.put_number(part, each)
        each = members.worth(part) or each
    whole, extra = (
        members.first_of("payable"),
        members.first_of("interest total"),
    )
    if whole is not None:
        members.put_number(whole, each * months)
    if extra is not None:
        members.put_number(extra, each * months - worth)
    _left(members, worth, rng, lent)


def _left(
    members: Members,
    worth: float,
    rng: Random,
    lent: str,
) -> None:
    left, paid = (
        members.first_of("loan left", lent),
        members.first_of("loan paid"),
    )
    status = status_of(members)
    share = 1 - rng.random() * 0.9
    if status in ("paid_off", "closed", "repaid", "paid", "completed"):
        share = 0.0
    elif status in ("pending", "approved", "requested", "submitted", "rejected"):
        share = 1.0
    if left is not None:
        members.put_number(left, worth * share)
    if paid is not None:
        members.put_number(paid, worth * (1 - share))


def _months(
    members: Members,
) -> int | None:
    for concept, factor in (("term months", 1), ("term years", 12)):
        name = members.first_of(concept)
        if name is None:
            continue
        held = int(members.worth(name) or 0)
        if factor == 1 and "year" in name.lower():
            factor = 12
        if factor == 1 and (held < 6 or held % 6):
            members.put(name, max(6, min(360, -(-held // 12) * 12)))
            held = int(members.worth(name) or 0)
        return held * factor or None
    return None


def _interest(members: Members, name: str, rng: Random) -> float:
    held = members.worth(name) or 0.0
    if 0.15 < held < 1 or held > 30 or held <= 0:
        fine = rng.randint(250, 950) / 100
        members.put_number(name, fine) or members.put(name, fine / 100)
    elif members.told(name).get("maximum", 99) <= 1 and held > 0.2:
        members.put(name, rng.randint(250, 950) / 10000)
    held = members.worth(name) or 0.05
    return held / 100 if held > 0.2 else held


def payslip(members: Members, rng: Random, now: float) -> None:
    """Hours are those of a month, and what came this year is that of its months."""
    gross, net = (
        members.first_of("gross pay"),
        members.first_of("net pay"),
    )
    if gross is None or net is None or gross == net:
        return
    worked, rate = members.first_of("hours"), members.first_of("hourly")
    if worked is not None and not 60 <= (members.worth(worked) or 0) <= 200:
        members.put_number(worked, rng.choice((152, 160, 160, 168, 173)))
    if worked is not None and rate is not None:
        hours = members.worth(worked) or 160.0
        members.put_number(rate, (members.worth(gross) or 0.0) / hours)
    month = _month(members, now)
    for name in members.made:
        words = words_of(name)
        if words[:1] == ("ytd",) or words[-1:] == ("ytd",) or "to" in words:
            part = net if "net" in words else gross if "gross" in words else None
            if part is not None:
                members.put_number(name, (members.worth(part) or 0.0) * month)


def _month(members: Members, now: float) -> int:
    for name, value in members.made.items():
        if "end" in words_of(name) or "month" in words_of(name):
            when = clocks.seconds_of(value)
            if when is not None:
                return datetime.fromtimestamp(when, UTC).month
    return datetime.fromtimestamp(now, UTC).month


def claim(members: Members) -> None:
    """Of what is claimed nothing is paid before it is granted, nor if it is not."""
    claimed, granted = members.first_of("claimed"), members.first_of("granted")
    paid, status = members.first_of("paid claim"), status_of(members)
    if claimed is None or granted is None or claimed == granted:
        return
    if status in _UNGRANTED:
        members.put_number(granted, 0)
    if paid is not None:
        worth = members.worth(granted) or 0.0
        is_paid = (
            status in ("paid", "settled", "closed", "") and status not in _UNGRANTED
        )
        members.put_number(paid, worth if is_paid else 0)


_UNGRANTED = frozenset(("submitted", "pending", "under_review", "rejected", "denied",
                        "open", "filed", "in_review", "draft", "new",
                        "received"))  # fmt: skip


def positive(members: Members, entity: Entity) -> None:
    """What is asked for is more than nothing."""
    name = members.names.get("amount")
    worth = None if name is None else members.worth(name)
    if name is not None and worth is not None and worth < 0 and entity.kind in _ASKED:
        members.put_number(name, -worth)


_ASKED = frozenset(("payment", "refund", "invoice", "order", "payout", "subscription",
                    "donation", "loan", "charge", "claim", "deal"))  # fmt: skip


def balance(members: Members) -> None:
    """After a movement there is what was before, with what was moved."""
    before, after = (
        members.first_of("before"),
        members.first_of("after"),
    )
    moved = members.first_of("amount")
    if before is None or after is None or moved is None:
        return
    worth = movement(members, moved)
    start = members.worth(before) or 0.0
    if start + worth < 0:
        start = round(-worth * 2.5, 2)
        members.put_number(before, start)
    for name in members.meant["after"]:
        members.put_number(name, start + worth)


_OUT = ("debit", "withdraw", "payment", "fee", "purchase", "out", "charge", "spend",
        "expense", "sale_out", "transfer_out", "redeem", "pos", "atm", "issue", "ship",
        "consum")  # fmt: skip


def movement(members: Members, moved: str) -> float:
    """Return what is moved under *moved*: less than nothing where it goes away."""
    worth = members.worth(moved) or 0.0
    if worth < 0:
        return worth
    for name in ("type", "direction", "transactiontype", "entrytype", "kind"):
        told = members.made.get(members.names.get(name, ""))
        if isinstance(told, str):
            word = plain(told)
            is_out = word.startswith(_OUT) or word.endswith(
                ("_out", "sent", "outgoing")
            )
            return -worth if is_out else worth
    return worth
