"""An object whose members are brought into agreement once they are all there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from mockforge.learning.fields.schema import Schema
from mockforge.options import Json
from mockforge.synthesis import scenes
from mockforge.synthesis.dated import ROLES, is_still_to_come
from mockforge.synthesis.entity import Entity
from mockforge.synthesis.lifecycles import is_open as is_still_open
from mockforge.synthesis.lifecycles import is_over
from mockforge.synthesis.moments import written
from mockforge.synthesis.naming import singular, words_of
from mockforge.synthesis.roles import role_of

Fits = Callable[[Any, Json], bool]
_PAIRS = (("min", "max"), ("minimum", "maximum"), ("low", "high"), ("lower", "upper"),
          ("from", "to"), ("start", "end"), ("begin", "end"), ("open", "close"),
          ("used", "limit"), ("used", "total"), ("enrolled", "capacity"),
          ("bid", "ask"), ("sale", "regular"), ("discounted", "original"),
          ("diastolic", "systolic"), ("available", "total"), ("free", "total"),
          ("started", "ended"), ("starts", "ends"), ("check in", "check out"),
          ("valid from", "valid until"), ("departure", "arrival"))  # fmt: skip
_LINES = ("items", "lines", "lineitems", "orderitems", "products", "entries", "cart")
_PRICES = ("price", "unitprice", "rate", "cost", "unitcost", "itemprice")
_AMOUNTS = ("quantity", "qty", "count", "units")
_LINE_TOTALS = ("total", "subtotal", "linetotal", "amount", "totalprice", "lineamount")
_ADDED = ("tax", "vat", "shipping", "shippingcost", "shippingfee", "fee", "fees", "tip",
          "deliveryfee", "taxamount", "shippingamount", "totaltax", "gst")  # fmt: skip
_TAKEN = ("discount", "discountamount", "discounttotal", "totaldiscount", "savings")
_TOTALS = ("total", "totalamount", "totalprice", "grandtotal", "amount", "ordertotal",
           "amountdue", "totalcost", "totaldue")  # fmt: skip


class _Settling:
    """One object at work."""

    def __init__(
        self, schema: Schema, made: dict[str, Json], kept: set[str], fits: Fits
    ) -> None:
        self.made = made
        self._kept = kept
        self._members = schema.get("properties", {})
        self._fits = fits
        self.names = {"".join(words_of(name)): name for name in made}

    def put(self, name: str, value: Json) -> bool:
        """Put *value* where it may be; return whether it is there now."""
        if self.made.get(name) == value:
            return True
        if name in self._kept or not self.allows(name, value):
            return False
        self.made[name] = value
        return True

    def allows(self, name: str, value: Json) -> bool:
        """Return whether the schema lets *name* have *value*."""
        return self._fits(self._members.get(name, True), value)

    def number(self, *names: str) -> tuple[str, float] | None:
        """Return the first of *names* that is a number, with it."""
        for one in names:
            name = self.names.get(one)
            value = None if name is None else self.made[name]
            if name is not None and _is_number(value):
                return name, value  # type: ignore[return-value]
        return None

    def put_number(self, name: str, value: float) -> bool:
        """Put a number, whole where whole ones are asked for."""
        rounded = round(value, 2)
        if isinstance(self.made[name], int) and rounded == int(rounded):
            return self.put(name, int(rounded))
        return self.put(name, rounded) or self.put(name, round(rounded))


def _is_number(value: Json) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


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
    settling = _Settling(schema, made, kept, fits)
    _quote(settling, entity)
    _pairs(settling)
    _line(settling)
    _sums(settling)
    _net(settling)
    _counts(settling)
    _times(settling, entity)
    _spread(settling)


def _quote(settling: _Settling, entity: Entity) -> None:
    """The same symbol has nearly the same price wherever it comes."""
    price = settling.number(*_QUOTES)
    if price is None:
        return
    known = scenes.quoted(entity, settling.made)
    if known is None:
        scenes.remember(entity, settling.made, price[1])
        return
    share = known / price[1] if price[1] else 1.0
    for name in _QUOTES:
        found = settling.number(name)
        if found is not None:
            settling.put_number(found[0], found[1] * share)


_QUOTES = ("price", "last", "lastprice", "currentprice", "close", "open", "high", "low",
           "bid", "ask", "previousclose")  # fmt: skip


def _spread(settling: _Settling) -> None:
    """What is bid and asked is next to the price."""
    price = settling.number("price", "last", "lastprice", "close")
    for name, share in (("bid", 0.9995), ("ask", 1.0005)):
        found = settling.number(name)
        if found is not None and price is not None:
            settling.put_number(found[0], price[1] * share)


def _pairs(settling: _Settling) -> None:
    """Bring what is least before what is most."""
    for low, high in _paired(settling.made):
        one, other = settling.made[low], settling.made[high]
        if _is_number(one) and _is_number(other):
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


def _paired(made: dict[str, Json]) -> Iterator[tuple[str, str]]:
    worded = {words_of(name): name for name in made}
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


def _line(settling: _Settling) -> None:
    """The total of a line is its price as often as it is taken."""
    price, amount = settling.number(*_PRICES), settling.number(*_AMOUNTS)
    total = settling.number(*_LINE_TOTALS)
    if price is None or amount is None or total is None or _lines(settling) is not None:
        return
    if total[0] not in (price[0], amount[0]):
        settling.put_number(total[0], price[1] * amount[1])


def _lines(settling: _Settling) -> list[dict[str, Json]] | None:
    for one in _LINES:
        found = settling.made.get(settling.names.get(one, ""))
        if isinstance(found, list) and all(isinstance(item, dict) for item in found):
            return found
    return None


def _sums(settling: _Settling) -> None:
    """The sum of an order is that of its lines, with what is added and taken."""
    lines = _lines(settling)
    worth = None if lines is None else _worth(lines)
    subtotal = settling.number("subtotal", "itemstotal", "subtotalamount", "netamount")
    if subtotal is not None and worth is not None:
        settling.put_number(subtotal[0], worth)
    if subtotal is not None:
        worth = settling.made[subtotal[0]]
    total = settling.number(*_TOTALS)
    if worth is None or total is None or (subtotal and total[0] == subtotal[0]):
        return
    taken = 0.0
    for one in _TAKEN:
        found = settling.number(one)
        if found is not None:
            if found[1] > worth / 2:
                settling.put_number(found[0], worth * 0.1)
            taken += float(settling.made[found[0]])
    added = sum(found[1] for one in _ADDED if (found := settling.number(one)))
    settling.put_number(total[0], worth + added - taken)


def _net(settling: _Settling) -> None:
    """What is left is what there was without what was taken."""
    gross = settling.number("gross", "grosspay", "grosssalary", "grossamount")
    net = settling.number("net", "netpay", "netsalary", "takehomepay")
    if gross is None or net is None:
        return
    taken = [one for name in ("tax", "taxes", "incometax", "deductions", "totaltax")
             if (one := settling.number(name))]  # fmt: skip
    left = gross[1] - sum(value for _, value in taken)
    settling.put_number(net[0], left if taken and left > 0 else gross[1] * 0.72)


def _worth(lines: list[dict[str, Json]]) -> float | None:
    worth = 0.0
    for line in lines:
        named = {"".join(words_of(name)): value for name, value in line.items()}
        total = _first(named, _LINE_TOTALS)
        price, amount = _first(named, _PRICES), _first(named, _AMOUNTS)
        if total is None and price is None:
            return None
        if total is None and price is not None:
            total = price * (1 if amount is None else amount)
        worth += total or 0
    return worth if lines else None


def _first(named: dict[str, Json], names: tuple[str, ...]) -> float | None:
    """Return the first of *names* that is a number."""
    for one in names:
        value = named.get(one)
        if isinstance(value, int | float) and not isinstance(value, bool):
            return value
    return None


def _counts(settling: _Settling) -> None:
    """A count fits the list it counts, a number of pages what is on them."""
    lists = {name: value for name, value in settling.made.items()
             if isinstance(value, list)}  # fmt: skip
    for name, value in list(settling.made.items()):
        if not _is_number(value) or not isinstance(value, int):
            continue
        words = words_of(name)
        for listed, items in lists.items():
            if _is_count(words, words_of(listed), alone=len(lists) == 1):
                settling.put(name, len(items))
    _pages(settling, lists)


def _is_count(words: tuple[str, ...], listed: tuple[str, ...], *, alone: bool) -> bool:
    if not words or not listed:
        return False
    counted = {singular(word) for word in words}
    if counted & {"count", "total", "number", "num", "size", "length"}:
        rest = counted - {"count", "total", "number", "num", "of", "size", "length"}
        if rest == {singular(listed[-1])}:
            return True
        return not rest and alone and words in (("count",), ("total",), ("size",),
                                                ("total", "count"))  # fmt: skip
    return False


def _pages(settling: _Settling, lists: dict[str, list[Json]]) -> None:
    size = settling.number("perpage", "pagesize", "limit")
    page = settling.number("page", "currentpage", "pagenumber")
    pages = settling.number("totalpages", "pages", "pagecount", "lastpage")
    total = settling.number("total", "totalcount", "totalitems", "totalresults")
    if len(lists) != 1 or not (size or pages):
        return
    shown = len(next(iter(lists.values())))
    if page is not None:
        settling.put(page[0], 1)
    if size is not None:
        told = next((one for one in (10, 20, 25, 50, 100) if one >= shown), shown)
        settling.put(size[0], told)
    if pages is not None and total is not None:
        each = shown if size is None else settling.made[size[0]]
        count = settling.made[total[0]]
        if isinstance(each, int) and isinstance(count, int):
            settling.put(pages[0], -(-count // max(each, 1)))


def _times(settling: _Settling, entity: Entity) -> None:
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
