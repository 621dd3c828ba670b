import json

import pytest

from mockforge.bodies.document import shown
from mockforge.http import Response
from mockforge.learning.bindings import Bindings
from mockforge.learning.sample import Sample
from mockforge.simulation.taking import Heard, is_telling, needs
from tests.simulation.worlds import recorded, stories_of
from tests.worlds import API, exchange


def sample(endpoint, method="GET", target="/", value=None, headers=(), **more):
    body = b"" if value is None else json.dumps(value).encode()
    return Sample.of(
        exchange(method, f"{API}{target}", body, headers=headers, **more), endpoint, {}
    )


def taken(asked, *told):
    """Return what *asked* took from the answers of *told*, as texts."""
    heard = Heard()
    for number, one in enumerate(told):
        heard.note(number, one)
    return [
        (shown(need.path), need.text, need.is_whole, [spot.take for spot in need.spots])
        for need in needs(asked, heard, Bindings())
    ]


TOKEN = "q7Rk2vXz9LmPw4TnYb8C"
UUID = "3d96075d-e6e0-4752-b0ca-774854d8a899"


@pytest.mark.parametrize(
    ("told", "asked", "expected"),
    [
        (
            {"access_token": TOKEN},
            {"headers": [("Authorization", f"Bearer {TOKEN}")]},
            [("header.authorization", TOKEN, False)],
        ),
        ({"id": UUID}, {"target": f"/orders/{UUID}"}, [("path[1]", UUID, True)]),
        (
            {"next": TOKEN},
            {"target": f"/?cursor={TOKEN}"},
            [("query.cursor", TOKEN, True)],
        ),
        (
            {"next": f"https://api.example/orders?cursor={TOKEN}"},
            {"target": f"/orders?cursor={TOKEN}"},
            [("query.cursor", TOKEN, True)],
        ),
        (
            {"product": {"id": 101}},
            {"method": "POST", "value": {"product_id": 101, "quantity": 101}},
            [("body.$.product_id", "101", True)],
        ),
        ({"count": 2, "id": 2}, {"target": "/orders?page=2"}, []),
        ({"state": "confirmed"}, {"value": {"state": "confirmed"}}, []),
        ({"day": "2026-01-02"}, {"target": "/?since=2026-01-02"}, []),
    ],
    ids=["token", "id", "cursor", "link", "number", "chance", "word", "day"],
)
def test_what_came_from_an_answer_is_told_from_what_is_alike(told, asked, expected):
    answer = json.dumps(told).encode()
    found = taken(sample("POST /orders", **asked), sample("GET /things", answer=answer))

    assert [each[:3] for each in found] == expected


def test_a_number_in_a_path_is_of_what_stands_before_it():
    told = sample("GET /orders", answer=b'[{"id": 17}, {"id": 3}]')
    other = sample("GET /users", answer=b'[{"id": 3}]')

    asked = sample("GET /orders/{id}", target="/orders/3")

    assert taken(asked, told, other) == [("path[1]", "3", True, [0])]


def test_a_number_told_by_a_location_is_found():
    headers = ((b"Location", b"/orders/17"),)
    made_one = sample(
        "POST /orders", "POST", "/orders", response=Response(201, headers)
    )

    asked = sample("GET /orders/{id}", target="/orders/17")

    assert taken(asked, made_one) == [("path[1]", "17", True, [0])]


def test_the_latest_answer_counts_most():
    answers = [sample("GET /t", answer=json.dumps({"t": TOKEN}).encode())] * 9

    (found,) = taken(sample("GET /u", target=f"/u/{TOKEN}"), *answers)

    assert found[3] == [8, 7, 6, 5, 4, 0]


def test_what_the_client_makes_is_known_by_what_was_learned():
    stories = stories_of(recorded())

    keys = {
        (take.step.endpoint, shown(one.path))
        for take in stories.takes
        for one in take.made
    }

    assert keys == {("POST /notes", "header.idempotency-key")}
    assert {
        shown(need.path)
        for take in stories.takes
        if take.step.endpoint == "POST /notes"
        for need in take.needs
    } == {"header.authorization", "header.x-guard"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (UUID, True),
        (TOKEN, True),
        ("grace@mail.example", True),
        ("INV-10023", True),
        ("2026-01-02T03:04:05.678Z", True),
        ("2026-01-02", False),
        ("confirmed", False),
        ("17", False),
        ("coffee-beans", False),
    ],
)
def test_what_is_met_twice_by_no_chance(text, expected):
    assert is_telling(text) is expected
