"""A list by any name is finished like one."""

from tests.synthesis.asks import ask, several, thing


def test_a_list_that_the_path_names_is_the_one_that_is_asked_for():
    item = thing("id:i accountId amount:n")
    schema = thing("accountId", transactions=several(item))
    found = ask("/accounts/{accountId}/transactions",
                "/accounts/A-9/transactions?sort=amount&limit=4", schema)  # fmt: skip

    amounts = [each["amount"] for each in found["transactions"]]
    assert found["accountId"] == "A-9"
    assert {each["accountId"] for each in found["transactions"]} == {"A-9"}
    assert len(amounts) == 4
    assert amounts == sorted(amounts)


def test_lists_of_other_things_are_left_alone():
    schema = thing("id:i status", items=several(thing("sku status")))
    found = ask("/orders/{id}", "/orders/5?status=paid", schema)

    assert (found["id"], found["status"]) == (5, "paid")
    assert any(each["status"] != "paid" for each in found["items"])


def test_what_is_told_apart_by_one_id_is_one_thing():
    item = thing("id:i", post=thing("id:i title"), author=thing("username name"))
    url = "/comments?post_id=8&author=jane"
    found = ask("/comments", url, several(item), count=3)

    assert all(each["post"] == found[0]["post"] for each in found)
    assert all(each["author"] == found[0]["author"] for each in found)
    assert len({each["id"] for each in found}) == 3
