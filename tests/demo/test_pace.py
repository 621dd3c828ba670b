from mockforge.clock import VirtualClock
from mockforge.demo.pace import EPOCH, CountedPace, RealPace


class Sleeper:
    """Sleeps by moving a clock, and remembers for how long."""

    def __init__(self, clock=None):
        self.clock = clock
        self.slept = []

    async def __call__(self, seconds):
        self.slept.append(seconds)
        if self.clock:
            self.clock.advance(seconds)


def test_counted_time_moves_one_second_a_request():
    pace = CountedPace()

    pace.request()
    pace.request()

    assert pace.clock.now() == EPOCH + 2.0


async def test_waiting_for_a_moment_in_counted_time_moves_the_clock_there():
    sleeper = Sleeper()
    pace = CountedPace(sleep=sleeper, wait=0.05)

    await pace.until(EPOCH + 3600.0)

    assert (pace.clock.now(), sleeper.slept) == (EPOCH + 3600.0, [0.05])


async def test_a_moment_that_has_passed_is_not_waited_for():
    sleeper = Sleeper()
    pace = CountedPace(sleep=sleeper)

    await pace.until(EPOCH - 1.0)

    assert (pace.clock.now(), sleeper.slept) == (EPOCH, [])


async def test_real_time_is_slept_through():
    clock = VirtualClock(100.0)
    sleeper = Sleeper(clock)
    pace = RealPace(clock, sleeper)

    pace.request()
    await pace.until(107.5)

    assert (clock.now(), sleeper.slept) == (107.5, [7.5])
