"""A description tells what a field is where its name does not."""

from __future__ import annotations

import pytest

from mockforge.synthesis.described import described
from mockforge.synthesis.roles import Role, role_of


@pytest.mark.parametrize(
    ("text", "kind", "role"),
    [
        ("The Spotify URL for the object.", "string", "url"),
        ("Where to send mail: an email address", "string", "email"),
        ("ISO 4217 code of the money that is paid", "string", "currency"),
        ("Country code (ISO 3166-1 alpha-2)", "string", "country code"),
        ("Name of the customer who ordered", "string", "full"),
        ("The IP address of the caller", "string", "ip"),
        ("Unix timestamp in seconds", "integer", "created"),
        ("The date when it was made", "string", "created"),
        ("Unique identifier for the object.", "string", "id"),
        ("How much there is", "integer", ""),
        ("An email address", "integer", ""),
        ("", "string", ""),
    ],
)
def test_the_first_sentence_tells(text, kind, role):
    assert described(Role(""), {"description": text}, kind).name == role


def test_the_name_counts_for_more():
    assert described(role_of("city"), {"description": "a URL"}, "string").name == "city"


def test_a_name_is_of_whom_it_is_said():
    told = {"title": "Full name"}
    assert described(role_of("name"), told, "string").name == "full"
    assert described(role_of("name"), {"title": "A URL"}, "string").name == "name"


@pytest.mark.parametrize("told", [None, 3, [], {"a": 1}])
def test_what_is_no_text_tells_nothing(told):
    assert described(Role(""), {"description": told}, "string") == Role("")
