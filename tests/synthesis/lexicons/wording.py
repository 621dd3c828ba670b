"""What holds for the words of every lexicon."""

import re

from mockforge.synthesis.lexicons import GENERIC
from mockforge.synthesis.phrases import KNOWN

SLOT = re.compile(r"\{(\w+)\}")
FORBIDDEN = ("lorem", "ipsum", "foo", "string")


def phrases(lexicon):
    """Yield every phrase of *lexicon*."""
    for told in (*lexicon.kinds.values(), lexicon.texts, lexicon.slots):
        for several in told.values():
            yield from several


def check(lexicon):
    """Every phrase is one, and what stands in brackets is known."""
    slots = {*lexicon.slots, *GENERIC.slots, *KNOWN}
    for phrase in phrases(lexicon):
        assert phrase.strip() == phrase != ""
        assert "  " not in phrase
        assert not any(word in phrase.lower().split() for word in FORBIDDEN)
        for slot in SLOT.findall(phrase):
            assert slot in slots or slot.lower() in slots, phrase
