"""Lexicons: words and phrases by domain."""

from mockforge.synthesis.lexicons import (
    ecommerce,
    education,
    finance,
    food,
    generic,
    healthcare,
    iot,
    logistics,
    media,
    saas,
    social,
    travel,
)
from mockforge.synthesis.lexicons.goods import GOODS
from mockforge.synthesis.lexicons.lexicon import Goods, Lexicon, Phrases

GENERIC = generic.LEXICON
LEXICONS = tuple(
    module.LEXICON
    for module in (
        *(ecommerce, saas, finance, healthcare, iot, social),
        *(logistics, travel, education, media, food),
    )
)

__all__ = ["GENERIC", "GOODS", "LEXICONS", "Goods", "Lexicon", "Phrases"]
