import struct
import zlib

import pytest

from mockforge.demo.accounts import Refused
from mockforge.demo.catalogue import PRODUCTS, Catalogue, money, picture


@pytest.fixture
def catalogue():
    return Catalogue(seed=1)


def names(page):
    return [product.name for product in page.items]


def test_pages_hold_every_product_once(catalogue):
    pages = [catalogue.page(number, 5, {}) for number in (1, 2, 3)]

    assert [name for page in pages for name in names(page)] == [p[1] for p in PRODUCTS]
    assert {(page.total, page.pages) for page in pages} == {(12, 3)}


def test_a_page_after_the_last_is_empty(catalogue):
    assert names(catalogue.page(9, 5, {})) == []


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ({"category": "machines"}, ["Espresso machine"]),
        ({"q": "BRÛLÉE"}, ["Crème brûlée cup"]),
        ({"q": "beans", "category": "cups"}, []),
        ({"q": "espresso", "category": "coffee"}, ["Espresso beans, 1 kg"]),
    ],
)
def test_products_are_filtered(catalogue, wanted, expected):
    page = catalogue.page(1, 50, wanted)

    assert (names(page), page.total) == (expected, len(expected))
    assert page.pages == 1


@pytest.mark.parametrize("wrong", ["1", "abc", "", "-101", "¹²", "1e2", 5])
def test_an_unknown_product_is_refused(catalogue, wrong):
    with pytest.raises(Refused) as refused:
        catalogue.get(wrong)

    assert refused.value.status == 404


def test_stock_depends_on_the_seed():
    def stock(seed):
        return [product.stock for product in Catalogue(seed).products.values()]

    assert stock(1) == stock(1) != stock(2)


@pytest.mark.parametrize(("cents", "euros"), [(27500, 275.0), (1, 0.01), (2990, 29.9)])
def test_money_is_euros(cents, euros):
    assert repr(money(cents)) == repr(euros)


def test_a_picture_is_a_png(catalogue):
    drawn = picture(catalogue.get(104), size=16)

    pieces, rest = [], drawn[8:]
    while rest:
        length = struct.unpack(">I", rest[:4])[0]
        kind, content = rest[4:8], rest[8 : 8 + length]
        check = struct.unpack(">I", rest[8 + length : 12 + length])[0]
        assert zlib.crc32(kind + content) == check
        pieces.append((kind, content))
        rest = rest[12 + length :]
    assert drawn[:8] == b"\x89PNG\r\n\x1a\n"
    assert [kind for kind, _ in pieces] == [b"IHDR", b"IDAT", b"IEND"]
    assert len(zlib.decompress(pieces[1][1])) == 16 * (1 + 16 * 3)


def test_products_have_different_pictures(catalogue):
    drawn = {picture(product) for product in catalogue.products.values()}

    assert len(drawn) == len(PRODUCTS)
