"""Links: one part of rebound answers, by itself."""

from mockforge.sources.rebound.links import are_named_alike, is_distinct


def test_names_are_alike_without_case_joints_and_plural():
    assert are_named_alike(("query", "user_id"), ("body", "userId"))
    assert are_named_alike(("body", "id"), ("param", "user_id"))
    assert not are_named_alike(("body", "team"), ("body", "name"))


def test_short_texts_are_the_same_by_chance():
    assert not is_distinct("1")
    assert is_distinct("alice")
