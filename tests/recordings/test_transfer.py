import io
from dataclasses import replace

import pytest

from mockforge.errors import RecordingError
from mockforge.recordings.files import open_recording
from mockforge.recordings.formats import har, jsonl
from mockforge.recordings.formats.jsonl import Keep
from mockforge.recordings.matchers import Matcher, MatchOptions
from mockforge.recordings.redact import RedactOptions
from mockforge.recordings.transfer import bring_in, export
from tests.worlds import exchange

SECRET = "9f8a7b6c5d4e3f2a1b0c9d8e7f6a5b4c"


async def opened(path):
    return await open_recording(path, matcher=Matcher(MatchOptions()))


async def held(path):
    recording = await opened(path)
    try:
        return [one async for one in recording.every()]
    finally:
        await recording.close()


@pytest.fixture
def shop(tmp_path):
    path = tmp_path / "shop.jsonl"
    exchanges = [
        exchange("GET", f"https://api.example/{n}", answer=b'{"n": %d}' % n)
        for n in range(3)
    ]
    jsonl.write(exchanges, path)
    return path


@pytest.mark.parametrize("name", ["out.db", "out.jsonl", "out.har"])
async def test_nothing_is_lost_on_the_way(shop, tmp_path, name):
    before = await held(shop)

    done = await bring_in([shop], tmp_path / name)

    assert done.exchanges == 3
    assert await held(tmp_path / name) == before


@pytest.mark.parametrize("form", ["jsonl", "har"])
async def test_an_export_can_be_imported_again(shop, tmp_path, form):
    await bring_in([shop], tmp_path / "shop.db")
    recording = await opened(tmp_path / "shop.db")
    target = tmp_path / f"out.{form}"

    done = await export(recording, target, form)
    await recording.close()

    assert done.exchanges == 3
    assert await held(target) == await held(shop)


async def test_an_export_to_an_open_file_holds_everything(shop, tmp_path):
    recording = await opened(shop)
    for form, module in (("jsonl", jsonl), ("har", har)):
        out = io.BytesIO()
        await export(recording, out, form, keep=Keep.BESIDE)
        path = tmp_path / f"copy.{form}"
        path.write_bytes(out.getvalue())

        assert list(module.read(path).exchanges) == await held(shop)


async def test_files_with_the_same_requests_keep_their_own_sequence(tmp_path):
    for name in ("one", "two"):
        jsonl.write(
            [exchange(session="", answer=name.encode())], tmp_path / f"{name}.jsonl"
        )

    await bring_in(
        [tmp_path / "one.jsonl", tmp_path / "two.jsonl"], tmp_path / "all.db"
    )

    found = await held(tmp_path / "all.db")
    assert [(one.session, one.response.body) for one in found] == [
        ("one", b"one"),
        ("two", b"two"),
    ]


@pytest.mark.parametrize("name", ["out.db", "out.jsonl"])
async def test_secrets_are_counted_or_replaced(tmp_path, name):
    path = tmp_path / "in.jsonl"
    jsonl.write([exchange(headers=[("Authorization", f"Bearer {SECRET}")])], path)

    kept = await bring_in([path], tmp_path / name)
    (as_it_was,) = await held(tmp_path / name)
    done = await bring_in([path], tmp_path / f"redacted-{name}", redact=RedactOptions())
    (redacted,) = await held(tmp_path / f"redacted-{name}")

    assert kept.secrets == 1
    assert as_it_was.request.header("authorization") == f"Bearer {SECRET}"
    assert done.secrets == 0
    assert SECRET not in redacted.request.header("authorization")


async def test_the_key_of_the_stand_ins_goes_along(shop, tmp_path):
    jsonl.write([exchange()], shop, redact_key="33" * 32)

    await bring_in([shop], tmp_path / "out.db")
    recording = await opened(tmp_path / "out.db")
    await export(recording, tmp_path / "back.jsonl", "jsonl")
    await recording.close()

    assert jsonl.read(tmp_path / "back.jsonl").redact_key == "33" * 32


async def test_stand_ins_of_different_keys_are_told(tmp_path):
    paths = [tmp_path / f"{name}.jsonl" for name in ("a", "b")]
    for path, key in zip(paths, ("11" * 32, "22" * 32), strict=True):
        jsonl.write([exchange()], path, redact_key=key)

    done = await bring_in(paths, tmp_path / "out.jsonl")

    assert "different keys" in done.notes[-1]


async def test_a_database_is_added_to_or_replaced(shop, tmp_path):
    target = tmp_path / "out.db"
    await bring_in([shop], target)

    await bring_in([shop], target)
    assert len(await held(target)) == 6

    await bring_in([shop], target, replace=True)
    assert len(await held(target)) == 3
    assert [path.name for path in tmp_path.glob(".*")] == []


async def test_what_cannot_be_read_leaves_the_target_as_it_was(shop, tmp_path):
    target = tmp_path / "out.db"
    await bring_in([shop], target)
    before = await held(target)
    (tmp_path / "bad.jsonl").write_text('{"mockforge":1}\n{"request"')

    with pytest.raises(RecordingError):
        await bring_in([shop, tmp_path / "bad.jsonl"], target, replace=True)

    assert await held(target) == before


async def test_an_order_without_times_is_that_of_the_file(tmp_path):
    path = tmp_path / "in.jsonl"
    answers = [exchange(answer=b"%d" % n) for n in range(5)]
    jsonl.write([replace(one, started=0.0) for one in answers], path)

    await bring_in([path], tmp_path / "out.db")

    found = await held(tmp_path / "out.db")
    assert [one.response.body for one in found] == [b"0", b"1", b"2", b"3", b"4"]
