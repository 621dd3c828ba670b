"""Bringing: which endpoints bring something new."""

import pytest

from mockforge.sources.rebound.bringing import learned_effects
from mockforge.sources.rebound.effects import Effects
from mockforge.sources.rebound.journal import Journal
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
