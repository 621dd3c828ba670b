"""Fields of any domain have something to say."""

import pytest

from mockforge.synthesis.lexicons import WORDS
from mockforge.synthesis.lexicons.notions import NOTIONS
from tests.synthesis.asks import ask, several, thing


@pytest.mark.parametrize("words", NOTIONS)
def test_each_has_several_values(words):
    assert len({*NOTIONS[words]}) > 1
    assert words in WORDS


@pytest.mark.parametrize("name", ["faultDescription", "paymentTerms", "dress"])
def test_a_field_says_what_its_words_mean(name):
    words = {"faultDescription": "fault description", "paymentTerms": "payment terms"}
    made = ask("/x", "/x", several(thing("id", **{name: {"type": "string"}})), count=3)

    assert {one[name] for one in made} <= {*NOTIONS[words.get(name, name)]}
