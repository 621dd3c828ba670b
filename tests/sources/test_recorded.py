"""What is found for a request, and what comes back as it was recorded."""

from dataclasses import replace

import pytest

from mockforge.exchange import Failure, FailureKind
from mockforge.http import Response
from mockforge.sources.misses import MissKind, NoMatch
from mockforge.sources.recorded import Match
from tests.worlds import API, exchange, recorded, recording, request

AUTH = "https://auth.example"
US = "http://127.0.0.1:8080"


async def test_a_recorded_request_gets_its_bytes():
    response = Response(
        203,
        ((b"X-A", b"1"), (b"x-a", b"2")),
        b"\x1f\x8b\xff 275.0 12345678901234567890123",
        "Because",
    )
    source = await recorded(recording(exchange(response=response)))

    match = await source.find(request(), "new")

    assert isinstance(match, Match)
    assert (match.recording, match.id) == ("shop", 1)
    assert (await source.kept(match)).response == response


async def test_requests_that_mean_the_same_get_the_same():
    source = await recorded(
        recording(exchange("POST", f"{API}/o?a=1&b=2", b'{"x": 1, "y": [2.0]}'))
    )

    again = request("POST", f"{API}/o?b=2&a=1", b'{"y":[2.0],"x":1}')

    assert isinstance(await source.find(again, "new"), Match)


async def test_the_first_recording_that_holds_it_answers():
    one = recording(exchange(url=f"{API}/a", answer=b"1"), name="one")
    two = recording(
        exchange(url=f"{API}/a", answer=b"2"),
        exchange(url=f"{API}/b", answer=b"3"),
        name="two",
    )
    source = await recorded(one, two)

    found = [await source.find(request(url=f"{API}/{name}"), "new") for name in "aab"]

    assert [each.recording for each in found] == ["one", "one", "two"]
    assert source.loaded == 3


async def test_recordings_of_one_name_are_told_apart_by_their_place():
    one, two = recording(exchange()), recording(exchange())
    two.location = "elsewhere/shop.jsonl"
    source = await recorded(one, two)

    assert [shelf.name for shelf in source.shelves] == [one.location, two.location]


@pytest.mark.parametrize(
    ("url", "named", "expected"),
    [
        (f"{API}/x", False, 1),
        (f"{AUTH}/x", False, 2),
        (f"{AUTH}/x", True, 2),
        (f"{US}/x", False, 1),
        (f"{US}/x", True, MissKind.NO_HOST),
        (f"{AUTH}/only-api", True, MissKind.OUT_OF_SCOPE),
        (f"{AUTH}/only-api", False, MissKind.OUT_OF_SCOPE),
        (f"{US}/only-api", False, 3),
    ],
)
async def test_only_a_named_or_recorded_host_narrows_the_search(url, named, expected):
    source = await recorded(
        recording(
            exchange(url=f"{API}/x"),
            exchange(url=f"{AUTH}/x"),
            exchange(url=f"{API}/only-api"),
        )
    )

    found = await source.find(request(url=url), "new", named=named)

    assert (found.id if isinstance(found, Match) else found.kind) == expected


@pytest.mark.parametrize(
    ("asked", "kind"),
    [
        (request(url=f"{API}/other"), MissKind.NO_PATH),
        (request("DELETE", f"{API}/orders?page=1"), MissKind.NO_METHOD),
        (request(url=f"{API}/orders?page=2"), MissKind.FIELD_DIFFERS),
        (
            request(url=f"{API}/live", headers=[("Upgrade", "websocket")]),
            MissKind.WEBSOCKET,
        ),
    ],
)
async def test_a_miss_has_a_class(asked, kind):
    source = await recorded(recording(exchange(url=f"{API}/orders?page=1")))

    miss = await source.find(asked, "new")

    assert isinstance(miss, NoMatch)
    assert miss.kind is kind


async def test_a_sequence_that_is_used_up_is_a_miss_of_its_own():
    source = await recorded(recording(exchange(), exchange()), after_last="miss")

    found = [await source.find(request(), "new") for _ in range(3)]

    assert [type(each) for each in found] == [Match, Match, NoMatch]
    assert found[2].kind is MissKind.CONSUMED


SECRET = ("Authorization", "Bearer sk-live-3f9a8b7c6d5e4f3a2b1c0d9e8f7a6b5c")


async def test_a_redacted_request_is_found_by_the_secret_and_by_its_standin():
    body = b'{"password": "hunter2-correct-horse"}'
    shop = recording()
    kept = shop.redactor.exchange(exchange("POST", f"{API}/login", body))
    assert b"hunter2" not in kept.request.body
    shop._exchanges = {1: replace(kept, id=1)}
    source = await recorded(shop)

    secret = await source.find(request("POST", f"{API}/login", body), "new")
    standin = await source.find(
        request("POST", f"{API}/login", kept.request.body), "new"
    )

    assert (secret.id, standin.id) == (1, 1)


CLIENT = Failure(FailureKind.CLIENT, "the client left")
STREAM = Response(200, ((b"Transfer-Encoding", b"chunked"),), b"data: 1\n\n")
SIZED = Response(200, ((b"Content-Length", b"900"),), b"half")


async def test_what_a_client_left_before_an_answer_answers_nothing():
    source = await recorded(
        recording(exchange(response=None, failure=CLIENT), exchange(url=f"{API}/x"))
    )

    assert source.loaded == 1
    assert (await source.find(request(), "new")).kind is MissKind.NO_PATH


async def test_what_a_client_left_gives_way_to_a_whole_answer():
    source = await recorded(
        recording(exchange(response=SIZED, failure=CLIENT), exchange(answer=b"whole"))
    )

    assert (await source.find(request(), "new")).id == 2


@pytest.mark.parametrize(
    ("response", "failure", "incomplete"),
    [
        (SIZED, CLIENT, True),
        (STREAM, CLIENT, False),
        (SIZED, Failure(FailureKind.RESET, "reset"), False),
        (replace(SIZED, size=900), None, True),
        (None, Failure(FailureKind.REFUSED, "refused"), False),
        (STREAM, None, False),
    ],
)
async def test_only_a_beginning_of_an_answer_is_incomplete(
    response, failure, incomplete
):
    source = await recorded(recording(exchange(response=response, failure=failure)))

    kept = await source.kept(await source.find(request(), "new"))

    assert kept.is_incomplete is incomplete
    assert kept.failure == failure


async def test_what_was_never_asked_for_is_told():
    source = await recorded(recording(exchange(), exchange(url=f"{API}/x")))
    match = await source.find(request(), "new")

    unused = list(source.unused({(match.recording, match.id)}))

    assert [(name, row.target) for name, row in unused] == [("shop", "/x")]
