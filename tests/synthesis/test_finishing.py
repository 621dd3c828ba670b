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
