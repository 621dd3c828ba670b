"""What happened to what was ordered."""

import pytest

from mockforge.synthesis import lifecycles, tracks
from mockforge.synthesis.entity import Entity
from mockforge.synthesis.places import PLACES
from mockforge.synthesis.roles import role_of
from tests.synthesis.things import entity


@pytest.mark.parametrize("count", [1, 2, 5, 12])
@pytest.mark.parametrize("status", ["pending", "shipped", "delivered", "returned"])
def test_as_much_happened_as_is_asked_for_and_in_order(status, count):
    parent = entity("order")
    lifecycles.tell(parent, role_of("status"), status)
    assert tracks.is_log(parent, ("events",))
    assert tracks.length(parent) > 0
    tracks.plan(parent, ("events",), count)
    found = []
    for at in range(count):
        event = Entity(parent.shared, "tracking", ("events", at), parent)
        tracks.begin(event)
        happened = tracks.happened(event)
        assert happened is not None
        found.append(happened)

    assert [each.moment for each in found] == sorted(each.moment for each in found)
    assert [each.at for each in found] == sorted(each.at for each in found)
    assert {each.place.country for each in found} == {parent.place().country}


def test_a_carrier_is_one_of_the_country():
    for seed in range(len(PLACES)):
        parcel = entity("shipment", seed)
        parcel.memo["placed"] = True
        assert tracks.carrier(parcel).lower() in tracks.carriers(parcel)
        assert tracks.carrier(parcel) == tracks.carrier(parcel)
        assert len(tracks.number(parcel)) > 9


def test_what_is_planned_is_no_log():
    assert not tracks.is_log(entity("group"), ("events",))
    assert not tracks.is_log(entity("order"), ("items",))
    assert tracks.happened(entity("order")) is None
