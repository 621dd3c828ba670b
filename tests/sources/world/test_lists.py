import pytest

from mockforge.bodies.document import Path
from mockforge.chance import rng
from mockforge.learning.resources.model import Filter, Kind, Listing
from mockforge.learning.resources.readings import Sources
from mockforge.sources.world.lists import address_of, cursor_to, paged, selected
from mockforge.sources.world.realm import Realm
from mockforge.sources.world.telling import Moment

USERS = Kind("users", ("id",))
QUERY: dict[str, Path] = {
    name: ("query", name) for name in ("state", "sort", "way", "size", "page")
}


def realm():
    world = Realm()
    for number, name in enumerate(["cleo", "ann", "bob", "dan"]):
        state = "odd" if number % 2 else "even"
        record = {"id": number, "name": name, "state": state}
        world.put(USERS, str(number), record, {})
    return world


def names(listing, **query):
    sources: Sources = {("query", name): value for name, value in query.items()}
    world = realm()
    found = selected(list(world.alive(USERS)), USERS, listing, sources)
    page = paged(found, listing, sources, world)
    assert page is not None
    return [each.record["name"] for each in page.items]


@pytest.mark.parametrize(
    ("listing", "query", "expected"),
    [
        (Listing(), {}, "cleo ann bob dan"),
        (Listing(descending=True), {}, "dan bob ann cleo"),
        (Listing(sort=("name",)), {}, "ann bob cleo dan"),
        (Listing((Filter(QUERY["state"], ("state",)),)), {"state": "odd"}, "ann dan"),
        (Listing(sort_slot=QUERY["sort"]), {"sort": "-name"}, "dan cleo bob ann"),
        (Listing(sort_slot=QUERY["sort"]), {"sort": "name desc"}, "dan cleo bob ann"),
        (Listing(size_slot=QUERY["size"]), {"size": "3"}, "cleo ann bob"),
        (Listing(page_slot=QUERY["page"], size=3), {"page": "2"}, "dan"),
        (Listing(offset_slot=QUERY["page"], size=2), {"page": 1}, "ann bob"),
        (Listing(cursor_slot=QUERY["page"]), {"page": "1"}, "bob dan"),
    ],
)
def test_a_request_selects_sorts_and_pages(listing, query, expected):
    assert names(listing, **query) == expected.split()


@pytest.mark.parametrize("like", ["YXQ6Mg", "k3Jd82hQpW", 7, "12"])
def test_cursors_lead_to_the_next_page(like):
    world = realm()
    listing = Listing(cursor_slot=QUERY["page"], cursor_like=like, size=3)
    items = selected(list(world.alive(USERS)), USERS, listing, {})
    page = paged(items, listing, {}, world)
    assert page is not None

    token = cursor_to(page, listing, world, Moment({}, 0.0, rng(1, "x")))
    after = paged(items, listing, {QUERY["page"]: token}, world)
    assert after is not None

    assert [each.record["name"] for each in after.items] == ["dan"]
    assert type(token) is type(like)


def test_a_cursor_that_nobody_gave_is_not_followed():
    listing = Listing(cursor_slot=QUERY["page"], size=3)

    assert paged([], listing, {QUERY["page"]: "never given"}, Realm()) is None


def test_the_address_of_another_page_is_that_of_this_one_but_for_the_page():
    found = address_of("http://api/x?page=2", "/users?page=3&a=b", {"page": 4})

    assert found == "http://api/users?a=b&page=4"
