"""Who someone is, and which thing it is, is told by fields of usual names."""

from mockforge.synthesis.hints import ids_of, names_of


def test_ids_are_those_of_whom_or_of_the_thing():
    assert ids_of("customer", "order") == ("customer_id", "customerid", "customer-id")
    assert ids_of("", "order")[-2:] == ("order_id", "orderid")
    assert "id" in ids_of("", "order")
    assert ids_of("", "") == ("id", "uuid", "uid", "_id")


def test_names_are_those_of_whom():
    first, last, full = names_of("driver")

    assert "driver_first_name" in first
    assert "driver_surname" in last
    assert "driverfullname" in full
    assert names_of("")[0][0] == "first_name"
