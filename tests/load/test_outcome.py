from collections import Counter

import pytest

from mockforge.load.drive import Drive, Manner
from mockforge.load.outcome import FAILED, NOTHING, Outcome, Setting
from mockforge.load.prepared import Expected, Load, Prepared
from mockforge.load.schedule import Pacing, Schedule
from mockforge.load.tally import Trouble
from tests.load.servers import NOWHERE

ASKED = Prepared(b"", False, Expected({200}, {b"x"}), 1, "GET /")
SETTING = Setting("shop.db", "http://127.0.0.1:1", own_replay=True, seed=None, load=0.1)


def outcome(*answers, rate=None, verify=False, errors=(), was_stopped=False):
    """Return the outcome of a run with these answers: (status, body's digest)."""
    manner = Manner(Pacing(rate), verify=verify)
    drive = Drive([ASKED], NOWHERE, manner)
    drive._schedule = Schedule(manner.pacing, 100.0)
    for number, (status, body) in enumerate(answers):
        drive.schedule.take(105.0, 105.0)
        drive.tally.answer(ASKED, status, body, seconds=0.001 * (number + 1))
    drive._last_sent = drive._last_answer = 102.0
    drive.tally.errors.update(errors)
    return Outcome(SETTING, manner, Load((ASKED,), Counter()), drive, was_stopped)


@pytest.mark.parametrize(
    ("run", "code"),
    [
        (outcome((200, None)), 0),
        (outcome((200, b"x"), verify=True), 0),
        (outcome((200, b"y"), verify=True), FAILED),
        (outcome((500, None)), FAILED),
        (outcome((200, None), errors=[Trouble.RESET]), FAILED),
        (outcome(errors=[Trouble.REFUSED]), FAILED),
        (outcome(), NOTHING),
        (outcome(was_stopped=True), NOTHING),
        (outcome((200, None), was_stopped=True), 0),
    ],
)
def test_the_exit_code_is_the_verdict(run, code):
    assert run.exit_code == code
    assert run.json()["exit_code"] == code


def test_rates_are_of_what_was_measured():
    run = outcome(*[(200, None)] * 10)

    assert run.rate == 5.0
    assert run.is_rate_reached


def test_a_rate_that_was_not_reached_is_known():
    slow = outcome(*[(200, None)] * 11, rate=50.0)

    assert slow.sent_rate == 5.0
    assert not slow.is_rate_reached
    assert outcome(*[(200, None)] * 11, rate=5.0).is_rate_reached


def test_nothing_sent_is_no_rate():
    none = outcome(rate=5.0)
    none.drive.unsent = 50

    assert none.sent_rate == 0.0
    assert not none.is_rate_reached


def test_a_client_that_is_too_slow_is_known():
    run = outcome((200, None))
    assert not run.is_client_full
    assert not run.is_client_late

    run.drive.client.cpu, run.drive.client.elapsed = 0.95, 1.0
    assert run.is_client_full

    run.drive.client.lag.add(0.01)
    assert run.is_client_late
    assert run.json()["client"]["woke_late"]


def test_everything_is_in_the_json():
    told = outcome((200, b"x"), (404, b"x"), verify=True).json()

    assert told["latency_ms"].keys() == {
        *["p50", "p75", "p90", "p95", "p99", "p99.9", "max", "mean"]
    }
    assert told["latency_ms"]["max"] == 2.0
    assert told["statuses"] == {"200": 1, "404": 1}
    assert told["answers"]["examples"] == {"1": "GET /: answered 404, recorded 200"}
    assert told["loop"] == "closed"
    assert told["versions"]["mockforge"]
