"""What stands on a line of a bill: goods or services of the business that wrote it."""

from __future__ import annotations

from functools import lru_cache

from mockforge.learning.fields.schema import Schema
from mockforge.synthesis.entity import Entity, Field
from mockforge.synthesis.lexicons import GOODS
from mockforge.synthesis.lexicons.lexicon import Phrases
from mockforge.synthesis.lexicons.services import SERVICES
from mockforge.synthesis.naming import plural, singular, tokens, words_of
from mockforge.synthesis.phrases import filled, said
from mockforge.synthesis.senses import PROMPT
from mockforge.synthesis.shared import Shared

LINE = "bill line"
"""What a line is called that is of no product."""
LINES = frozenset(tokens("line item position row entry product detail"))
_AMOUNTS = frozenset(tokens("quantity qty units hours count days amount"))
_PRICES = frozenset(tokens("price rate cost total amount net gross subtotal fee"))
_GOODS = frozenset(tokens("sku product variant image ean barcode asin brand"))
_TEXTS = frozenset(tokens("description name title text label item service"))
_AGREED = ("As agreed in {month}", "Work done in {month}", "As offered on {day}",
           "Agreed with {first} {last}", "According to the offer {code}")  # fmt: skip
_NAMED = frozenset(tokens("name title product item label"))
_BILLS = frozenset(tokens("invoice bill quote estimate deal proposal")) | {
    "sales quote", "credit note"}  # fmt: skip
_BILLED = frozenset(tokens("invoice bill quote estimate proposal offer credit fee"))


def line_kind(schema: Schema, whole: str, noun: str) -> str:
    """Return what kind of thing a line with the members of *schema* is, or nothing.

    Args:
        schema: Of one line.
        whole: The kind of what it is a line of.
        noun: What the path calls that.
    """
    told = {word for name in schema.get("properties", {}) for word in words_of(name)}
    is_line = told & _AMOUNTS and told & _PRICES and told & _TEXTS
    if not is_line:
        return ""
    is_bill = whole in _BILLS or bool(_BILLED & {*words_of(noun)})
    return LINE if is_bill and not told & _GOODS else "item"


def wrapped(shared: Shared, schema: Schema, name: str, parent: Entity | None) -> str:
    """Return what kind of thing is in what only holds what was asked for."""
    is_items = name.lower() == "items" and parent is not None
    if is_items and shared.kind == "menu":
        return "dish"
    is_lines = is_items and shared.kind in _WITH_LINES
    if is_lines or not shared.kind:
        return line_kind(schema, shared.kind, shared.noun) or "item" * is_lines
    return shared.kind


_WITH_LINES = frozenset(tokens("order cart invoice shipment return wishlist")) | {
    "purchase order", "sales quote", "credit note"}  # fmt: skip


def is_unnamed(entity: Entity) -> bool:
    """Return whether a line has nothing but a description to say what it is."""
    schema = entity.memo.get("schema")
    told = schema.get("properties", {}) if isinstance(schema, dict) else {}
    is_line = bool(entity.path) and isinstance(entity.path[-1], int)
    return is_line and not any(_NAMED & {*words_of(name)} for name in told)


def line_text(entity: Entity) -> str:
    """Return what is billed on a line."""
    shared = entity.shared
    if any(_NAMED & {*words_of(name)} for name in entity.known):
        return filled(entity, shared.dealt("agreed", _AGREED))
    words = frozenset(singular(word) for word in shared.words)
    told = _services(words)
    if told is SERVICES[-1].lines and shared.goods is not GOODS:
        # A shop bills what it sells.
        return entity.article().name
    return filled(entity, shared.dealt(("billed", len(told)), told))


@lru_cache(maxsize=256)
def _services(words: frozenset[str]) -> Phrases:
    """Return what a business bills of which *words* tell."""
    scores = [len(one.signs & words) for one in SERVICES]
    best = max(scores)
    return SERVICES[scores.index(best)].lines if best else SERVICES[-1].lines


def shelf(entity: Entity) -> str:
    """Return the name of a part of a shop: what there is, in the plural."""
    names = (one.name for line in entity.shared.goods for one in line.choices())
    several = dict.fromkeys(
        plural(name) if not name.endswith("s") else name for name in names
    )
    return entity.shared.dealt("shelf", tuple(several))


def is_of_goods(entity: Entity) -> bool:
    """Return whether the categories of *entity* are those of a shop."""
    if entity.kind not in ("", "category") or entity.whole.kind in _OTHERS:
        return False
    evidence = entity.shared.evidence
    return evidence.of(("sale", "revenue")) > 0 or evidence.of(_SOLD) > 2 * PROMPT


_SOLD = ("product", "shop", "order", "store", "sku")
_OTHERS = frozenset(("article", "event", "ticket", "transaction", "document", "course"))


def sorted_as(entity: Entity, field: Field) -> str | None:
    """Return the category of what is sold or served, if that is what is sorted."""
    if is_of_goods(entity):
        lines = entity.shared.goods
        return entity.shared.dealt("shelves", tuple(line.category for line in lines))
    if "cuisine" in field.role.words:
        return said(Entity(entity.shared, "restaurant", entity.path), "category")
    return None
