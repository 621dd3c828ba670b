"""What was recorded is varied as a whole."""

from mockforge.chance import rng
from mockforge.synthesis import Wanted, made

SAMPLE = {
    "id": "3f2b8c1e-9d4a-4e6f-8a7b-1c2d3e4f5a6b",
    "name": "Ada",
    "team": {"name": "Core", "size": 3},
}


def one(**wanted):
    return made(Wanted(samples=[SAMPLE], **wanted), rng(1), now=1.7e9)


def test_what_is_minted_is_new_and_the_rest_stays():
    found = one()

    assert found["id"] != SAMPLE["id"]
    assert {**found, "id": SAMPLE["id"]} == SAMPLE


def test_what_the_request_says_holds_with_the_type_that_was_seen():
    assert one(params={"id": 5}, query={"name": "Bo"})["id"] == "5"
    assert one(query={"name": "Bo"})["name"] == "Bo"


def test_a_list_of_samples_is_as_long_as_is_asked_for():
    assert len(one(count=3)) == 3
    assert len({each["id"] for each in one(count=3)}) == 3


def test_samples_that_are_not_valid_are_passed_over():
    schema = {"type": "object", "properties": {"x": {"type": "integer"}},
              "required": ["x"]}  # fmt: skip

    assert "x" in one(schema=schema)


def test_what_is_meant_is_told_by_its_words():
    sample = {"id": 1, "user": {"id": 2}, "lines": [{"user_id": 3}], "name": "Al"}
    wanted = Wanted(path="/users/9/orders", params={"userId": "9"}, samples=[sample])
    found = made(wanted, rng(1), now=1.7e9)

    assert (found["user"]["id"], found["lines"][0]["user_id"]) == (9, 9)
