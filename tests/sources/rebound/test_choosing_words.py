"""Choosing by words: what a server took once is not refused as another word was."""

from mockforge.sources.rebound.choosing import Choice
from mockforge.sources.rebound.effects import Effects
from mockforge.sources.rebound.journal import Journal
from tests.sources.rebound.sides import request, response

WORD = ("spoken", "query", "state")
LIMIT = ("has", "query", "limit")


def test_a_known_word_is_not_refused_however_alike_the_refused_request_was():
    journal = Journal(Effects())
    for status in (400, 200):
        moment = journal.ask(request("GET", "/x"), "GET /x", {}, 1)
        journal.tell(moment, response(status, {"a": 1}))
    refused, taken = journal.moments
    features = {
        0: {WORD: "no", LIMIT: "yes", ("turn",): "1"},
        1: {WORD: "yes", LIMIT: "no", ("turn",): "0"},
    }
    choice = Choice(lambda moment: features[moment.number], [refused, taken])
    live = {LIMIT: "yes", ("turn",): "1"}

    assert choice.best({**live, WORD: "yes"}, 0).moment is taken
    assert choice.best({**live, WORD: "no"}, 0).moment is refused
