from collections import Counter

import pytest

from mockforge.load.drive import Drive, Manner
from mockforge.load.outcome import Outcome, Setting
from mockforge.load.prepared import Expected, Load, Prepared
from mockforge.load.schedule import Pacing, Schedule
from mockforge.load.screen import lines
from mockforge.load.tally import Trouble
from tests.load.servers import NOWHERE

ASKED = Prepared(b"", False, Expected({200}, {b"x"}), 7, "GET /a")
SETTING = Setting("shop.db", "http://127.0.0.1:1", own_replay=True, seed=None, load=0.1)


def run(pacing=None, *, verify=False):
    manner = Manner(pacing or Pacing(), verify=verify)
    drive = Drive([ASKED], NOWHERE, manner)
    drive._schedule = Schedule(manner.pacing, 100.0)
    drive._last_sent = drive._last_answer = 102.0
    return Outcome(SETTING, manner, Load((ASKED,), Counter()), drive)


def shown(outcome):
    return "\n".join(lines(outcome))


def answered(outcome, *answers):
    for status, body in answers:
        outcome.drive.schedule.take(105.0, 105.0)
        outcome.drive.tally.answer(ASKED, status, body, seconds=0.0015)
    return outcome


def test_every_figure_is_shown():
    text = shown(answered(run(), (200, None), (200, None)))

    assert "2 answered, 0 failed in 2.00 s" in text
    assert "1.0/s" in text
    assert text.count("1.500") == 8
    assert "2 of 200" in text
    assert "every status as recorded; bodies not compared" in text
    assert "closed loop" in text


def test_what_differs_is_shown():
    outcome = answered(run(verify=True), (200, b"y"), (404, b"y"), (200, b"x"))
    outcome.drive.tally.errors[Trouble.TIMEOUT] = 3

    text = shown(outcome)

    assert "1 with a status that was not recorded, 1 of 3 bodies differ" in text
    assert "exchange 7: GET /a: answered 200 with another body" in text
    assert "3 of time-out" in text


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda drive: setattr(drive, "unsent", 5), "5 were due and never sent"),
        (lambda drive: setattr(drive, "in_flight", 2), "in flight when it was"),
        (lambda drive: setattr(drive.client, "cpu", 9.9), "all of its core"),
        (lambda drive: drive.client.lag.add(1.0), "woke up late, as on a busy"),
    ],
)
def test_what_makes_the_figures_mean_something_else_is_said(change, said):
    outcome = answered(run(Pacing(0.5)), (200, None))
    outcome.drive.client.elapsed, outcome.drive.client.requests = 10.0, 1
    assert said not in shown(outcome)

    change(outcome.drive)

    assert said in shown(outcome)
    assert "open loop" in shown(outcome)


def test_a_number_that_was_not_reached_is_said():
    outcome = answered(run(Pacing(requests=10)), (200, None))

    assert "the time was up after 1 of 10 requests" in shown(outcome)


def test_a_run_without_an_answer_says_so():
    text = shown(run())

    assert "nothing was measured" in text
    assert "p50" not in text
