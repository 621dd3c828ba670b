"""The fix that a miss proposes."""

import pytest

from mockforge.sources.misses import MissKind
from mockforge.sources.remedies import place
from tests.worlds import API, exchange, recorded, recording, request


async def explained(*exchanges, asked, named=False, location=None, **options):
    shop = recording(*exchanges)
    if location:
        shop.location = location
    source = await recorded(shop, **options)
    return await source.explain(await source.find(asked, "new", named=named))


async def test_a_single_field_that_differs_can_be_ignored():
    miss = await explained(
        exchange(url=f"{API}/o?page=1&nonce=a"),
        asked=request(url=f"{API}/o?page=1&nonce=b"),
        location="recordings/my api.db",
    )

    assert miss.next_step == (
        f"record it: mockforge proxy --upstream {API} --db 'recordings/my api.db'\n"
        "or, where the value does not matter, in mockforge.yaml:\n"
        "matching:\n"
        '  ignore: ["query:nonce"]'
    )


async def test_the_proposed_entry_makes_it_an_answer():
    first = exchange("POST", f"{API}/o?n=1", b'{"a": {"t": 1}, "b": 2}')
    asked = request("POST", f"{API}/o?n=2", b'{"a": {"t": 5}, "b": 2}')
    miss = await explained(first, asked=asked)
    entries = miss.next_step.partition("ignore: [")[2].rstrip("]").replace('"', "")

    source = await recorded(recording(first), ignore=entries.split(", "))

    assert (await source.find(asked, "new")).id == 1


async def test_many_fields_that_differ_are_another_request():
    miss = await explained(
        exchange("POST", f"{API}/o", b'{"a": 1, "b": 1, "c": 1, "d": 1}'),
        asked=request("POST", f"{API}/o", b'{"a": 2, "b": 2, "c": 2, "d": 2}'),
    )

    assert "ignore" not in miss.next_step


async def test_a_text_recording_is_recorded_anew_and_exported():
    miss = await explained(exchange(), asked=request(url=f"{API}/none"))

    assert miss.next_step == (
        f"record it: mockforge proxy --upstream {API} --db new.db\n"
        "then: mockforge recordings export new.db -o recordings/shop.jsonl"
    )


@pytest.mark.parametrize(
    ("asked", "named", "kind", "detail", "step"),
    [
        (
            request(url="https://other.example/x"),
            True,
            MissKind.NO_HOST,
            f"nothing of https://other.example is recorded, only {API}",
            "--upstream https://other.example",
        ),
        (
            request("PATCH"),
            False,
            MissKind.NO_METHOD,
            "its path is recorded, but only with GET",
            f"--upstream {API}",
        ),
        (
            request(url=f"{API}/none"),
            False,
            MissKind.NO_PATH,
            "its path is not recorded",
            f"--upstream {API}",
        ),
    ],
)
async def test_each_class_says_what_and_how(asked, named, kind, detail, step):
    miss = await explained(exchange(), asked=asked, named=named)

    assert (miss.kind, miss.detail) == (kind, detail)
    assert step in miss.next_step


async def test_a_used_up_sequence_can_be_repeated():
    shop = recording(exchange())
    source = await recorded(shop, after_last="miss")
    await source.find(request(), "new")

    miss = await source.explain(await source.find(request(), "new"))

    assert "--after-last last" in miss.next_step


def test_a_password_in_a_location_is_not_shown():
    assert place("postgresql+psycopg://me:pw@db/api") == "postgresql+psycopg://db/api"
    assert place("recordings/a@b.db") == "recordings/a@b.db"
