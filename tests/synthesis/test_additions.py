"""What is said and no field holds gets a member of its own."""

from mockforge.synthesis.additions import beside, members_for
from mockforge.synthesis.facts import facts_in
from tests.synthesis.asks import TYPES, wanted


def test_members_are_named_like_what_was_said():
    asked = wanted("/shops/{id}/rates/{base}", "/shops/7/rates/EUR")
    found = members_for(facts_in(asked), {"n": 1, "deep": {"on": True}, "all": ["a"]})

    assert found["shop_id"] == TYPES["i"]
    assert found["base"] == TYPES[""]
    assert found["n"] == TYPES["i"]
    assert found["deep"]["properties"]["on"] == TYPES["b"]
    assert found["all"]["items"] == TYPES[""]


def test_what_is_there_under_another_name_takes_the_one_that_was_sent():
    made = beside({"id": 1, "user_name": 2, "x": 3}, {"userName": 4, "y": 5})

    assert [*made.items()] == [("id", 1), ("y", 5), ("userName", 4), ("x", 3)]
