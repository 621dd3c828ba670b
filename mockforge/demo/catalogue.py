"""What the shop sells: products as data, filters and pages, and their pictures."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence
from dataclasses import dataclass

from mockforge.chance import rng
from mockforge.demo.accounts import Refused
from mockforge.options import Json

# id, name, category, price in cents, tags
PRODUCTS: Sequence[tuple[int, str, str, int, tuple[str, ...]]] = (
    (101, "Espresso beans, 1 kg", "coffee", 2490, ("beans", "dark")),
    (102, "Filter beans, 250 g", "coffee", 1150, ("beans", "light")),
    (103, "Decaf beans, 250 g", "coffee", 1190, ("beans", "decaf")),
    (104, "Hand grinder", "gear", 8900, ("grinder", "steel")),
    (105, "Pour-over cone", "gear", 2750, ("ceramic",)),
    (106, "Paper filters, 100", "gear", 495, ("paper",)),
    (107, "Gooseneck kettle", "gear", 6400, ("steel", "kettle")),
    (108, "Scale with timer", "gear", 4999, ("battery",)),
    (109, "Crème brûlée cup", "cups", 1295, ("ceramic", "handmade")),
    (110, "Café au lait bowl", "cups", 1495, ("ceramic",)),
    (111, "Travel mug", "cups", 2995, ("steel",)),
    (112, "Espresso machine", "machines", 27500, ("steel", "pump")),
)


@dataclass(slots=True)
class Product:
    """Something for sale."""

    id: int
    name: str
    category: str
    cents: int
    tags: tuple[str, ...]
    stock: int
    sold: int = 0

    def as_json(self) -> Json:
        """Return what the API shows of a product."""
        return {
            "id": self.id,
            "name": self.name,
            "category": self.category,
            "price": money(self.cents),
            "currency": "EUR",
            "tags": list(self.tags),
            "stock": self.stock,
            "available": self.stock > 0,
            "image": f"/api/products/{self.id}/image.png",
        }


@dataclass(frozen=True, slots=True)
class Page:
    """A part of a list, counted from page 1."""

    items: list[Product]
    number: int
    limit: int
    total: int

    @property
    def pages(self) -> int:
        """How many pages there are; an empty list has one."""
        return max(1, -(-self.total // self.limit))


class Catalogue:
    """Every product by its id."""

    def __init__(self, seed: int) -> None:
        self.products = {
            row[0]: Product(
                *row, stock=rng(seed, "demo", "stock", row[0]).randint(3, 40)
            )
            for row in PRODUCTS
        }

    def get(self, product_id: str | int) -> Product:
        """Return a product.

        Raises:
            Refused: 404 if there is none with this id.
        """
        text = str(product_id)
        number = int(text) if text.isascii() and text.isdigit() else 0
        if number not in self.products:
            raise Refused(404, "product_not_found", f"there is no product {text!r}")
        return self.products[number]

    def page(self, number: int, limit: int, wanted: dict[str, str]) -> Page:
        """Return one page of the products that agree with *wanted*.

        Args:
            number: From 1; a page after the last is empty.
            limit: Products on a page, from 1.
            wanted: `category`, and `q` for a part of the name.
        """
        category, words = wanted.get("category"), wanted.get("q", "").casefold()
        found = [
            product
            for product in self.products.values()
            if category in (None, product.category) and words in product.name.casefold()
        ]
        begin = (number - 1) * limit
        return Page(found[begin : begin + limit], number, limit, len(found))


def money(cents: int) -> float:
    """Return an amount as the API writes it: euros, two decimals."""
    return round(cents / 100, 2)


def picture(product: Product, *, size: int = 64) -> bytes:
    """Draw *product*: a PNG of *size* pixels a side, in the colour of its category.

    Source: W3C Portable Network Graphics (PNG) Specification, 3rd edition, 5 and 11.2.
    """
    hue = zlib.crc32(product.category.encode())
    red, green, blue = hue & 255, hue >> 8 & 255, hue >> 16 & 255
    rows = bytearray()
    for y in range(size):
        rows.append(0)
        for x in range(size):
            shade = (x * y + product.id) % 64
            rows += bytes((red ^ shade, green ^ shade, blue ^ shade))
    head = struct.pack(">IIBBBBB", size, size, 8, 2, 0, 0, 0)
    pieces = ((b"IHDR", head), (b"IDAT", zlib.compress(bytes(rows), 6)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_piece(*piece) for piece in pieces)


def _piece(kind: bytes, content: bytes) -> bytes:
    checked = kind + content
    return (
        struct.pack(">I", len(content))
        + checked
        + struct.pack(">I", zlib.crc32(checked))
    )
