"""Paging: what beside a list tells where it ends, and whether it goes on."""

from mockforge.sources.rebound.effects import Effects
from mockforge.sources.rebound.journal import Journal
from mockforge.sources.rebound.links import Links
from mockforge.sources.rebound.listing import Lister, Listing
from mockforge.sources.rebound.paging import naming_last, telling_more
from tests.sources.rebound.sides import request, response

LISTING = Listing(
    ("body", "things"),
    ("id",),
    (("POST /things", True, ("body", "id")),),
    limit=("query", "limit"),
)
LISTINGS = {LISTING.place: LISTING}


def recording():
    journal, told = Journal(Effects()), []
    for name in ("thing-1", "thing-2"):
        made = journal.ask(request("POST", "/things"), "POST /things", {}, 1)
        journal.tell(made, response(201, {"id": name}))
    for limit, after in ((1, "thing-1"), (2, None)):
        asked = request("GET", f"/things?limit={limit}")
        moment = journal.ask(asked, "GET /things", {}, 1)
        shown = [{"id": f"thing-{n + 1}"} for n in range(limit)]
        last = shown[-1]["id"]
        journal.tell(
            moment, response(200, {"things": shown, "after": after, "last": last})
        )
        told.append(moment)
    return journal, told


def facts(moments, name):
    return [(each, each.told.one(("body", name))) for each in moments]


def test_what_stands_there_while_a_list_goes_on_is_told_apart():
    journal, moments = recording()
    lister = Lister(Links(journal), journal)

    more = telling_more(lister, facts(moments, "after"), LISTINGS, ("body", "after"))

    assert more is not None
    assert (more.ended, more.goes_on) == (None, "thing-1")


def test_what_always_stands_there_tells_nothing_of_the_rest():
    journal, moments = recording()
    lister = Lister(Links(journal), journal)

    assert not telling_more(lister, facts(moments, "last"), LISTINGS, ("body", "last"))
    assert not telling_more(lister, [], LISTINGS, ("body", "last"))


def test_the_last_item_is_known_where_it_is_named():
    _, moments = recording()
    place = ("body", "last")

    assert naming_last(facts(moments, "last"), LISTINGS, place) is LISTING
    assert naming_last([], LISTINGS, place) is None
