"""What happened to what was ordered, one after the other, and who carries it."""

from __future__ import annotations

from typing import NamedTuple

from mockforge.bodies.document import Path
from mockforge.synthesis import lifecycles
from mockforge.synthesis.entity import Entity
from mockforge.synthesis.naming import singular, words_of
from mockforge.synthesis.places import PLACES, Place, filled

LOGS = frozenset(("event", "history", "update", "checkpoint", "activity", "scan",
                  "timeline", "step", "milestone", "log", "progress"))  # fmt: skip
"""Words for a list of what happened."""
_ROWS = (
    (0, "pending", "label_created", "Shipping information received"),
    (1, "processing", "label_created", "Packed and ready for pickup"),
    (2, "shipped", "picked_up", "Picked up by the carrier"),
    (3, "in_transit", "in_transit", "Departed the facility in {city}"),
    (3, "in_transit", "in_transit", "Arrived at the sorting centre in {city}"),
    (4, "out_for_delivery", "out_for_delivery", "Out for delivery"),
    (5, "delivered", "delivered", "Delivered"),
    (6, "cancelled", "cancelled", "Cancelled at the request of the sender"),
    (7, "returned", "returned", "Returned to the sender"),
)
_CARRIERS = {
    row.split("|")[0]: tuple(row.split("|")[1:])
    for row in """
US|UPS|FedEx|USPS
CA|Canada Post|Purolator|UPS
GB|Royal Mail|DPD|Evri
IE|An Post|DPD
DE|DHL|DPD|Hermes
AT|Österreichische Post|DPD
CH|Swiss Post|DPD
FR|Colissimo|Chronopost
ES|Correos|SEUR
IT|Poste Italiane|BRT
NL|PostNL|DHL
PT|CTT|DPD
SE|PostNord|DHL
DK|PostNord|GLS
NO|Posten|PostNord
PL|InPost|DPD
JP|Yamato Transport|Japan Post
AU|Australia Post|StarTrack
NZ|NZ Post|Aramex
BR|Correios|Jadlog
MX|Estafeta|DHL Express
IN|Delhivery|Blue Dart
SG|SingPost|Ninja Van
KR|CJ Logistics|Korea Post
ZA|The Courier Guy|Aramex
KE|Sendy|G4S
""".strip().splitlines()
}
_ANYWHERE = ("DHL Express", "FedEx", "UPS", "DHL")
_NUMBERS = {"UPS": "1Z999AA10#########", "USPS": "94001########## ########",
            "FedEx": "############", "DHL": "##########",
            "DHL Express": "##########"}  # fmt: skip


class Happening(NamedTuple):
    """One thing that happened."""

    moment: int
    status: str
    text: str
    at: float
    place: Place


def is_log(parent: Entity, path: Path) -> bool:
    """Return whether a list at *path* tells what happened to *parent*."""
    name = path[-1] if path else ""
    words = words_of(name) if isinstance(name, str) else ()
    is_named = bool(words) and singular(words[-1]) in LOGS
    return is_named and lifecycles.owner(parent) in lifecycles.KINDS - {"payment"}


def length(parent: Entity) -> int:
    """Return how many things happened to *parent*, as a rule."""
    return min(len(_passed(parent)), parent.rng.randint(3, 6))


def plan(parent: Entity, path: Path, count: int) -> None:
    """Settle the *count* things that happened to *parent*, told at *path*."""
    rows = _passed(parent)
    more = [row for row in rows if row[0] == 3] or rows[-1:]
    while len(rows) < count:
        rows.insert(rows.index(more[-1]), more[len(rows) % len(more)])
    rows = rows[len(rows) - count :]
    rng, home = parent.rng, parent.place()
    near = [one for one in PLACES if one.country is home.country]
    times = _times(parent, count, is_there=bool(rows) and rows[-1][0] == 5)
    is_order = parent.kind == "order"
    origin = rng.choice(near)
    found = []
    for row, at in zip(rows, times, strict=True):
        moment, plainly, status, text = row
        is_on_way = moment == 3 and text.startswith("Arrived")
        place = home if moment in (4, 5) else rng.choice(near) if is_on_way else origin
        text = text.replace("{city}", place.city)
        told = plainly if is_order else status
        found.append(Happening(moment, told, text, at, place))
    parent.memo[f"log {path}"] = found


def _passed(parent: Entity) -> list[tuple[int, str, str, str]]:
    life = lifecycles.now_in(parent)
    if not lifecycles.is_settled(parent):
        life = frozenset((parent.rng.choice((3, 4, 5, 5)),))
        lifecycles.root(parent).memo["life"] = life
    last = min(life)
    before = {6: 2, 7: 6}.get(last, last)
    return [row for row in _ROWS if row[0] == last or row[0] < before]


def _times(parent: Entity, count: int, *, is_there: bool) -> list[float]:
    moments = parent.moments()
    first = moments.at("created")
    last = moments.at("delivered" if is_there else "updated")
    shares = sorted(parent.rng.random() for _ in range(count - 1))
    return [first + (last - first) * share for share in (*shares, 1.0)][:count]


def begin(entity: Entity) -> None:
    """Let *entity* be what happened, if it is one of a list of that."""
    parent, path = entity.parent, entity.path
    found = parent.memo.get(f"log {path[:-1]}") if parent is not None else None
    at = path[-1] if path else ""
    if isinstance(found, list) and isinstance(at, int) and at < len(found):
        entity.memo |= {"step": found[at], "life": frozenset((found[at].moment,))}
        entity.candidates = (found[at].place,)


def happened(entity: Entity) -> Happening | None:
    """Return what *entity* tells of, if it is one of a list of what happened."""
    found = entity.memo.get("step")
    return found if isinstance(found, Happening) else None


def carrier(entity: Entity) -> str:
    """Return who carries what *entity* is about: someone of its country."""
    memo = lifecycles.root(entity).memo
    if "carrier" not in memo:
        there = _CARRIERS.get(entity.place().country.code, _ANYWHERE)
        if entity.parent is None and "placed" not in entity.memo:
            # From anywhere to anywhere.
            there = _ANYWHERE
        memo["carrier"] = entity.rng.choice(there)
    return str(memo["carrier"])


def carriers(entity: Entity) -> frozenset[str]:
    """Return the carriers of the country that *entity* is in."""
    there = _CARRIERS.get(entity.place().country.code, ())
    return frozenset(name.lower() for name in (*there, *_ANYWHERE[:3]))


def number(entity: Entity) -> str:
    """Return a number as the carrier has them."""
    shape = _NUMBERS.get(carrier(entity), "@@###########")
    return filled(shape.replace(" ", ""), entity.rng)
