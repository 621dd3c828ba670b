"""Siblings: endpoints that are one but for a word."""

from mockforge.sources.rebound.siblings import siblings

OK = frozenset(["201 []"])
TAGS = {f"PUT /app/tags/{name}": OK for name in ("v1", "v2", "latest")}


def test_words_are_names_where_another_method_has_names():
    others = ["GET /{app}/tags/{tag}", "PUT /app/tags", "POST /in [action=A]"]

    found = siblings({**TAGS, **dict.fromkeys(others, OK)})

    assert found == dict.fromkeys(TAGS, frozenset(TAGS))


def test_words_are_names_where_one_is_read_as_well_as_written():
    found = siblings({**TAGS, "GET /app/tags/v2": frozenset(['200 ["x"]'])})

    assert found == dict.fromkeys(TAGS, frozenset(TAGS))


def test_words_are_words_where_nothing_has_names():
    assert siblings({**TAGS, "GET /app/tags": OK, "GET /app/{kind}/v1": OK}) == {}


def test_two_words_are_two_endpoints_and_so_is_what_is_answered_otherwise():
    named = {"GET /users/{user}": OK}
    verbs = dict.fromkeys(["POST /users/login", "POST /users/logout"], OK)
    told = {"POST /users/new": frozenset(['201 ["id"]'])}

    assert siblings({**named, **verbs, **told}) == {}
    assert siblings({}) == {}
