"""Values have the meaning that their place has, within what is allowed."""

from mockforge.chance import rng
from mockforge.synthesis import Wanted, made

TEXT = {"type": "string"}


def one(schema, seed=1, **wanted):
    schema = {"type": "object", "properties": schema, "required": [*schema]}
    return made(Wanted(schema, **wanted), rng(seed), now=1.7e9)


def test_an_enum_that_says_the_same_in_other_words_is_met():
    schema = {"gender": {"enum": ["M", "F"]}, "firstName": TEXT}

    assert {one(schema, seed)["gender"] for seed in range(20)} == {"M", "F"}


def test_examples_are_taken_where_the_name_tells_nothing():
    assert one({"qwerty": {"type": "string", "examples": ["asdf"]}}) == {
        "qwerty": "asdf"
    }


def test_a_format_tells_what_a_name_does_not():
    found = one({"a": {"type": "string", "format": "email"},
                 "b": {"type": "string", "format": "uuid"}})  # fmt: skip

    assert "@" in found["a"]
    assert len(found["b"]) == 36


def test_choices_that_a_prompt_names_are_taken():
    found = one({"tier": TEXT}, prompt="with tiers: red, green or blue")

    assert found["tier"] in ("red", "green", "blue")


def test_items_of_a_list_differ():
    schema = {"tags": {"type": "array", "items": TEXT, "minItems": 4}}
    found = one(schema, path="/products/1")["tags"]

    assert len(set(found)) == len(found) >= 4
