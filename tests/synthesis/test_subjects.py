"""What is taught and written is about what the request is about."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mockforge.synthesis.lexicons.subjects import SUBJECTS
from mockforge.synthesis.subjects import subject_of
from tests.synthesis.asks import ask, several, thing

TEXTS = several(thing("id title description"))


def themes(text, around=()):
    found = subject_of(text, around)
    return () if found is None else found.themes


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("courses of a data science academy", "Neural Networks"),
        ("a blog about hiking", "Trail Maps"),
        ("talks of an astronomy conference", "Black Holes"),
        ("posts of a beekeeping community", "Modern Beekeeping"),
        ("a podcast about lighthouses", "Everyday Lighthouses"),
    ],
)
def test_words_tell_the_subject(text, theme):
    assert theme in themes(text)


@pytest.mark.parametrize("text", ["", "popular articles", "users", "the latest posts"])
def test_without_a_subject_there_is_none(text):
    assert subject_of(text, ()) is None


def test_the_path_tells_it_too():
    assert "Comets" in themes("", ("astronomy", "videos"))


@settings(max_examples=40, deadline=None)
@given(
    subject=st.sampled_from(SUBJECTS),
    kind=st.sampled_from(["courses", "articles", "talks", "books", "videos"]),
    seed=st.integers(0, 99),
)
def test_titles_have_a_theme_of_the_subject(subject, kind, seed):
    made = ask(
        f"/{kind}",
        f"/{kind}",
        TEXTS,
        prompt=f"{kind} on {subject.signs[0]}",
        count=3,
        seed=seed,
    )

    for one in made:
        assert any(theme in one["title"] for theme in subject.themes), one
        assert any(
            theme.lower() in one["description"].lower() for theme in subject.themes
        )
    assert len({one["title"] for one in made}) == 3


def test_tags_of_one_thing_differ():
    schema = thing("title", tags=several({"type": "string"}) | {"minItems": 4})
    made = ask("/articles/1", "/articles/1", schema, prompt="a blog about travel")

    assert len(set(made["tags"])) == len(made["tags"])


def test_what_is_no_teaching_keeps_its_names():
    made = ask("/orders/1", "/orders/1", thing("id name"), prompt="a hiking shop")

    assert "Trail" not in made["name"] or "Shoes" in made["name"]
