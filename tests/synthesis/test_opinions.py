"""Reviews say what their stars say, of what is reviewed."""

import pytest

from mockforge.chance import rng
from mockforge.synthesis import Maker, Wanted
from mockforge.synthesis.lexicons.opinions import OPINIONS
from tests.synthesis.asks import ask, several, thing
from tests.synthesis.things import NOW

STARS = {"type": "integer", "minimum": 1, "maximum": 5}
MOODS = {
    text: mood
    for one in OPINIONS
    for told in (one.texts, one.heads)
    for mood, texts in told.items()
    for text in texts
}


def mood(text):
    """A text that was there already has another one behind it."""
    return MOODS[max((one for one in MOODS if text.startswith(one)), key=len)]


def moods(made, *names):
    return [{mood(one[name]) for name in names} for one in made]


def expected(stars):
    return "+" if stars > 3 else "~" if stars == 3 else "-"


@pytest.mark.parametrize(
    "schema",
    [
        thing("id", rating=STARS, title={"type": "string"}, text={"type": "string"}),
        thing("id title text", rating=STARS),
    ],
    ids=["stars first", "stars last"],
)
@pytest.mark.parametrize("path", ["/products/3/reviews", "/hotels/9/reviews"])
def test_words_fit_the_stars(schema, path):
    made = ask(path, path, several(schema), count=8)

    for one, told in zip(made, moods(made, "title", "text"), strict=True):
        assert told == {expected(one["rating"])}, one


def test_stars_of_a_list_differ():
    path = "/products/3/reviews"
    made = ask(path, path, several(thing("id", rating=STARS)), count=30)

    assert len({one["rating"] for one in made}) > 2


@pytest.mark.parametrize(
    ("path", "sign"),
    [("/hotels/9/reviews", "hotel"), ("/books/9/reviews", "novel")],
)
def test_a_review_speaks_of_what_is_reviewed(path, sign):
    own = next(one for one in OPINIONS if sign in one.signs)
    made = ask(path, path, several(thing("id text rating:n")), count=4)

    texts = {text for several in own.texts.values() for text in several}
    assert {one["text"] for one in made} <= texts


def test_six_who_give_one_star_say_six_things():
    schema = {"type": "array", "items": thing("id stars:i text")}
    wanted = Wanted(schema, path="/products/7/reviews", query={"stars": "1"}, count=6)
    made = Maker(schema).made(wanted, rng(1, "r"), now=NOW)

    assert len({one["text"] for one in made}) == 6
