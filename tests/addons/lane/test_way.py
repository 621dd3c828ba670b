from mockforge.addons.lane.way import Broken, Ended, Left, Unfit, Way


def test_each_end_of_an_errand_is_its_own():
    ends = [Broken, Ended, Left, Unfit]

    assert all(not issubclass(a, b) for a in ends for b in ends if a is not b)
    assert {"has_left", "unread"} <= set(Way.__annotations__)
