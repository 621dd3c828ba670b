import pytest

from mockforge.learning.endpoints import words


@pytest.mark.parametrize(
    ("many", "one"),
    [
        ("orders", "order"),
        ("companies", "company"),
        ("addresses", "address"),
        ("boxes", "box"),
        ("branches", "branch"),
        ("databases", "database"),
        ("people", "person"),
        ("indices", "index"),
        ("lineItems", "line_item"),
        ("file_uploads", "file_upload"),
        ("dns-zones", "dns_zone"),
        ("ips", "ip"),
    ],
)
def test_a_word_in_the_plural_has_a_singular(many, one):
    assert words.is_plural(many)
    assert words.singular(many) == one


@pytest.mark.parametrize("word", ["status", "address", "dns", "news", "user", "", "7"])
def test_other_words_are_no_plural(word):
    assert not words.is_plural(word)


@pytest.mark.parametrize(
    "word", ["me", "search", "users", "zone-file", "v2", "_search", "list.json", "-"]
)
def test_words_of_an_api_look_like_it(word):
    assert words.looks(word) < -1


@pytest.mark.parametrize(
    "text",
    [
        *("@acme/pkg", "acme/ubuntu22.04", "how-to-bake-a-loaf-of-bread", "TXT"),
        *("straße ß", "notes.old.txt", "web-0123", "a=b"),
    ],
)
def test_values_look_like_values(text):
    assert words.looks(text) > words.looks("orders")


def test_verbs_begin_actions():
    assert words.is_action("cancel")
    assert words.is_action("getUser")
    assert not words.is_action("orders")
