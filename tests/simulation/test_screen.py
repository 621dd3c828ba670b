from mockforge.load.tally import Trouble
from mockforge.simulation.screen import lines
from tests.simulation.test_outcome import outcome


def test_a_run_of_nothing_is_told():
    told = "\n".join(lines(outcome()))

    assert "0 in 0.00 s" in told
    assert "nothing was asked" in told


def test_what_went_wrong_is_told_with_what_to_do():
    found = outcome()
    simulation = found.simulation
    simulation.seconds, simulation.was_stopped = 2.0, True
    tally = simulation.tally
    counted = tally.of("GET /me")
    counted.latency.add(0.012)
    counted.statuses[401] += 1
    counted.errors[Trouble.TIMEOUT] += 1
    counted.differing = tally.renewed = tally.wanting = 1
    tally.steps = 2
    tally.example(7, "GET /me: answered 401, recorded 200")
    tally.miss("GET /me", "header.authorization")

    told = "\n".join(lines(found))

    assert "2 in 2.00 s, 0 answered, stopped early" in told
    assert "1 of 2 (50.0%) not as recorded" in told
    assert "exchange 7: GET /me: answered 401, recorded 200" in told
    assert "1 could not be bound" in told
    assert "sent again 1 with other values" in told
    assert "--header" in told
    assert told.splitlines()[-1].split() == [
        *("GET", "/me", "2", "401:", "1,", "time-out:", "1"),
        *("12.0", "12.0", "1"),
    ]
