"""Effects: one part of rebound answers, by itself."""

import pytest

from mockforge.sources.rebound.effects import Effects, named_effect


@pytest.mark.parametrize(
    ("endpoint", "effect"),
    [
        ("GET /users/{id}", "read"),
        ("DELETE /users/{id}", "end"),
        ("PUT /users/{id}", "write"),
        ("POST /kv/deleterange", "end"),
        ("POST / [body.Action=ListUsers]", "read"),
        ("POST / [header.x-target=Queue.DeleteMessage]", "end"),
        ("POST /kv/range", None),
        ("POST /auth/logout", "end"),
        ("POST / [header.x-target=Users.SignOut]", "end"),
    ],
)
def test_an_effect_is_told_by_method_and_name(endpoint, effect):
    assert named_effect(endpoint) == effect


def test_what_never_brings_anything_new_only_reads():
    seen = {"POST /a": {"200"}, "POST /b": {"200", "200 failed"}}
    effects = Effects({"POST /b": {"200"}}, seen)

    assert effects.of("POST /a") == "read"
    assert effects.changes("POST /b", "200")
    assert not effects.changes("POST /b", "200 failed")
    assert effects.changes("POST /b", "200 never seen")
