import sqlite3

import pytest

from mockforge.store import drawer
from mockforge.store.drawer import STATE, Drawer, Entry
from mockforge.store.location import parse


def test_the_oldest_entries_of_a_kind_go(tmp_path, monkeypatch):
    monkeypatch.setattr(drawer, "MOST", 300)
    one = Drawer(parse(tmp_path / STATE))
    for start in range(0, 600, 100):
        numbers = range(start, start + 100)
        entries = [Entry(f"{n:04}", n, float(n)) for n in numbers]
        one.change([("answers", entry.key, entry) for entry in entries])
    kept = [entry.value for entry in one.every("answers")]
    one.close()

    # Looked at every few hundred writes, not at each.
    assert kept == list(range(300, 600))


def test_a_change_is_made_whole_or_not_at_all(tmp_path):
    one = Drawer(parse(tmp_path / STATE))
    one.change([("answers", "a", Entry("a", 1, 0.0))])
    bad = Entry("b", 2, None)  # type: ignore[arg-type]
    with pytest.raises(sqlite3.IntegrityError):
        one.change([("answers", "a", None), ("answers", "b", bad)])
    kept = one.every("answers")
    one.close()

    assert kept == [Entry("a", 1, 0.0)]


def test_the_file_of_state_says_what_it_is(tmp_path):
    path = tmp_path / STATE
    one = Drawer(parse(path))
    one.change([("answers", "a", Entry("a", 1, 0.0))])
    one.close()

    head = path.read_bytes()[:100]
    assert head[68:72] == drawer.APPLICATION.to_bytes(4, "big")
