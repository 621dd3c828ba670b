"""Laws of what people say of what they used."""

from mockforge.synthesis.lexicons.opinions import OPINIONS


def test_no_two_say_the_same_and_each_is_told_by_words_of_its_own():
    said = [one for _, told, heads in OPINIONS for one in (*told, *heads)]
    signs = [{*words.split()} for words, _, _ in OPINIONS]

    assert len({*said}) == len(said)
    for number, words in enumerate(signs):
        others = set().union(*signs[:number], *signs[number + 1 :])
        assert words - others
