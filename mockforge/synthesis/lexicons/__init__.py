"""Lexicons: words and phrases by domain."""

from mockforge.synthesis.lexicons import (
    affairs,
    civic,
    dealings,
    ecommerce,
    education,
    errands,
    everyday,
    finance,
    food,
    generic,
    healthcare,
    homes,
    iot,
    lands,
    leisure,
    logistics,
    media,
    nature,
    notions,
    outings,
    pastimes,
    saas,
    social,
    sundries,
    tech,
    trades,
    transit,
    travel,
    words,
)
from mockforge.synthesis.lexicons.goods import GOODS
from mockforge.synthesis.lexicons.lexicon import Goods, Lexicon, Phrases, Table
from mockforge.synthesis.lexicons.shelves import SHELVES

GENERIC = generic.LEXICON
_SHEETS = (
    *(nature, homes, civic, transit, leisure, pastimes),
    *(outings, trades, tech, everyday),
    *(lands, affairs, dealings, sundries, errands),
)
LEXICONS = (
    *(
        module.LEXICON
        for module in (
            *(ecommerce, saas, finance, healthcare, iot, social),
            *(logistics, travel, education, media, food),
        )
    ),
    *(lexicon for module in _SHEETS for lexicon in module.LEXICONS),
)
"""All but that for any domain; of two that know a kind, the first is its home."""

WORDS = {**notions.NOTIONS, **words.WORDS}
"""By the words of a field, what it holds in any domain."""

__all__ = [
    "GENERIC",
    "GOODS",
    "LEXICONS",
    "SHELVES",
    "WORDS",
    "Goods",
    "Lexicon",
    "Phrases",
    "Table",
]
