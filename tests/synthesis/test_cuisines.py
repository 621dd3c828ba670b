"""Dishes are those of the kitchen that is told."""

import pytest

from mockforge.synthesis.lexicons.cuisines import CUISINES
from tests.synthesis.asks import ask, several, thing

MENU = several(thing("name description price:n"))


@pytest.mark.parametrize(
    ("prompt", "sign"),
    [
        ("Italian restaurant", "italian"),
        ("a sushi place", "sushi"),
        ("taqueria", "taco"),
    ],
)
@pytest.mark.parametrize("path", ["/menu", "/dishes"])
def test_dishes_are_of_the_kitchen(prompt, sign, path):
    own = next(one for one in CUISINES if sign in one.signs)
    told = dict(own.dishes)
    for one in ask(path, path, MENU, prompt=prompt, count=4):
        assert told[one["name"]].lower() == one["description"].rstrip(".").lower()


def test_without_a_kitchen_there_are_dishes_of_any():
    made = ask("/dishes", "/dishes", MENU, count=3)

    assert len({one["name"] for one in made}) == 3
