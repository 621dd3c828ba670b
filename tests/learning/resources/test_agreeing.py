from mockforge.learning.resources.agreeing import agreement
from mockforge.learning.resources.kinds import ENOUGH, Group


def group(*records):
    found = Group("users", id=("id",))
    for each in records:
        found.keep(each)
    return found


USERS = [{"id": n, "name": f"user {n}", "state": "new"} for n in range(5)]
ORDERS = [{"id": n, "name": f"order {n}", "state": "new"} for n in range(5)]


def named(records):
    return [(str(each["id"]), each) for each in records]


def test_records_of_one_entity_agree():
    assert agreement(group(*USERS), named(USERS)) == (5, 1.0)


def test_what_all_have_in_common_says_little():
    shared, share = agreement(group(*USERS), named(ORDERS))

    assert shared == 5
    assert share < ENOUGH


def test_ids_alone_agree_as_far_as_is_enough():
    assert agreement(group(*USERS), [("3", {"id": 3})]) == (1, ENOUGH)
