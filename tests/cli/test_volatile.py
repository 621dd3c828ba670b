import json
from dataclasses import replace

import pytest

from mockforge.recordings.formats import jsonl
from tests.worlds import exchange

ORDERS = "https://api.example/orders"
NOW = 1_750_000_000
KEYS = [
    "4c1e0f1a-8f0b-4d53-9c57-2b8f6a1de001",
    "b0a9e3d2-77c4-4f0e-8a51-90cd1b7fe502",
    "e7d2c6b1-15a8-4b9f-b3c4-6f7a8d9e0c13",
]


def order(number, session="s"):
    """An order made with a key of the client's, and read."""
    made = f'{{"id": {7001 + number}}}'.encode()
    body = f'{{"key": "{KEYS[number]}", "name": "desk"}}'.encode()
    whose = [("Cookie", f"mockforge_session={session}")]
    asked = [
        exchange("POST", ORDERS, body, answer=made, status=201, headers=whose),
        exchange("GET", f"{ORDERS}/{7001 + number}", headers=whose),
    ]
    start = NOW + 60 * number
    return [
        replace(one, session=session, started=start + turn)
        for turn, one in enumerate(asked)
    ]


@pytest.fixture
def shop(nowhere):
    jsonl.write([*order(0), *order(1)], nowhere / "shop.jsonl")
    return "shop.jsonl"


def test_fields_are_shown_with_evidence_and_what_they_gain(ran, shop):
    code, out, err = ran("recordings", "volatile", shop)

    assert (code, err) == (0, "")
    head, made, carried, gain = out.splitlines()
    assert head.split()[:4] == ["ENDPOINT", "FIELD", "KIND", "FORMAT"]
    assert "POST /orders" in made
    assert "body.$.key" in made
    assert "made by the client" in made
    assert "another in each request" in made
    assert "from an earlier answer" in carried
    assert "POST /orders body.$.id" in carried
    assert gain.startswith(
        "a replay knows 0 of 4 (0 %) requests with every field compared, and"
        " 4 of 4 (100 %)"
    )


def test_it_can_be_json(ran, shop):
    _, out, _ = ran("recordings", "volatile", shop, "--json")

    told = json.loads(out)
    made, carried = told["fields"]
    assert (made["field"], made["kind"], made["from"]) == ("body.$.key", "made", None)
    assert (made["samples"], made["distinct"]) == (2, 2)
    assert carried["from"] == {
        "endpoint": "POST /orders",
        "message": "answer",
        "field": "body.$.id",
    }
    assert told["replay"]["by"] == "minted"


def test_sessions_are_held_against_each_other(ran, nowhere):
    jsonl.write(
        [one for number in range(3) for one in order(number, f"s{number}")],
        nowhere / "shop.jsonl",
    )

    _, out, _ = ran("recordings", "volatile", "shop.jsonl", "--json")

    assert json.loads(out)["replay"] == {
        "requests": 6,
        "known_without": 0,
        "known_with": 6,
        "by": "sessions",
        "sessions": 3,
    }


def test_pins_beside_the_recording_or_named_overrule(ran, shop, nowhere):
    (nowhere / "shop.pins").write_text("keep POST /orders body.$.key\n")
    (nowhere / "other.pins").write_text("ignore POST /orders body.$.name\n")

    _, beside, _ = ran("recordings", "volatile", shop, "--json")
    _, named, _ = ran("recordings", "volatile", shop, "--json", "--pins", "other.pins")

    assert [one["field"] for one in json.loads(beside)["fields"]] == ["path[1]"]
    fields = [one["field"] for one in json.loads(named)["fields"]]
    assert fields == ["body.$.key", "body.$.name", "path[1]"]
    assert json.loads(named)["pins"] == ["ignore POST /orders body.$.name"]


def test_a_pin_of_no_endpoint_is_told(ran, shop, nowhere):
    (nowhere / "shop.pins").write_text("keep POST /order body.$.key\n")

    code, _, err = ran("recordings", "volatile", shop)

    assert code == 0
    assert "line 1 of the pins is of no endpoint" in err
    assert "next: mockforge recordings show" in err


@pytest.mark.parametrize(
    ("text", "word"), [("ignor x y", "'ignore'"), (None, "there is no file")]
)
def test_wrong_pins_are_a_wrong_setting(ran, shop, nowhere, text, word):
    if text is not None:
        (nowhere / "my.pins").write_text(text)

    code, out, err = ran("recordings", "volatile", shop, "--pins", "my.pins")

    assert (code, out) == (3, "")
    assert word in err


def test_an_empty_recording_says_so(ran, nowhere):
    jsonl.write([], nowhere / "empty.jsonl")

    code, out, err = ran("recordings", "volatile", "empty.jsonl")

    assert (code, out) == (0, "")
    assert "no field of a request is new in every run" in err
    assert "no exchange" in err


def test_secrets_are_not_shown(ran, nowhere):
    secret = "9f8a7b6c5d4e3f2a1b0c9d8e7f6a5b4c"
    login = exchange(
        "POST", "https://api.example/login", answer=f'{{"token": "{secret}"}}'.encode()
    )
    use = exchange(
        "GET",
        "https://api.example/me",
        headers=[("Authorization", f"Bearer {secret}")],
    )
    jsonl.write([login, use], nowhere / "shop.jsonl")

    _, out, _ = ran("recordings", "volatile", "shop.jsonl")

    assert "header.authorization" in out
    assert secret[:12] not in out
