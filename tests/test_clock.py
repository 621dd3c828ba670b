import pytest

from mockforge.clock import SystemClock, VirtualClock


def test_a_virtual_clock_stands_still_until_it_is_moved():
    clock = VirtualClock(100.0)

    assert (clock.now(), clock.now(), clock.monotonic()) == (100.0, 100.0, 0.0)

    clock.advance(2.5)

    assert (clock.now(), clock.monotonic()) == (102.5, 2.5)


def test_a_clock_is_not_turned_back():
    clock = VirtualClock(100.0)

    with pytest.raises(ValueError, match="-1"):
        clock.advance(-1)

    assert clock.now() == 100.0


def test_the_systems_clock_never_goes_back():
    clock = SystemClock()
    readings = [clock.monotonic() for _ in range(100)]

    assert readings == sorted(readings)
    assert clock.now() > 1_700_000_000
