import pytest

from mockforge.recall.lexicon import Lexicon


def lexicon(*texts):
    found = Lexicon()
    for number, text in enumerate(texts, start=1):
        found.add(number, [(text, 1.0)])
    return found


@pytest.mark.parametrize(
    ("question", "ids"),
    [
        ("failed orders", [2, 1]),
        ("order", [1, 2]),
        ("the city", [3]),
        ("ordr", [1, 2]),
        ("nothing like it", []),
        ("", []),
    ],
)
def test_what_has_the_rarest_words_comes_first(question, ids):
    found = lexicon("order paid", "order failed", "cities")

    assert [number for number, _ in found.search(question, 9)] == ids


def test_scores_are_from_0_to_1_and_limited():
    found = lexicon(*["order"] * 20).search("order missing", 5)

    assert [number for number, _ in found] == [1, 2, 3, 4, 5]
    assert all(0 < score < 0.5 for _, score in found)


def test_a_lexicon_is_told_and_read(monkeypatch):
    monkeypatch.setattr("mockforge.recall.lexicon._PART", 2)
    found = lexicon("order paid", "order failed", "cities")

    again = Lexicon.from_parts(found.parts())

    assert len(found.parts()) == 3
    assert len(again) == 3
    assert again.search("failed order", 3) == found.search("failed order", 3)


@pytest.mark.parametrize("parts", [[], [b"1"], [b"[1", b""], [b'["a"]', b"x"]])
def test_what_is_cut_is_refused(parts):
    with pytest.raises(ValueError, match=r".+"):
        Lexicon.from_parts(parts)
