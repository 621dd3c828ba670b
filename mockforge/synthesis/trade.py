"""Names of companies, and goods that belong together."""

from __future__ import annotations

from functools import lru_cache
from random import Random  # noqa: TID251 - the type alone
from typing import NamedTuple

from mockforge.synthesis.lexicons import GOODS, Goods
from mockforge.synthesis.lexicons.lexicon import fitting
from mockforge.synthesis.naming import tokens

_STEMS = tokens(
    """
    Northwind Bluepeak Silverline Cedarwood Brightpath Ironbridge Clearwater
    Redstone Greenfield Lumina Vertex Harborview Stonebridge Evergreen Quantum
    Pinnacle Oakridge Nimbus Summit Aurora Meridian Cobalt Beacon Vantage
    Keystone Atlas Horizon Juniper Solstice Falcon Maplewood Crestline Tideline
    Granite Orchard Kestrel Driftwood Catalyst Riverstone Polaris Halcyon
    Foxglove Anchor Westbrook Larkspur
    """
)
_BY_INDUSTRY = {
    "Technology": ("Systems", "Labs", "Software", "Technologies", "Cloud", "Digital"),
    "Finance": ("Capital", "Partners", "Financial", "Credit Union", "Advisors"),
    "Healthcare": ("Health", "Medical", "Care Group", "Therapeutics", "Clinics"),
    "Retail": ("Goods", "Outfitters", "Trading Co.", "Market", "Stores"),
    "Manufacturing": ("Industries", "Works", "Manufacturing", "Components"),
    "Logistics": ("Logistics", "Freight", "Shipping", "Supply Co."),
    "Education": ("Learning", "Academy", "Education", "Institute"),
    "Media": ("Media", "Studios", "Publishing", "Pictures"),
    "Energy": ("Energy", "Power", "Renewables", "Solar"),
    "Hospitality": ("Hospitality", "Hotels", "Resorts", "Kitchens"),
    "Real Estate": ("Properties", "Realty", "Homes"),
    "Consulting": ("Consulting", "Advisory", "Group", "& Partners"),
}
INDUSTRIES = tuple(_BY_INDUSTRY)
_SIGNS = {
    "tech": "Technology", "technology": "Technology", "software": "Technology",
    "saas": "Technology", "finance": "Finance", "financial": "Finance",
    "fintech": "Finance", "bank": "Finance", "banks": "Finance",
    "healthcare": "Healthcare", "health": "Healthcare", "medical": "Healthcare",
    "retail": "Retail", "manufacturing": "Manufacturing", "logistics": "Logistics",
    "education": "Education", "media": "Media", "energy": "Energy",
    "hospitality": "Hospitality", "consulting": "Consulting",
}  # fmt: skip


class Firm(NamedTuple):
    """A company."""

    name: str
    domain: str
    industry: str


EMPLOYERS = {
    **dict.fromkeys(("teacher", "student", "course", "class", "grade"), "Education"),
    **dict.fromkeys(("doctor", "nurse", "patient", "appointment"), "Healthcare"),
    **dict.fromkeys(("property", "listing"), "Real Estate"),
}
"""What those do for whom things of a kind are."""


def industries_in(words: frozenset[str]) -> tuple[str, ...]:
    """Return the industries that *words* name, or all."""
    found = {_SIGNS[word] for word in words if word in _SIGNS}
    return tuple(name for name in INDUSTRIES if name in found) or INDUSTRIES


def firm(rng: Random, industries: tuple[str, ...] = INDUSTRIES) -> Firm:
    """Return a company of one of *industries*."""
    industry = rng.choice(industries)
    stem, ending = rng.choice(_STEMS), rng.choice(_BY_INDUSTRY[industry])
    host = stem + "".join(part for part in ending if part.isalpha())
    return Firm(f"{stem} {ending}", f"{host.lower()}.example", industry)


class Article(NamedTuple):
    """A product."""

    line: Goods
    brand: str
    model: str
    thing: str
    price: float

    @property
    def features(self) -> tuple[str, ...]:
        """What it can do."""
        return fitting(self.line.features, self.thing)

    @property
    def uses(self) -> tuple[str, ...]:
        """What, or whom, it is for."""
        return fitting(self.line.uses, self.thing)

    @property
    def specs(self) -> dict[str, tuple[str, ...]]:
        """What is measured of it, and what that may be."""
        told = {name: fitting(some, self.thing)
                for name, some in self.line.specs.items()}  # fmt: skip
        return {name: some for name, some in told.items() if some}

    @property
    def name(self) -> str:
        """What it is sold as."""
        if self.line.category == "Books":
            return self.thing
        if _is_last(self.line.category, self.model):
            return f"{self.brand} {self.thing} {self.model}"
        return f"{self.brand} {self.model} {self.thing}"


@lru_cache(maxsize=2048)
def _is_last(category: str, model: str) -> bool:
    """Return whether *model* stands behind what it is a model of."""
    is_plain = category in ("Clothing", "Beauty", "Groceries")
    return not is_plain and any(mark.isdigit() for mark in model)


def article(rng: Random, lines: tuple[Goods, ...] = GOODS) -> Article:
    """Return a product of one of *lines*."""
    line = rng.choice(lines)
    thing = rng.choice(line.choices())
    low, high = thing.price
    # Most of a shelf costs less than the middle.
    price = low + (high - low) * rng.random() ** 1.8
    return Article(
        line,
        rng.choice(line.brands),
        rng.choice(line.series),
        thing.name,
        priced(price, rng),
    )


def priced(amount: float, rng: Random) -> float:
    """Return *amount* as shops write it."""
    ending = rng.choice((0.99, 0.99, 0.95, 0.5, 0.0))
    return round(max(int(amount), 1) + ending, 2)
