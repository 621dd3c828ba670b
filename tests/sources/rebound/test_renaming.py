"""Renaming: what got another name is found by it, with all that was written before."""

import json

import pytest

from mockforge.sources.rebound.effects import Effects
from mockforge.sources.rebound.journal import Journal
from mockforge.sources.rebound.renaming import renaming
from tests.sources.rebound import sides
from tests.sources.rebound.documents import WORDS
from tests.sources.rebound.servers import body_of

MISSING = {"error": "no such thing"}


def things_server(field):
    """Serve things by name; a PATCH gives one another name."""
    things: dict = {}

    def answer(asked):
        _, _, name, *_ = asked.path.split("/")
        if asked.method == "PUT":
            things[name] = body_of(asked)["text"]
            return sides.response(201, {"made": True})
        if name not in things:
            return sides.response(404, MISSING)
        if asked.method == "PATCH":
            new = body_of(asked)[field]
            things[new] = things.pop(name)
            return sides.response(200, {"made": False})
        return sides.response(200, {"text": things[name]})

    return answer


def journey(field):
    """Return a journey that makes things and gives some of them other names."""

    def steps(call, rng):
        names = [f"{word}-{rng.randint(10, 99)}" for word in rng.sample(WORDS, 4)]
        for name in names:
            sent = {"text": " ".join(rng.sample(WORDS, 3))}
            yield "status", call("PUT", f"/things/{name}", sent).status
            yield seen(call, name)
        for name in rng.sample(names, 3):
            for _ in range(rng.randint(1, 2)):
                new = f"{rng.choice(WORDS)}-{rng.randint(1000, 9999)}"
                sent = {field: new}
                yield "status", call("PATCH", f"/things/{name}", sent).status
                yield "old", call("GET", f"/things/{name}").status
                yield seen(call, new)
                name = new

    return steps


def seen(call, name):
    return "text", json.loads(call("GET", f"/things/{name}").body).get("text")


@pytest.mark.parametrize("field", ["name", "to"])
def test_what_was_renamed_is_found_with_what_was_written(field):
    tally = sides.compare(lambda: things_server(field), journey(field), range(1, 4))

    texts = [each for each in tally.differences if each[2][0] == "text"]
    assert not texts, sides.shown(tally)


def test_nothing_is_learned_of_nothing():
    assert renaming(Journal(Effects())) == {}
