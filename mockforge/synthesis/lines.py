"""Lines of an order or a bill: so many of something, at a price."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random  # noqa: TID251 - the type alone

from mockforge.options import Json
from mockforge.synthesis.entity import Entity
from mockforge.synthesis.members import Members
from mockforge.synthesis.naming import words_of

_LINES = ("items", "lines", "lineitems", "orderitems", "products", "entries", "cart",
          "invoicelines", "orderlines", "cartitems", "invoiceitems", "positions",
          "basket", "details", "receiptlines", "charges", "lineitem", "billitems",
          "invoicepositions", "orderpositions", "services", "rows")  # fmt: skip
PRICES = ("price", "unitprice", "rate", "cost", "unitcost", "itemprice", "unitamount",
          "priceperunit", "priceeach", "hourlyrate", "unitpricenet", "netunitprice",
          "priceperitem", "unitnetprice", "unitvalue")  # fmt: skip
AMOUNTS = ("quantity", "qty", "count", "units", "hours", "orderedquantity")
_LINE_TOTALS = ("total", "linetotal", "totalprice", "lineamount", "extendedprice",
                "amount", "subtotal", "totalamount", "lineprice", "sum", "net",
                "netamount", "nettotal", "linenet", "nettprice", "totalnet",
                "lineamountnet", "netprice", "lineextensionamount", "gross",
                "grossamount", "linevalue", "totalcost", "linecost")  # fmt: skip


def line(members: Members, entity: Entity, rng: Random) -> None:
    """The total of a line is its price as often as it is taken, less what is off."""
    price, amount = members.money(*PRICES), members.number(*AMOUNTS)
    if price is None or amount is None or lines_of(members):
        return
    if amount[1] > _MANY and _is_line(entity):
        members.put_number(amount[0], rng.choice((1, 1, 1, 1, 2, 2, 2, 3, 4, 5)))
    multiplied(members)


def multiplied(members: Members) -> None:
    """The total is the price as often as it is taken."""
    price, amount = members.money(*PRICES), members.number(*AMOUNTS)
    total = members.money(*_LINE_TOTALS)
    if price is None or amount is None or total is None:
        return
    if total[0] in (price[0], amount[0]):
        return
    if members.is_given(total[0]) and amount[1] and not members.is_given(price[0]):
        members.put_number(price[0], total[1] / amount[1])
        return
    worth = price[1] * amount[1]
    members.put_number(total[0], worth - _off(members, worth, total[0]))


_MANY = 12


def _is_line(entity: Entity) -> bool:
    """Return whether *entity* is one of what someone buys."""
    names = [step for step in entity.path if isinstance(step, str)]
    if not names or not isinstance(entity.path[-1], int):
        return False
    return "".join(words_of(names[-1])) in _LINES and entity.shared.kind not in _BULK


_BULK = frozenset(("inventory", "warehouse", "shipment", "portfolio", "stock", "trade",
                   "recipe"))  # fmt: skip


def _off(members: Members, worth: float, total: str) -> float:
    """Return what is taken off *worth*: by a discount, or by a share of it."""
    taken = next(iter(members.meant.get("discount", ())), None)
    share = next(iter(members.meant.get("discount percent", ())), None)
    if "subtotal" in words_of(total):
        return 0.0
    if share is not None and taken is None:
        held = members.worth(share) or 0.0
        part = held / 100 if members.is_percent(share) else held
        return worth * part if part < 0.9 else 0.0
    worth_off = members.worth(taken) if taken is not None else None
    if taken is None or worth_off is None:
        return 0.0
    if worth_off > worth * 0.3:
        members.put_number(taken, worth * 0.1)
    return members.worth(taken) or 0.0


def line_names(members: Members) -> Iterator[str]:
    """Yield the names that lines of an order go by."""
    for one in _LINES:
        if one in members.names:
            yield members.names[one]


def lines_of(members: Members) -> list[dict[str, Json]] | None:
    """Return the lines of an order, if it has some."""
    for one in line_names(members):
        found = members.made.get(one)
        if isinstance(found, list) and all(isinstance(item, dict) for item in found):
            return found
    return None


def worth_of_lines(lines: Sequence[dict[str, Json]]) -> float | None:
    """Return what *lines* are worth together, or None where they do not tell."""
    worth = 0.0
    for each in lines:
        row = Members({}, each, set(), lambda *_: True)
        total = row.money(*_LINE_TOTALS)
        price, amount = row.money(*PRICES), row.number(*AMOUNTS)
        if total is None and price is None:
            return None
        if total is not None:
            worth += total[1]
        elif price is not None:
            worth += price[1] * (1 if amount is None else amount[1])
    return worth if lines else None
