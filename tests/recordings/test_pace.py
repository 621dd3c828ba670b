import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mockforge.recordings import pace as module
from mockforge.recordings.pace import BUSY, IDLE, LONGEST, SHARE, Machine, Pace


class Told:
    """A meter that says what it was told."""

    def __init__(self):
        self.used = [10.0, 100.0, 1000.0]

    def own(self):
        return self.used[0]

    def whole(self):
        return self.used[1]

    def passed(self):
        return self.used[2]

    def add(self, own=0.0, others=0.0, nothing=0.0):
        self.used[0] += own
        self.used[1] += own + others
        self.used[2] += own + others + nothing


class Hurry(threading.Event):
    """An event that counts the waits for it, and lets *then* happen in each."""

    def __init__(self, then=lambda seconds: None):
        super().__init__()
        self.waits = []
        self.then = then

    def wait(self, timeout=None):
        self.waits.append(timeout)
        self.then(timeout)
        return self.is_set()


def test_while_the_process_is_busy_it_takes_a_small_share():
    meter = Told()
    hurry = Hurry(lambda seconds: meter.add(others=seconds))
    pace = Pace(hurry, meter=meter)
    pace.begin()

    for _ in range(50):
        meter.add(own=0.002)
        pace.rest()

    others = sum(hurry.waits)
    assert SHARE * others + 1e-9 >= 0.1
    # Nor does it wait for longer than that takes, one look more or less each time.
    assert others <= 0.1 / SHARE + 50 * LONGEST


def test_what_nobody_needs_it_may_take():
    meter = Told()
    hurry = Hurry(lambda seconds: meter.add(nothing=seconds))
    pace = Pace(hurry, meter=meter)
    pace.begin()

    for _ in range(50):
        meter.add(own=0.002)
        pace.rest()

    assert sum(hurry.waits) <= 3 * 0.1 / IDLE


def test_what_others_on_the_machine_need_it_may_not_take():
    """The process works as much as it can, and has its turn every other time."""
    meter = Told()
    hurry = Hurry(lambda seconds: meter.add(others=seconds / 2, nothing=seconds / 2))
    pace = Pace(hurry, meter=meter)
    pace.begin()

    for _ in range(50):
        meter.add(own=0.002)
        pace.rest()

    assert SHARE * sum(hurry.waits) / 2 + 1e-9 >= 0.1


@pytest.mark.parametrize("event", ["hurry", "wanted"])
def test_nobody_waits_for_it_to_rest(event):
    meter, hurry, wanted = Told(), Hurry(), threading.Event()
    pace = Pace(hurry, wanted, meter=meter)
    pace.begin()
    {"hurry": hurry, "wanted": wanted}[event].set()

    meter.add(own=5.0)
    pace.rest()

    assert hurry.waits == [module.REST]


def test_it_goes_on_as_soon_as_it_is_wanted():
    meter, wanted = Told(), threading.Event()
    looks = iter(range(3))
    hurry = Hurry(lambda seconds: None if next(looks) < 2 else wanted.set())
    pace = Pace(hurry, wanted, meter=meter)
    pace.begin()

    meter.add(own=5.0)
    pace.rest()

    assert hurry.waits == [module.REST, LONGEST, LONGEST]


@given(
    st.lists(
        st.tuples(*[st.floats(0, 10)] * 3),
        max_size=20,
    )
)
def test_what_it_owes_is_what_it_used_less_what_it_may_use(used):
    meter = Told()
    pace = Pace(threading.Event(), meter=meter)
    pace.begin()
    for own, others, nothing in used:
        meter.add(own, others, nothing)

    own, others, nothing = map(sum, zip(*used, strict=True)) if used else (0, 0, 0)
    nobody = max(0.0, nothing - (BUSY - 1.0) * (own + others))
    assert pace.owed() == pytest.approx(own - SHARE * others - IDLE * nobody)


def test_the_machine_tells_what_is_used():
    machine = Machine()
    before = machine.own(), machine.whole(), machine.passed()
    sum(range(1000))
    after = machine.own(), machine.whole(), machine.passed()
    assert all(one <= other for one, other in zip(before, after, strict=True))
