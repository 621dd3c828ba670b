"""Pages of a list go on where the one before ended."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mockforge.synthesis.pages import Page
from tests.synthesis.asks import ask, several, thing

ORDER = thing("id:i total:n status")
AROUND = thing(
    "page:i per_page:i total:i total_pages:i has_more:b",
    data=several(ORDER),
    next={"type": ["string", "null"]},
)


def page(url, schema=AROUND, **others):
    return ask("/orders", url, schema, **others)


def test_what_is_asked_of_pages_is_told():
    found = page("/orders?page=3&per_page=20")

    assert len(found["data"]) == 20
    assert (found["page"], found["per_page"]) == (3, 20)
    assert found["total"] > 60
    assert found["total_pages"] == -(-found["total"] // 20)
    assert found["has_more"]
    assert found["next"] == "/orders?page=4&per_page=20"


@settings(max_examples=25, deadline=None)
@given(st.integers(1, 40), st.integers(0, 5))
def test_all_pages_have_as_many_as_there_are(size, seed):
    one = page(f"/orders?page=1&per_page={size}", seed=seed)
    last = one["total_pages"]
    end = page(f"/orders?page={last}&per_page={size}", seed=seed + 1)
    after = page(f"/orders?page={last + 1}&per_page={size}", seed=seed)

    assert one["total"] == end["total"] == after["total"]
    assert len(end["data"]) == one["total"] - size * (last - 1)
    assert (end["has_more"], end["next"], after["data"]) == (False, None, [])
    ids = [each["id"] for each in (*one["data"], *(end["data"] if last > 1 else ()))]
    assert ids == sorted({*ids})


def test_ids_go_on_from_one_page_to_the_next():
    one, two = (page(f"/orders?page={at}&per_page=5")["data"] for at in (1, 2))

    assert two[0]["id"] == one[-1]["id"] + 1


@pytest.mark.parametrize(
    ("url", "around", "told"),
    [
        ("/orders?limit=3&offset=6", "limit:i offset:i", {"limit": 3, "offset": 6}),
        ("/orders?skip=6&take=3", "skip:i take:i", {"skip": 6, "take": 3}),
        ("/orders?page[number]=2&page[size]=3", "currentPage:i pageSize:i",
         {"currentPage": 2, "pageSize": 3}),
        ("/orders?page=0&size=3", "totalElements:i number:i first:b last:b",
         {"number": 0, "first": True, "last": False}),
        ("/orders?page=3&size=3", "hasPrevious:b from:i to:i total:i",
         {"hasPrevious": True, "from": 7, "to": 9}),
    ],
)  # fmt: skip
def test_the_usual_spellings_are_known(url, around, told):
    found = page(url, thing(around, content=several(ORDER)))

    assert len(found["content"]) == 3
    assert {name: found[name] for name in told} == told


def test_what_only_counts_the_list_counts_it():
    found = page("/orders", thing("total:i", data=several(ORDER)), count=4)

    assert (len(found["data"]), found["total"]) == (4, 4)


def test_a_list_with_nothing_around_it_is_as_long_as_a_page():
    found = page("/orders?page=2&per_page=7", several(ORDER), count=3)
    few = page("/orders?limit=50", several(ORDER), count=3)

    assert (len(found), len(few)) == (7, 3)


def test_what_is_written_around_a_page_stays():
    found = page("/orders?page=2&per_page=2", base={"page": 9})

    assert found["page"] == 9


def test_a_page_knows_how_much_is_on_it():
    assert Page(10, 20, 25, 1).length == 5
    assert Page(10, 30, 25, 1).length == 0
    assert (Page(10, 20, 25, 1).number, Page(10, 20, 25, 0).pages) == (3, 3)
