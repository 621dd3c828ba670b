"""Restoring: what is kept of a thing can be brought back, and is told of again.

What keeps it and what brings it back are words that say nothing; the thing may have
got another name in between.
"""

import json

import pytest

from mockforge.sources.rebound.effects import Effects
from mockforge.sources.rebound.journal import Journal
from mockforge.sources.rebound.restoring import restoring
from tests.sources.rebound import sides
from tests.sources.rebound.documents import WORDS
from tests.sources.rebound.servers import body_of

MISSING = {"error": "no such page"}


def pages_server(keep):  # noqa: C901 - one small server
    """Serve pages by name; what is kept of one is numbered and goes with it."""
    pages: dict = {}

    def kept(name, rest):
        page = pages[name]
        if rest:
            page["text"] = page["kept"][rest[0]]
            return sides.response(204)
        number = f"mark-{len(page['kept']) + 1}"
        page["kept"][number] = page["text"]
        return sides.response(201, {keep: number})

    def written(name, sent):
        page = pages.setdefault(name, {"kept": {}})
        page["text"] = sent["text"]
        return sides.response(201, {"name": name})

    def moved(name, sent):
        pages[sent["name"]] = pages.pop(name)
        return sides.response(200, {"name": sent["name"]})

    def answer(asked):
        _, _, name, *rest = asked.path.split("/")
        if asked.method == "PUT":
            return written(name, body_of(asked))
        if name not in pages:
            return sides.response(404, MISSING)
        if rest:
            return kept(name, rest[1:])
        if asked.method == "PATCH":
            return moved(name, body_of(asked))
        told = {"name": name, "text": pages[name]["text"], "by": "somebody"}
        return sides.response(200, told)

    return answer


def journey(keep, *, moves):
    """Return a journey that writes pages, keeps some, and brings them back."""

    def steps(call, rng):
        names = [f"{word}-{rng.randint(10, 99)}" for word in rng.sample(WORDS, 5)]
        for name in names:
            yield "status", write(call, rng, name)
            yield text_of(call, name)
        for name in names[1::2]:
            if moves:
                new = f"{rng.choice(WORDS)}-{rng.randint(1000, 9999)}"
                sent = {"name": new}
                yield "status", call("PATCH", f"/pages/{name}", sent).status
                yield "old", call("GET", f"/pages/{name}").status
                yield text_of(call, new)
                name = new
            told = json.loads(call("POST", f"/pages/{name}/{keep}").body)
            number = told[keep]
            for _ in range(rng.randint(1, 3)):
                yield "status", write(call, rng, name)
            yield text_of(call, name)
            back = call("POST", f"/pages/{name}/{keep}/{number}")
            yield "status", back.status
            yield text_of(call, name)
            yield "status", write(call, rng, name)
            yield text_of(call, name)
        for name in names[::2]:
            yield text_of(call, name)

    return steps


def write(call, rng, name):
    sent = {"text": " ".join(rng.sample(WORDS, 3))}
    return call("PUT", f"/pages/{name}", sent).status


def text_of(call, name):
    return "text", json.loads(call("GET", f"/pages/{name}").body).get("text")


@pytest.mark.parametrize("keep", ["marks", "checkpoint"])
@pytest.mark.parametrize("moves", [False, True])
def test_what_was_brought_back_is_told_of_again(keep, moves):
    tally = sides.compare(
        lambda: pages_server(keep), journey(keep, moves=moves), range(1, 4)
    )

    wrong = [each for each in tally.differences if each[2][0] != "old"]
    assert not wrong, sides.shown(tally)


def test_nothing_is_learned_of_nothing():
    assert restoring(Journal(Effects())) == ()
