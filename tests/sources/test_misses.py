"""What a miss says, to a program and to a person."""

import json

import pytest

from mockforge.recordings.matchers import Difference
from mockforge.sources.misses import MissKind, Nearest, NoMatch
from tests.worlds import API, request


def miss(headers=(), kind=MissKind.FIELD_DIFFERS):
    return NoMatch(
        request("POST", f"{API}/orders?page=2", b'{"qty": 2}', headers),
        kind,
        url=f"{API}/orders?page=2",
        body='{"qty": 2}',
        looked_in=("shop (7 exchanges)",),
        detail="it differs in body.$.qty",
        nearest=Nearest("shop", 3, "POST", f"{API}/orders?page=2", '{"qty": 1}'),
        differences=(Difference("body.$.qty", recorded="1", asked="2"),),
        next_step="record it: mockforge proxy --upstream X\nor do not",
    )


TEXT = """\
no recording answers POST https://api.example/orders?page=2
  body        {"qty": 2}
  class       field differs: it differs in body.$.qty
  looked in   shop (7 exchanges)
  nearest     POST https://api.example/orders?page=2  (shop #3)
  differs                 recorded  asked
              body.$.qty  1         2
  next        record it: mockforge proxy --upstream X
              or do not
"""


def test_a_person_reads_it_side_by_side():
    assert miss().text == TEXT


def test_a_program_reads_a_problem():
    response = miss([("Accept", "application/json")]).response()

    assert response.status == 404
    assert response.header("Content-Type") == "application/problem+json"
    assert json.loads(response.body) == {
        "type": "urn:mockforge:miss:field-differs",
        "title": "no recording answers this request",
        "status": 404,
        "detail": "it differs in body.$.qty",
        "class": "field differs",
        "request": {
            "method": "POST",
            "url": f"{API}/orders?page=2",
            "body": '{"qty": 2}',
        },
        "nearest": {
            "recording": "shop",
            "id": 3,
            "method": "POST",
            "url": f"{API}/orders?page=2",
            "body": '{"qty": 1}',
        },
        "differences": [{"where": "body.$.qty", "recorded": "1", "asked": "2"}],
        "looked_in": ["shop (7 exchanges)"],
        "next": "record it: mockforge proxy --upstream X\nor do not",
    }


@pytest.mark.parametrize(
    ("headers", "kind"),
    [
        ([("Accept", "*/*"), ("User-Agent", "curl/8.1")], "text/plain; charset=utf-8"),
        ([("User-Agent", "curl/8.1")], "text/plain; charset=utf-8"),
        ([("Accept", "text/plain, */*")], "text/plain; charset=utf-8"),
        (
            [("Accept", "application/json"), ("User-Agent", "curl/8.1")],
            "application/problem+json",
        ),
        (
            [("Accept", "*/*"), ("User-Agent", "python-httpx/1")],
            "application/problem+json",
        ),
        ([], "application/problem+json"),
    ],
)
def test_curl_gets_a_text(headers, kind):
    assert miss(headers).response().header("Content-Type") == kind


@pytest.mark.parametrize(
    ("kind", "status"),
    [
        (MissKind.NO_PATH, 404),
        (MissKind.WEBSOCKET, 501),
        (MissKind.INCOMPLETE, 502),
    ],
)
def test_the_status_tells_what_kind_of_miss_it_is(kind, status):
    response = miss(kind=kind).response()

    assert (response.status, json.loads(response.body)["status"]) == (status, status)
