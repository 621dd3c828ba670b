import asyncio

import pytest

from mockforge.load.alarm import COARSE, AwakeAlarm, KernelAlarm, alarm


class Bell:
    """Counts how often it is rung."""

    def __init__(self):
        self.rung = 0
        self.heard = asyncio.Event()

    def ring(self):
        self.rung += 1
        self.heard.set()


def waking(bell):
    return AwakeAlarm(asyncio.get_running_loop(), bell.ring)


@pytest.mark.parametrize("make", [waking, lambda bell: alarm(bell.ring)])
@pytest.mark.parametrize("seconds", [-1.0, 0.0, 0.0002, COARSE * 2])
async def test_it_rings_once_for_each_time_it_is_set(make, seconds):
    bell = Bell()
    timer = make(bell)

    for times in (1, 2):
        timer.set(seconds)
        await bell.heard.wait()
        bell.heard.clear()
        assert bell.rung == times
    timer.close()


@pytest.mark.parametrize("make", [waking, lambda bell: alarm(bell.ring)])
async def test_set_anew_the_time_before_does_not_count(make):
    bell = Bell()
    timer = make(bell)

    timer.set(3600)
    timer.set(0.0001)
    await bell.heard.wait()

    assert bell.rung == 1
    timer.close()


@pytest.mark.parametrize("make", [waking, lambda bell: alarm(bell.ring)])
async def test_closed_it_never_rings(make):
    bell = Bell()
    timer = make(bell)

    timer.set(0)
    timer.close()
    timer.close()
    await asyncio.sleep(0.01)

    assert bell.rung == 0


async def test_a_ring_that_was_overtaken_is_not_heard():
    bell = Bell()
    timer = alarm(bell.ring)
    if isinstance(timer, KernelAlarm):
        timer._ring()
        assert bell.rung == 0
    timer.close()
