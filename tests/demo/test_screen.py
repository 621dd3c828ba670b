from dataclasses import replace

import pytest

from mockforge.demo.comparison import Deviation
from mockforge.demo.outcome import Learnt, Outcome, Replayed, Seen
from mockforge.demo.screen import render

UUID = "4990bb72-3ec7-406d-8e5c-7921829282ce"
SEEN = Seen(
    exchanges=41,
    size=31_234,
    endpoints={
        "/api/products": {"GET": {"200": 4}},
        "/api/cart": {"GET": {"401": 1, "200": 1}, "POST": {"503": 2, "201": 3}},
        f"/api/orders/{UUID}/events": {"GET": {"200": 1}},
    },
    websockets=1,
    messages=5,
    streams=1,
    failures=2,
)
OUTCOME = Outcome(
    seed=431203,
    seconds=3.14159,
    proxy="http://127.0.0.1:41233",
    upstream="http://127.0.0.1:41234",
    recording="/tmp/my dir/shop.db",
    kept=False,
    seen=SEEN,
    replayed=Replayed(41, 41, (), (), "this version records them only"),
    redacted={"authorization": 24, "password": 4},
    secrets=9,
    leaked=0,
)


def text(outcome):
    return "\n".join(render(outcome))


def test_the_screen_tells_what_was_recorded_and_how_it_was_replayed():
    assert text(OUTCOME).splitlines()[:13] == [
        "mockforge demo: a small shop was recorded, stopped and replayed"
        "  (seed 431203, 3.1 s)",
        "",
        "recorded  41 exchanges, 31.2 kB, by an ordinary client through"
        " http://127.0.0.1:41233",
        "          1 WebSocket with 5 messages, 1 event stream,"
        " 2 failures that the client retried",
        f"  {'/api/products':<55}  GET 200x4",
        f"  {'/api/cart':<55}  GET 200 401, POST 201x3 503x2",
        f"  /api/orders/{UUID}/events  GET 200",
        "",
        "replayed  the shop was stopped; the same client called the same address again",
        "          41 of 41 answers are the recorded ones, byte for byte; 0 misses",
        "          the WebSocket was not: this version records them only",
        "redacted  28 values got a stand-in before they reached the disk",
        "          (authorization 24, password 4)",
    ]


def test_what_went_wrong_stands_out():
    replayed = Replayed(
        41,
        30,
        tuple(Deviation(n, "GET /a", "why") for n in range(9)),
        ("no recording",),
        None,
        broken="it stopped",
    )
    shown = text(replace(OUTCOME, replayed=replayed, leaked=2, broken="cut"))

    assert "30 of 41 answers" in shown
    assert "1 miss\n" in shown
    assert shown.count("NOT EQUAL: ") == 5
    assert "and 4 more" in shown
    assert shown.count("NOT COMPLETE: ") == 2
    assert "2 ARE in the recording" in shown


def test_a_kept_recording_is_named_as_a_shell_takes_it():
    shown = text(replace(OUTCOME, kept=True))

    assert "kept      /tmp/my dir/shop.db" in shown
    assert "mockforge replay '/tmp/my dir/shop.db' --port 8080" in shown


@pytest.mark.parametrize("paths", [1, 18, 19, 100])
def test_it_is_one_screen_however_much_there_is(paths):
    endpoints = {
        f"/api/{n}/{'x' * n}": {
            "GET": {"200": 1},
            "POST": {str(s): 9 for s in range(n)},
        }
        for n in range(paths)
    }
    replayed = replace(
        OUTCOME.replayed,
        deviations=tuple(Deviation(n, "GET /a", "y" * 200) for n in range(9)),
        broken="it stopped",
    )
    lines = render(
        replace(
            OUTCOME,
            seen=replace(SEEN, endpoints=endpoints),
            replayed=replayed,
            kept=True,
        )
    )

    assert len(lines) <= 40
    assert max(map(len, lines)) <= 100


def test_it_is_plain_ascii():
    """A terminal that knows no more must not end the program."""
    assert text(OUTCOME).isascii()


def test_the_screen_tells_what_was_learned():
    learned = replace(OUTCOME, learned=Learnt(21, ("cart", "orders"), 120))

    assert (
        "learned   21 endpoints; it keeps cart, orders;"
        " of 120 values where they come from" in text(learned)
    )
    assert "learned" not in text(OUTCOME)
