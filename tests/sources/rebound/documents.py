"""A server of documents that writes are merged into, and what a client does there."""

import hashlib
import json

from tests.sources.rebound.servers import body_of
from tests.sources.rebound.sides import response

WORDS = ["red", "blue", "west", "night", "paper", "stone", "river", "cloud", "seven"]


def document_server():  # noqa: C901 - one small server
    """Boxes with parts and marks, both by their names, and times by those of parts."""
    boxes: dict = {}
    clock = [1_700_000_000]

    def shown(asked, document):
        text = json.dumps(document, sort_keys=True).encode()
        tag = f'"{hashlib.sha1(text).hexdigest()}"'
        if asked.header("If-None-Match") == tag:
            return response(304, ETag=tag)
        return response(200, document, ETag=tag)

    def merged(name, sent):
        clock[0] += 7
        new = {"name": name, "parts": {}, "marks": {}, "times": {"made": clock[0]}}
        box = boxes.setdefault(name, new)
        for part, fields in sent.get("parts", {}).items():
            box["parts"].setdefault(part, {"kept": True}).update(fields)
            box["times"].setdefault(part, clock[0])
        box["marks"].update(sent.get("marks", {}))
        box["times"]["last"] = clock[0]

    def answer(asked):
        _, _, name, *rest = asked.path.split("/")
        if asked.method == "PUT":
            if not rest:
                merged(name, body_of(asked))
                return response(201, {"ok": "stored"})
            if name in boxes:
                merged(name, {"marks": {rest[1]: body_of(asked)["part"]}})
                return response(201, {"ok": "marked"})
        if name not in boxes:
            return response(404, {"error": "no such box"})
        return shown(asked, boxes[name]["marks"] if rest else boxes[name])

    return answer


def documents(call, rng):
    """Yield what a client sees that fills boxes."""
    words = rng.sample(WORDS, 6)
    for name in words[:2]:
        box = f"/boxes/{name}-{rng.randint(10, 99)}"
        yield "status", call("GET", box).status
        parts = [f"{rng.randint(1, 9)}.{n}.{rng.randint(0, 9)}" for n in range(3)]
        for part in parts:
            sent = {"label": rng.choice(WORDS) + part, "size": rng.randint(100, 999)}
            mark = rng.choice(words[2:4])
            sent = {"parts": {part: sent}, "marks": {mark: part}}
            yield "status", call("PUT", box, sent).status
            yield from seen(call, box)
        note = {"parts": {rng.choice(parts): {"note": "not " + rng.choice(words)}}}
        yield "status", call("PUT", box, note).status
        yield from seen(call, box)
        mark = f"{box}/marks/{words[4]}"
        yield "status", call("PUT", mark, {"part": rng.choice(parts)}).status
        yield from seen(call, box)


def seen(call, box):
    """Yield what is read of *box*, and whether it is told that nothing changed."""
    first = call("GET", box)
    found = json.loads(first.body)
    yield "parts", found["name"], found["parts"]
    yield "marks", found["marks"]
    yield "times", sorted(found["times"])
    again = call("GET", box, If_None_Match=first.header("ETag"))
    yield "status", again.status
    yield "marks", json.loads(call("GET", f"{box}/marks").body)
