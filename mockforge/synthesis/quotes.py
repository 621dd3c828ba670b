"""What is traded has one price wherever it comes, between what is bid and asked."""

from __future__ import annotations

from mockforge.synthesis import scenes
from mockforge.synthesis.entity import Entity
from mockforge.synthesis.members import Members


def quote(members: Members, entity: Entity) -> None:
    """The same symbol has nearly the same price wherever it comes."""
    price = members.number(*_QUOTES)
    if price is None:
        return
    known = scenes.quoted(entity, members.made)
    if known is None:
        scenes.remember(entity, members.made, price[1])
        return
    share = known / price[1] if price[1] else 1.0
    for name in _QUOTES:
        found = members.number(name)
        if found is not None:
            members.put_number(found[0], found[1] * share)


_QUOTES = ("price", "last", "lastprice", "currentprice", "close", "open", "high", "low",
           "bid", "ask", "previousclose")  # fmt: skip


def spread(members: Members) -> None:
    """What is bid and asked is next to the price."""
    price = members.number("price", "last", "lastprice", "close")
    for name, share in (("bid", 0.9995), ("ask", 1.0005)):
        found = members.number(name)
        if found is not None and price is not None:
            members.put_number(found[0], price[1] * share)
