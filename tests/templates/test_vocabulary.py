from mockforge.templates.vocabulary import WORDS


def test_a_word_knows_what_it_takes():
    assert list(WORDS["rand.int"].signature.parameters) == ["low", "high"]
    assert not WORDS["rand.int"].is_needy
    assert WORDS["range"].is_needy
    assert WORDS["body"].is_open


def test_what_a_word_depends_on_is_one_of_a_few_things():
    kinds = {"time", "chance", "request", "session", "persona", "names", "nothing"}

    assert {part for word in WORDS.values() for part in word.reads.split()} <= kinds
