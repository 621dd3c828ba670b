"""Bringing: which endpoints bring something new."""

import pytest

from mockforge.sources.rebound.bringing import learned_effects
from mockforge.sources.rebound.effects import Effects
from mockforge.sources.rebound.journal import Journal
from mockforge.sources.rebound.rebound import Rebound
from tests.sources.rebound import sides
from tests.sources.rebound.sides import request, response


@pytest.mark.parametrize(
    ("status", "effect"), [(201, "write"), (204, "write"), (200, "read")]
)
def test_a_status_tells_whether_a_post_did_something(status, effect):
    journal = Journal(Effects())
    for _ in range(2):
        moment = journal.ask(request("POST", "/x", {"a": 1}), "POST /x", {}, 1)
        journal.tell(moment, response(status, None))

    assert learned_effects(journal).of("POST /x") == effect


def test_an_attempt_that_failed_takes_nothing_from_the_next():
    journal = Journal(Effects())
    for status in (503, 200):
        moment = journal.ask(request("POST", "/x", {"a": "words"}), "POST /x", {}, 1)
        journal.tell(moment, response(status, None))
    moment = journal.ask(request("GET", "/y"), "GET /y", {}, 1)
    journal.tell(moment, response(200, {"told": "words"}))

    assert learned_effects(journal).of("POST /x") == "write"


def test_what_alone_stands_between_two_readings_that_differ_changes_something():
    closed: set[str] = set()

    def server(asked):
        _, _, name, *rest = asked.path.split("/")
        if rest:
            (closed.add if rest[0] == "tip" else bool)(name)
            return sides.response(200, {})
        return sides.response(200, {"is_open": name not in closed})

    def journey(call, rng):
        for name in ("first-box", "other-box"):
            for verb in ("tap", "tip"):
                yield call("GET", f"/boxes/{name}")
                yield call("POST", f"/boxes/{name}/{verb}", {"box": name})
                yield call("GET", f"/boxes/{name}")

    learned = sides.Learned(sides.record(server, journey))
    effects = Rebound(learned)._learned().effects
    found = {each.endpoint: effects.of(each.endpoint) for each in learned.samples}
    assert {key.split(" ")[0] + key[-4:]: each for key, each in found.items()} == {
        "GETbox}": "read",
        "POST/tap": "read",
        "POST/tip": "write",
    }
