"""Its phrases are whole."""

from mockforge.synthesis.lexicons.ecommerce import LEXICON
from tests.synthesis.lexicons.wording import check


def test_its_phrases_are_whole():
    check(LEXICON)
