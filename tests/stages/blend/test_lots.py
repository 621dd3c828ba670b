from hypothesis import given
from hypothesis import strategies as st

from mockforge.stages.blend.lots import Lots


@given(st.integers(), st.text())
def test_a_lot_depends_on_key_and_place_alone(key, place):
    lot = Lots(key, "s").at(place)

    assert 0 <= lot < 1
    assert lot == Lots(key, "s").at(place)


def test_lots_of_places_and_keys_are_even():
    places = [Lots(1).at(f"$.items[id={number}].name") for number in range(4000)]
    keys = [Lots(number).at("$.name") for number in range(4000)]

    for lots in (places, keys):
        for tenth in range(10):
            share = sum(tenth <= 10 * lot < tenth + 1 for lot in lots) / 4000
            assert abs(share - 0.1) < 0.03


def test_lots_of_one_place_do_not_tell_those_of_another():
    pairs = [(Lots(n).at("$.a"), Lots(n).at("$.b")) for n in range(4000)]
    both = sum(a < 0.5 and b < 0.5 for a, b in pairs) / 4000

    assert abs(both - 0.25) < 0.04
