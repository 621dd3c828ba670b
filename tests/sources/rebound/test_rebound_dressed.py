"""The head of what others made of a recorded answer is bound to the request."""

import json
from random import Random
from uuid import UUID

from mockforge.exchange import Exchange
from mockforge.http import Request, Response
from mockforge.learning.learner import learn
from mockforge.sources.inventing import Invented
from mockforge.sources.rebound import Rebound

TYPE = (b"Content-Type", b"application/json")


def put(name, number):
    path = f"/boxes/{name}"
    request = Request(
        *("PUT", "http", "api.test", path), (TYPE,), json.dumps({"size": 3}).encode()
    )
    head = ((b"Location", path.encode()), (b"Server", b"one"), TYPE)
    return Exchange(
        request, Response(201, head, b"{}"), id=number, started=float(number)
    )


RECORDED = [put(name, number) for number, name in enumerate(["red-1", "blue-2"], 1)]


def dressed(response, ids):
    rebound = Rebound(learn(RECORDED))
    asked = put("green-3", 9).request
    return rebound.dressed(asked, Invented(response, None, ids), "one", 10.0)


def test_what_is_as_recorded_is_bound_and_nothing_else():
    recorded = RECORDED[0].response
    other = Response(201, ((b"Location", b"/boxes/own"), (b"Server", b"one")), b"[1]")

    made = dressed(recorded, (1,))

    assert made.header("Location") == "/boxes/green-3"
    assert (made.header("Server"), made.body) == ("one", b"{}")
    assert dressed(other, (1,)) == other


def test_an_answer_of_no_known_exchange_stays_as_it_is():
    recorded = RECORDED[0].response

    assert dressed(recorded, ()) == recorded
    assert dressed(recorded, (77,)) == recorded


def begun(number):
    rng = Random(number)
    token = str(UUID(int=rng.getrandbits(128), version=4))
    state = rng.randbytes(20).hex()
    head = (
        (b"Location", f"/uploads/{token}?state={state}".encode()),
        (b"Upload-Id", token.encode()),
    )
    request = Request("POST", "http", "api.test", "/uploads", (), b"")
    return Exchange(request, Response(202, head), id=number, started=float(number))


def test_a_name_that_others_made_stands_in_the_whole_head():
    recorded = [begun(1), begun(2)]
    rebound = Rebound(learn(recorded))
    old, asked = recorded[0].response, recorded[0].request
    places = []
    for token in (str(UUID(int=5, version=4)), str(UUID(int=6, version=4))):
        head = (old.headers[0], (b"Upload-Id", token.encode()))
        made = rebound.dressed(asked, Invented(Response(202, head), None, (1,)), "s", 9)
        rebound.note(asked, made, "s", 9)
        assert made.header("Upload-Id") == token
        assert str(made.header("Location")).startswith(f"/uploads/{token}?state=")
        places.append(str(made.header("Location")).partition("=")[2])

    assert len({*places, str(old.header("Location")).partition("=")[2]}) == 3
