"""Reviving: what was put away is still told of, is in no list, and can be brought back.

Which word brings it back is drawn: one that English has for it, and one that says
nothing.
"""

import hashlib
import json

import pytest

from tests.sources.rebound import sides
from tests.sources.rebound.documents import WORDS
from tests.sources.rebound.servers import body_of


def bin_server(states):  # noqa: C901 - one small server
    """Serve notes that are put away and brought back; marks are in them."""
    notes: dict = {}

    def made(sent):
        number = hashlib.sha1(f"{len(notes)} {sent}".encode()).hexdigest()[:16]
        notes[number] = {"id": number, **sent, "state": states[0], "marks": []}
        return sides.response(201, notes[number])

    def acted(verb, sent):
        if verb == "create":
            return made(sent)
        note = notes.get(sent["id"])
        if note is None:
            return sides.response(404, {"error": "no such note"})
        if verb == "mark":
            note["marks"].append({"word": sent["word"]})
        else:
            note["state"] = states[verb == "delete"]
        return sides.response(200, {})

    def answer(asked):
        _, _, *rest = asked.path.split("/")
        if asked.method == "POST":
            return acted(rest[0], body_of(asked))
        if rest:
            found = notes.get(rest[0])
            missing = {"error": "no such note"}
            return sides.response(200 if found else 404, found or missing)
        shown = [each for each in notes.values() if each["state"] == states[0]]
        return sides.response(200, {"notes": shown})

    return answer


def notes(back):
    """Return a journey that puts notes away and brings some back."""

    def journey(call, rng):
        yield "status", call("GET", f"/notes/{rng.randbytes(5).hex()}").status
        numbers = []
        for word in rng.sample(WORDS, rng.randint(3, 5)):
            sent = {"title": f"{word} {rng.randint(100, 999)}"}
            told = json.loads(call("POST", "/notes/create", sent).body)
            numbers.append(told["id"])
            for mark in rng.sample(WORDS, 2):
                sent = {"id": told["id"], "word": f"{mark}-{rng.randint(1000, 9999)}"}
                yield "status", call("POST", "/notes/mark", sent).status
            yield seen(call, told["id"])
        for number in rng.sample(numbers, 2):
            for verb in ("delete", back):
                sent = {"id": number}
                yield "status", call("POST", f"/notes/{verb}", sent).status
                yield "status", call("GET", f"/notes/{number}").status
                yield seen(call, number)
                listed = json.loads(call("GET", "/notes").body)["notes"]
                yield "listed", [each["title"] for each in listed]

    return journey


def seen(call, number):
    """Return what is told of a note, but for what is minted."""
    told = json.loads(call("GET", f"/notes/{number}").body)
    return "note", told.get("title"), told.get("state"), told.get("marks")


@pytest.mark.parametrize("back", ["restore", "again"])
@pytest.mark.parametrize("states", [("active", "deleted"), ("live", "bin")])
def test_what_was_put_away_is_told_of_and_can_be_brought_back(back, states):
    tally = sides.compare(lambda: bin_server(states), notes(back), range(1, 5))

    assert tally.statuses == 1.0, sides.shown(tally)
    assert tally.values >= 0.95, sides.shown(tally)
