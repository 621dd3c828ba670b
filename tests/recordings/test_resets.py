import pytest

from mockforge.learning.patterns.resets import Reset
from mockforge.recordings.resets import begin_behind, reset_in, resets_in
from mockforge.store import patterns as stored
from mockforge.store.reader import open_reader
from tests.recordings import traffic


async def test_resets_are_kept_until_one_of_everything_replaces_them(tmp_path):
    await traffic.write(tmp_path / "a.db", traffic.orders(7))
    reader = await open_reader(tmp_path / "a.db")
    try:
        await reset_in(reader, kind="latency")
        await reset_in(reader, endpoint="/orders/*", persona="vip")

        some = resets_in(await stored.resets(reader))
        await reset_in(reader)

        assert some == (
            Reset(7, kind="latency"),
            Reset(7, "/orders/*", persona="vip"),
        )
        assert resets_in(await stored.resets(reader)) == (Reset(7),)
    finally:
        await reader.close()


@pytest.mark.parametrize("text", [None, "", "{", "[1]", '[["x", null, null, null]]'])
def test_what_tells_of_none_is_none(text):
    assert resets_in(text) == ()


def test_what_nothing_counts_of_is_not_read():
    resets = (Reset(9, kind="latency"), Reset(5), Reset(7))

    assert begin_behind(resets) == 7
    assert begin_behind(resets[:1]) == 0
