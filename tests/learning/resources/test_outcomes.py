from tests.learning.resources.told import LIFE, resources_of


def test_an_answer_is_kept_for_each_situation():
    read = resources_of(*LIFE).operations["GET /users/{id}"].outcomes

    assert {name: each.status for name, each in read.items()} == {
        "done": 200,
        "missing": 404,
    }
    assert read["done"].site == ()
    assert read["done"].always == {("id",), ("name",), ("state",)}


def test_the_id_in_the_word_of_what_is_missing_is_known():
    missing = resources_of(*LIFE).operations["GET /users/{id}"].outcomes["missing"]

    assert missing.envelope["body", "error"].parts == ("user ", ("id",), " not found")
