"""Words and a path tell a shape."""

import pytest

from mockforge.synthesis.shaping import shaped


@pytest.mark.parametrize(
    ("kind", "prompt", "names"),
    [
        ("product", "", {"id", "name", "price", "specifications"}),
        ("order", "", {"id", "customer", "items", "total"}),
        ("vendor", "", {"name", "industry"}),
        (
            "",
            "widgets with a name, an e-mail and a phone number",
            {"name", "email", "phone_number"},
        ),
        ("user", "users with address details", {"email", "address"}),
        ("zebra", "", {"id", "name"}),
    ],
)
def test_a_kind_and_a_prompt_have_members(kind, prompt, names):
    assert names <= shaped(kind, prompt)["properties"].keys()


def test_only_what_the_prompt_says_is_put_beside_what_is_given():
    found = shaped(
        "order", "Add shipping details", base={"id": "1", "lines": [{"n": 1}]}
    )

    assert [*found["properties"]] == ["id", "lines", "shipping"]


def test_lists_and_objects_are_read():
    found = shaped("cart", "")["properties"]["items"]

    assert found["type"] == "array"
    assert found["items"]["properties"]["quantity"] == {"type": "integer"}


@pytest.mark.parametrize("base", [None, {"id": "1"}, {"descriptions": ["a"]}])
@pytest.mark.parametrize("kind", ["product", ""])
def test_nothing_is_there_twice_in_two_forms(base, kind):
    prompt = "A catalog with realistic descriptions, specifications, and pricing."
    names = shaped(kind, prompt, base=base)["properties"].keys()

    assert len(names & {"description", "descriptions"}) == 1
    assert len(names & {"specification", "specifications", "specs"}) == 1
    assert len(names & {"price", "pricing", "prices"}) == 1


def test_what_is_there_under_another_name_is_not_added():
    base = {"specs": {"a": 1}, "pricing": {"amount": 3}}
    found = shaped("product", "with specifications and pricing", base=base)

    assert not found["properties"].keys() & {"specifications", "price"}
