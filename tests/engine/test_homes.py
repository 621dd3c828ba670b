"""Homes: whoever asks is told where a thing is, and memory stays bounded."""

from mockforge.engine import homes
from mockforge.engine.homes import Home, Homes, Scopes

HERE, THERE = Home(True), Home(False)
ALICE, BOB = Scopes("token:alice", "addr:one"), Scopes("token:bob", "addr:two")
ORDER = ("/orders", "7")


def test_what_the_upstream_made_by_name_is_there_for_everybody():
    known = Homes()
    known.put(ALICE, [ORDER], THERE, named=[ORDER])

    assert known.find(BOB, ORDER) == THERE
    assert known.inside(BOB, "/orders") == {"7": THERE}


def test_what_was_made_here_is_in_the_world_of_its_client_alone():
    known = Homes()
    known.put(ALICE, [ORDER], HERE, named=[ORDER])

    assert known.find(ALICE, ORDER) == HERE
    assert known.find(Scopes("other", "addr:one"), ORDER) == HERE
    assert known.find(BOB, ORDER) is None


def test_what_has_no_name_of_its_own_is_another_thing_for_each_client():
    known = Homes()
    known.put(ALICE, [("/", "cart")], THERE)

    assert known.find(ALICE, ("/", "cart")) == THERE
    assert known.find(Scopes("other", "addr:one"), ("/", "cart")) is None


def test_the_last_write_says_where_it_is():
    known = Homes()
    known.put(ALICE, [ORDER], HERE, named=[ORDER])
    known.put(ALICE, [ORDER], THERE, named=[ORDER])
    assert known.find(ALICE, ORDER) == THERE
    assert len(known) == 1


def test_the_oldest_are_forgotten(monkeypatch):
    monkeypatch.setattr(homes, "MOST", 3)
    monkeypatch.setattr(homes, "MOST_GIVEN", 2)
    known = Homes()
    for number in range(5):
        known.put(ALICE, [("/orders", str(number))], HERE)
    known.give(["one", "two", "three"])

    assert known.inside(ALICE, "/orders").keys() == {"2", "3", "4"}
    assert not known.has_given(["one"])
    assert known.has_given(["zero", "three"])
