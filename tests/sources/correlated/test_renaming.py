"""A session's renaming goes both ways, and forgets what it was told anew."""

from mockforge.sources.correlated.renaming import Renaming

ONE, TWO, THREE = "value-one-1", "value-two-2", "value-three-3"


def test_what_is_taught_goes_both_ways():
    found = Renaming()
    assert not found
    assert found.teach(ONE, TWO)
    assert (found.live.text(ONE), found.recorded.text(TWO)) == (TWO, ONE)
    assert found


def test_several_live_values_stand_for_one_and_the_last_is_told():
    found = Renaming()
    found.teach(ONE, TWO)
    found.teach(ONE, THREE)
    assert found.live.text(ONE) == THREE
    assert found.recorded.text(f"{TWO} {THREE}") == f"{ONE} {ONE}"


def test_a_value_that_is_itself_again_is_not_renamed():
    found = Renaming()
    found.teach(ONE, TWO)
    assert not found.teach(ONE, ONE)
    assert found.live.text(ONE) == ONE


def test_what_may_stand_anywhere_is_not_taken_in():
    found = Renaming()
    assert not found.teach("7", "8")
    assert not found.teach(ONE, "8")
    assert not found
