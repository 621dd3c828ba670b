import pytest

from mockforge.learning.patterns.selection import Pattern, Selection, among

KEY = "GET /api/users/{id}"


@pytest.mark.parametrize(
    ("pattern", "key", "matches"),
    [
        ("/api/users/*", KEY, True),
        ("/api/users/*", "GET /api/users/{id}/orders", True),
        ("/api/users/*", "GET /api/users", False),
        ("/api/users/*", "GET /api/users123", False),
        ("/api/users/:id", KEY, True),
        ("/api/users/{user}", KEY, True),
        ("/api/users/{user}", "GET /api/users/{id}/orders", False),
        ("/api/*/{id}", KEY, True),
        ("/api/**", KEY, True),
        ("/api/**", "GET /api", True),
        ("/**", "POST /", True),
        ("GET /api/users/{id}", KEY, True),
        ("POST /api/users/{id}", KEY, False),
        ("get /api/users/*", KEY, True),
        (
            "/files/{name}.json",
            "GET /files/{file}.json",
            True,
        ),
        ("/", "POST / [header.x-amz-target=Put]", True),
        ("POST / [header.x-amz-target=Put]", "POST / [header.x-amz-target=Put]", True),
        ("POST / [header.x-amz-target=Put]", "POST / [header.x-amz-target=Get]", False),
        ("/api/users/7", KEY, False),
    ],
)
def test_a_pattern_is_held_against_the_template_by_whole_segments(
    pattern, key, matches
):
    assert Pattern(pattern).matches(key) is matches
    assert among([pattern], key) is matches


@pytest.mark.parametrize(
    "text", ["", "users", "GET", "GET  users", "/a?b=1", "/{a}{b}"]
)
def test_what_is_no_pattern_is_refused(text):
    with pytest.raises(
        ValueError, match=r"is not an endpoint|has a query|no parameter"
    ):
        Pattern(text)


@pytest.mark.parametrize(
    ("switches", "learns"),
    [
        ({}, True),
        ({"/other": False}, True),
        ({"/other": True}, False),
        ({"/other": True, "/api/*": True}, True),
        ({"/api/*": True, "/api/users/*": False}, False),
        ({"/api/users/*": False, "/api/users/{id}": True}, True),
        ({"/**": True, "GET /**": False}, False),
    ],
)
def test_what_is_not_named_learns_unless_something_else_is_named_to(switches, learns):
    """Of two that match, the more special decides, in whatever order they stand."""
    assert Selection(switches, {}).learns(KEY) is learns
    turned = dict(reversed(switches.items()))
    assert Selection(turned, {}).learns(KEY) is learns


@pytest.mark.parametrize(
    ("switches", "learns"),
    [
        ({}, True),
        (None, False),
        ({"vip": True}, True),
        ({"vip": False}, False),
        ({"guest": True}, False),
        ({"guest": False}, True),
    ],
)
def test_personas_learn_by_the_same_rule(switches, learns):
    assert Selection({}, switches).persona_learns("vip") is learns
