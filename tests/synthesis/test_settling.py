"""Members that disagree are changed, those that are given are not."""

from mockforge.synthesis.settling import settle
from tests.synthesis.things import entity


def settled(made, kept=(), fits=lambda schema, value: True):
    settle(entity("order"), {}, made, set(kept), fits)
    return made


def test_least_and_most_change_places():
    assert settled({"min": 5, "max": 2}) == {"min": 2, "max": 5}
    assert settled({"start_date": "2024-02-01", "end_date": "2024-01-01"}) == {
        "start_date": "2024-01-01",
        "end_date": "2024-02-01",
    }


def test_sums_and_counts_are_made_right():
    lines = [{"price": 2.5, "quantity": 2}, {"price": 1, "quantity": 1}]
    found = settled({"items": lines, "tax": 1.5, "total": 0.5, "item_count": 9})

    assert found["total"] == round(6 + found["tax"], 2)
    assert found["item_count"] == 2


def test_pages_fit_what_is_on_them():
    found = settled({"data": [1, 2, 3], "total": 3, "page": 4, "per_page": 7,
                     "total_pages": 9})  # fmt: skip

    assert (found["page"], found["per_page"], found["total_pages"]) == (1, 10, 1)


def test_what_is_given_stays():
    assert settled({"price": 2, "quantity": 3, "total": 1}, ["total"])["total"] == 1


def test_what_is_not_valid_is_not_put():
    found = settled({"price": 2, "quantity": 3, "total": 1}, fits=lambda *_: False)

    assert found["total"] == 1


def test_one_number_alone_is_reckoned_from_nothing():
    assert settled({"id": "7", "installment": 548.51})["installment"] == 548.51
