"""`mockforge why` as a user runs it, and the accounts that it tells."""

import json
import urllib.request

import click
import pytest

from mockforge.cli.why import fields, headline, id_in, rows
from tests.turned import turned
from tests.worlds import API, exchange

BLEND = {
    "id": "a7",
    "source": "blend",
    "tier": None,
    "recording": "shop",
    "exchanges": [12, 13],
    "bindings": ["total: counted from items"],
    "drifted": ["status", "items[0].quantity"],
    "score": None,
    "seed": 3,
    "ratio": 0.85,
    "ratio_origin": "route '/orders/*'",
    "weights": {"upstream": 0.5, "recorded": 0.5, "synthetic": 0.0},
    "candidates": [
        {"source": "upstream", "status": 200},
        {"source": "recorded", "status": None},
    ],
    "of": ["upstream", "recorded"],
    "fields": {"$.name": ["upstream"], "$.price": ["upstream", "recorded"]},
    "request": {"method": "GET", "url": "https://a.example/orders/1", "session": "s"},
    "status": 200,
    "why": ["nothing made up answers it"],
}


@pytest.mark.parametrize(
    "text",
    [
        "a7",
        " a7 ",
        "id=a7",
        "X-MockForge-Source: recorded; tier=exact; exchange=1; id=a7\r\n",
        "blend; of=upstream+recorded; ratio=0.85; id=a7",
    ],
)
def test_an_id_is_found_in_a_whole_line(text):
    assert id_in(text) == "a7"


@pytest.mark.parametrize("text", ["", "  ", "a/b", "recorded; tier=exact"])
def test_what_holds_no_id_is_refused(text):
    with pytest.raises(click.UsageError, match="holds no id"):
        id_in(text)


def test_a_blend_is_told_in_full():
    assert (
        headline(BLEND)
        == "200 for GET https://a.example/orders/1: a blend of upstream and recorded"
    )
    assert list(rows(BLEND)) == [
        ("ratio", "0.85, by route '/orders/*'"),
        ("weights", "upstream 50%, recorded 50%, synthetic 0%"),
        ("candidate", "upstream: 200"),
        ("candidate", "recorded: no answer"),
        ("exchanges", "12, 13 of shop"),
        ("drifted", "status, items[0].quantity"),
        ("session", "s"),
        ("seed", "3"),
        ("id", "a7"),
    ]
    assert list(fields(BLEND)) == [
        ("$.name", "upstream"),
        ("$.price", "upstream and recorded"),
    ]


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("upstream", "200 for GET /: from the upstream"),
        ("recorded", "200 for GET /: from what was recorded"),
        ("synthetic", "200 for GET /: made up"),
        ("llm", "200 for GET /: llm"),
        (None, "200 for GET /: mockforge itself, and nobody else"),
    ],
)
def test_the_source_is_told_in_words(source, told):
    request = {"method": "GET", "url": "/"}

    assert headline({"source": source, "request": request, "status": 200}) == told


def test_an_account_with_little_in_it_is_told():
    assert headline({"source": "recorded"}) == "from what was recorded"
    assert list(rows({"id": "a1", "seed": 0})) == [("seed", "0"), ("id", "a1")]


def field_of(url):
    with urllib.request.urlopen(url) as answer:
        return f"X-MockForge-Source: {answer.headers['X-MockForge-Source']}"


def test_an_answer_that_was_given_is_explained(ran):
    made = exchange(url=f"{API}/orders", answer=b"[1]")
    with turned(made, default_ratio=0.7) as (url, _):
        line = field_of(f"{url}/orders")
        code, out, err = ran("why", line, "--url", url)
        _, told, _ = ran("why", line, "--url", url, "--json")
        missing = ran("why", "a999", "--url", url)

    assert (code, err) == (0, "")
    assert out.splitlines()[0] == (f"200 for GET {API}/orders: from what was recorded")
    assert "0.7, by default" in out
    account = json.loads(told)
    assert (account["ratio"], account["source"]) == (0.7, "recorded")
    assert missing[0] == 1
    assert "'a999' is no id of the last answers" in missing[2]


def test_where_nothing_answers_it_ends_with_5(ran):
    assert ran("why", "a1", "--url", "http://127.0.0.1:1")[0] == 5
