from pathlib import Path

import pytest

from mockforge.arithmetic import Unfit
from mockforge.conditions import NAMES
from mockforge.conditions.comparing import SIGNS, WORDS
from mockforge.conditions.functions import FUNCTIONS, takes

CASES = [
    ("min", (3, "1.5", 2), 1.5),
    ("max", ([3, 1],), 3),
    ("sum", ([1, 2, "3"],), 6),
    ("clamp", (15, 0, 10), 10),
    ("clamp", (-5, 0, 10), 0),
    ("abs", (-2.5,), 2.5),
    ("round", (2.567, 2), 2.57),
    ("round", ("2.5",), 2),
    ("floor", (-1.5,), -2),
    ("ceil", (1.2,), 2),
    ("sqrt", (9,), 3.0),
    ("log", (1,), 0.0),
    ("sin", (0,), 0.0),
    ("cos", (0,), 1.0),
    ("len", ("abc",), 3),
    ("len", ({"a": 1},), 1),
    ("number", ("12",), 12),
    ("text", (12,), "12"),
    ("text", (True,), "true"),
    ("lower", ("AbC",), "abc"),
    ("upper", ("AbC",), "ABC"),
]


@pytest.mark.parametrize(("name", "given", "value"), CASES)
def test_a_function_gives_what_it_says(name, given, value):
    assert FUNCTIONS[name](*given) == value
    assert takes(name, len(given)) is None


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("min", ([],)),
        ("min", ("a", 1)),
        ("abs", (None,)),
        ("sqrt", (-1,)),
        ("log", (0,)),
        ("sin", (1e300,)),
        ("len", (5,)),
        ("text", ([],)),
        ("floor", ("x",)),
    ],
)
def test_what_it_does_not_take_is_unfit(name, given):
    with pytest.raises(Unfit):
        FUNCTIONS[name](*given)


def test_so_many_values_are_taken():
    assert takes("round", 3) == "round(value, digits) does not take 3"
    assert takes("min", 50) is None
    assert all(call.__doc__ for call in FUNCTIONS.values())


def test_every_function_and_word_is_on_the_page():
    docs = Path(__file__).resolve().parent.parent.parent / "docs"
    page = (docs / "reference" / "conditions.md").read_text(encoding="utf-8")

    for name in FUNCTIONS:
        assert f"`{name}(" in page, name
    for word in (*SIGNS, *WORDS, *NAMES):
        assert f"`{word}" in page or word == "<>", word
