"""Standing documents: what is told whole with every change."""

import pytest

from mockforge.sources.rebound.effects import Effects
from mockforge.sources.rebound.journal import Journal
from mockforge.sources.rebound.standing import Documents
from tests.sources.rebound.sides import request, response

KEYS = {
    "GET /basket": None,
    "POST /basket": None,
    "PATCH /basket/{id}": "id",
    "DELETE /basket/{id}": "id",
    "POST /purchases": None,
}


class Shop:
    """A basket, and a purchase that empties it."""

    def __init__(self):
        self.journal = Journal(Effects())
        self.things = {}

    def ask(self, key, body=None, name=None, told=True):
        method, _, path = key.partition(" ")
        path = path.replace("{id}", str(name))
        params = {"id": str(name)} if name is not None else {}
        moment = self.journal.ask(request(method, path, body), key, params, 1)
        if key == "POST /purchases":
            answer, self.things = {"id": "p", **self.basket()}, {}
        elif key.startswith("DELETE"):
            self.things.pop(name, None)
            answer = None
        else:
            sku = name if name is not None else (body or {}).get("sku")
            if sku is not None:
                self.things[sku] = (body or {}).get("count", 1)
            answer = self.basket()
        if told:
            self.journal.tell(moment, response(200, answer))
        return moment, answer

    def basket(self):
        things = [{"sku": s, "count": n} for s, n in self.things.items()]
        return {"things": things, "owner": "me"}


@pytest.fixture
def recorded():
    shop = Shop()
    shop.ask("GET /basket")
    shop.ask("POST /basket", {"sku": 11, "count": 2})
    shop.ask("POST /basket", {"sku": 12, "count": 1})
    shop.ask("PATCH /basket/{id}", {"count": 5}, 11)
    shop.ask("DELETE /basket/{id}", None, 12)
    shop.ask("GET /basket")
    shop.ask("POST /purchases", {"to": "here"})
    shop.ask("POST /basket", {"sku": 14})
    shop.ask("GET /basket")
    return shop


def test_a_document_and_what_takes_it_over_are_learned(recorded):
    (standing,) = Documents(recorded.journal.moments).every

    assert (standing.path, standing.place, standing.key) == ("/basket", "things", "sku")
    assert standing.takers == {"POST /purchases"}


STEPS = [
    ("POST /basket", {"sku": 77, "count": 3}, None),
    ("POST /basket", {"sku": 78}, None),
    ("GET /basket", None, None),
    ("PATCH /basket/{id}", {"count": 9}, 78),
    ("DELETE /basket/{id}", None, 77),
    ("GET /basket", None, None),
    ("POST /purchases", {"to": "there"}, None),
    ("GET /basket", None, None),
]


def test_other_things_are_put_in_and_taken_out(recorded):
    documents = Documents(recorded.journal.moments)
    shop = Shop()
    states: dict[str, list[object]] = {}
    for key, body, name in STEPS:
        moment, answer = shop.ask(key, body, name)
        if answer is not None:
            empty = {**answer, "things": []}
            assert documents.told(states, moment, empty) == answer
        moment.document = None if answer is None else moment.document
        documents.note(states, moment)


def test_how_full_it_is_is_told_to_whom_it_concerns(recorded):
    documents = Documents(recorded.journal.moments)
    shop = Shop()
    buys, _ = shop.ask("POST /purchases", {})
    looks, _ = shop.ask("GET /basket")
    states: dict[str, list[object]] = {}

    assert documents.shown(states, buys) == {"/basket": "none"}
    documents.note(states, shop.ask("POST /basket", {"sku": 5})[0])
    assert documents.shown(states, looks) == {"/basket": "some"}
    looks.owner = "somebody else"
    assert documents.shown(states, looks) == {"/basket": "none"}


def test_nothing_is_learned_of_nothing():
    documents = Documents([])

    assert documents.every == []
