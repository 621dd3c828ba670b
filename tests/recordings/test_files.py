import pytest

from mockforge.errors import RecordingError
from mockforge.http import Request
from mockforge.recordings.files import (
    StoredRecording,
    TextRecording,
    open_recording,
    redactor_for,
    told_apart,
)
from mockforge.recordings.formats import jsonl
from mockforge.recordings.matchers import Matcher, MatchOptions
from mockforge.recordings.redact import NoRedaction, RedactOptions
from mockforge.recordings.transfer import bring_in
from tests.worlds import exchange

SECRET = "Bearer 9f8a7b6c5d4e3f2a1b0c9d8e7f6a5b4c"


def plain():
    return Matcher(MatchOptions())


@pytest.fixture
def shop(tmp_path):
    """Two exchanges in a text file, the second begun before the first."""
    path = tmp_path / "shop.jsonl"
    first = exchange("GET", "https://api.example/a", started=20.0)
    second = exchange("GET", "https://api.example/b?c=d", started=10.0)
    jsonl.write([first, second], path, redact_key="22" * 32)
    return path


async def test_a_text_file_is_a_recording(shop):
    opened = await open_recording(shop, matcher=plain())

    index = await opened.index()

    assert isinstance(opened, TextRecording)
    assert opened.name == "shop"
    assert opened.redact_key == "22" * 32
    assert [(row.id, row.target) for row in index] == [(2, "/b?c=d"), (1, "/a")]
    assert [row.key for row in index] == [
        plain().key((await opened.load([row.id]))[0].request) for row in index
    ]
    assert [one.id async for one in opened.every()] == [2, 1]
    await opened.close()


async def test_a_database_is_a_recording_with_the_same_index(shop, tmp_path):
    await bring_in([shop], tmp_path / "shop.db")
    text = await open_recording(shop, matcher=plain())
    opened = await open_recording(tmp_path / "shop.db", matcher=plain())

    assert isinstance(opened, StoredRecording)
    assert opened.name == "shop"
    assert opened.redact_key == "22" * 32
    assert await opened.index() == await text.index()
    assert await opened.load([1]) == await text.load([1])
    await opened.close()


async def test_keys_are_computed_anew_when_something_is_ignored(shop, tmp_path):
    await bring_in([shop], tmp_path / "shop.db")
    ignoring = Matcher(MatchOptions(ignore=["query:c"]))
    opened = await open_recording(tmp_path / "shop.db", matcher=ignoring)

    rows = {row.id: row.key for row in await opened.index()}
    (second,) = await opened.load([2])

    assert rows[2] == ignoring.key(second.request)
    assert rows[2] != plain().key(second.request)
    await opened.close()


async def test_an_exchange_that_is_not_there_is_named(shop):
    opened = await open_recording(shop, matcher=plain())

    with pytest.raises(RecordingError, match=r"exchange 7 is not .* there are 1 to 2"):
        await opened.load([7])


async def test_keys_do_not_depend_on_the_secret_an_import_still_holds(tmp_path):
    """A replay knows a request by its stand-ins, whatever the file has."""
    path = tmp_path / "a.jsonl"
    one = exchange("POST", body=b'{"password": "correct horse battery"}')
    jsonl.write([one], path)
    opened = await open_recording(path, matcher=plain())

    (row,) = await opened.index()

    assert row.key == plain().key(opened.redactor.request(one.request))
    assert row.key != plain().key(one.request)


def test_clients_with_different_credentials_are_told_apart():
    redactor = redactor_for(None, RedactOptions())
    known = [
        told_apart(exchange(session="", headers=headers), redactor).session
        for headers in (
            [],
            [("Authorization", SECRET)],
            [("Authorization", SECRET + "5")],
            [("Authorization", SECRET)],
        )
    ]

    assert known[0] == ""
    assert known[1].startswith("auth:")
    assert known[1] == known[3] != known[2]
    assert "9f8a" not in known[1]


def test_a_recorded_session_is_kept():
    one = exchange(session="cookie:1", headers=[("Authorization", SECRET)])

    assert told_apart(one, NoRedaction()) is one


def test_redaction_can_be_off():
    redactor = redactor_for(None, RedactOptions(enabled=False))

    assert isinstance(redactor, NoRedaction)


async def test_stored_exchanges_come_in_order_of_start(shop, tmp_path):
    await bring_in([shop], tmp_path / "shop.db")
    opened = await open_recording(tmp_path / "shop.db", matcher=plain())

    assert isinstance(opened, StoredRecording)
    assert [one.request.target async for one in opened.every()] == ["/b?c=d", "/a"]
    assert len(await opened.index()) == 2
    assert isinstance((await opened.load([1]))[0].request, Request)
    await opened.close()
