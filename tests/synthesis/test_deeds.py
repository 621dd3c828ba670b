"""What is done to a thing tells its state."""

from mockforge.synthesis.deeds import states_after


def test_a_verb_tells_the_state_that_follows():
    assert states_after("check-in") == ("checked_in",)
    assert "archived" in states_after("Archive")
    assert states_after("orders") == ()
