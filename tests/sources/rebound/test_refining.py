"""Refining: writings of a whole list take out what they lack; of a part, they do not.

Which of two paths takes the whole is drawn, and nothing in their names tells it.
"""

import json

import pytest

from tests.sources.rebound import sides
from tests.sources.rebound.documents import WORDS
from tests.sources.rebound.servers import body_of


def shelf_server(replaces, inner):
    """Serve shelves with things by their names; writes at *replaces* are whole."""
    shelves: dict = {}

    def answer(asked):
        _, _, name, *rest = asked.path.split("/")
        if asked.method == "GET":
            found = shelves.get(name)
            if found is None:
                return sides.response(404, {"error": "no such shelf"})
            return sides.response(200, {"name": name, inner: found})
        sent = body_of(asked)[inner]
        new = {} if rest == replaces else shelves.get(name, {})
        shelves[name] = {**new, **sent}
        return sides.response(200, {"ok": "stored"})

    return answer


def shelves(inner, other):
    """Return a journey that fills shelves, and writes some of what is there again."""

    def journey(call, rng):
        words = rng.sample(WORDS, 6)
        for word in words[:2]:
            shelf = f"/shelves/{word}-{rng.randint(10, 99)}"
            yield "status", call("GET", shelf).status
            keys = [f"{rng.randint(1, 9)}.{n}.{rng.randint(0, 9)}" for n in range(4)]
            for key in keys:
                yield "status", call("PUT", shelf, {inner: {key: made(rng)}}).status
                yield "things", json.loads(call("GET", shelf).body)
            for count in (3, 2):
                left = {key: made(rng) for key in rng.sample(keys, count)}
                yield "status", call("PUT", f"{shelf}/{other}", {inner: left}).status
                yield "things", json.loads(call("GET", shelf).body)

    return journey


def made(rng):
    """Return a thing."""
    return {"label": f"{rng.choice(WORDS)} {rng.randint(100, 999)}", "size": "large"}


@pytest.mark.parametrize("inner", ["parts"])
@pytest.mark.parametrize("replaces", [["contents"], ["none"]])
def test_what_a_writing_of_the_whole_lacks_is_gone(replaces, inner):
    journey = shelves(inner, "contents")

    tally = sides.compare(lambda: shelf_server(replaces, inner), journey, range(1, 3))

    assert tally.statuses == 1.0, sides.shown(tally)
    assert tally.values == 1.0, sides.shown(tally)
