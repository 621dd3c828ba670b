"""Texts repeat what is beside them, as their examples do."""

from __future__ import annotations

from mockforge.synthesis.repeating import follow

_SCHEMA = {
    "properties": {
        "url": {"examples": ["https://api.example.com/users/octocat/42"]},
        "login": {"examples": ["octocat"]},
        "id": {"examples": [42]},
        "note": {"examples": ["octocat likes it"]},
        "plain": {"type": "string"},
    }
}


def _followed(made, kept=frozenset(), schema=_SCHEMA):
    follow(schema, made, set(kept), lambda schema, value: True)
    return made


def test_what_is_repeated_is_what_was_made():
    made = {"url": "x", "login": "ada", "id": 7, "note": "y", "plain": "z"}

    assert _followed(made) == {
        "url": "https://api.example.com/users/ada/7", "login": "ada", "id": 7,
        "note": "ada likes it", "plain": "z",
    }  # fmt: skip


def test_what_is_given_or_lacking_stays():
    assert _followed({"url": "x", "login": "ada"}, {"url"})["url"] == "x"
    assert _followed({"url": "x"}) == {"url": "x"}
    assert _followed({"url": None, "login": "ada"})["url"] is None


def test_what_does_not_fit_stays():
    made = {"url": "x", "login": "ada"}
    follow(_SCHEMA, made, set(), lambda schema, value: False)

    assert made["url"] == "x"
