"""Laws of what people say of what they used."""

from mockforge.synthesis.lexicons.opinions import OPINIONS


def test_no_two_say_the_same_and_each_is_told_by_words_of_its_own():
    said = [
        text
        for one in OPINIONS
        for told in (one.texts, one.heads)
        for texts in told.values()
        for text in texts
    ]
    signs = [{*one.signs} for one in OPINIONS[:-1]]

    assert len({*said}) == len(said)
    for number, words in enumerate(signs):
        others = set().union(*signs[:number], *signs[number + 1 :])
        assert words - others


def test_each_is_said_in_every_mood():
    for one in OPINIONS:
        assert one.texts.keys() == one.heads.keys() == {"+", "~", "-"}
