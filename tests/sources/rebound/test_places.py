"""Places: one part of rebound answers, by itself."""

from mockforge.sources.rebound.places import place_of, readable


def test_numbers_and_keys_that_are_values_are_left_out_of_places():
    assert place_of(("body", "items", 3, "id")) == ("body", "items", "*", "id")
    assert place_of(("body", "versions", "1.0.2")) == ("body", "versions", "*")
    assert place_of(("body", "dist-tags", "x")) == ("body", "dist-tags", "x")


def test_base64_of_text_is_compared_as_text():
    assert readable("Y2ZnLzE=") == "cfg/1"
    assert readable("plain-text") == "plain-text"
