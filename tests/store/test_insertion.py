from contextlib import closing

import pytest

from mockforge.store import engines, insertion, location, revisions
from mockforge.store.insertion import Insertion
from tests.store import samples


@pytest.fixture
def place(where):
    found = location.parse(where)
    revisions.bring_up(engines.synchronous(found), found, create=True)
    return found


def driver(place):
    fairy = engines.synchronous(place).raw_connection()
    connection = fairy.driver_connection
    fairy.detach()
    return connection


@pytest.fixture
def connection(place):
    with closing(driver(place)) as found:
        yield found


def ask(connection, query):
    cursor = connection.cursor()
    found = cursor.execute(query).fetchall()
    connection.commit()
    cursor.close()
    return [tuple(row) for row in found]


def test_numbers_go_on_where_they_ended(place, connection):
    for first in (1, 4):
        adding = Insertion(connection, place)
        numbers = adding.insert([samples.row(number) for number in range(3)])
        adding.close()
        assert numbers == [first, first + 1, first + 2]


def test_a_body_is_stored_once(place, connection):
    adding = Insertion(connection, place)
    for _ in range(2):
        adding.insert([samples.row(number, body=b"same" * 99) for number in range(3)])
        adding.insert([samples.row(9, body=b"other" * 99)])

    assert ask(connection, "SELECT size FROM bodies ORDER BY size") == [(396,), (495,)]


def test_a_large_body_is_stored_in_parts(place, connection, monkeypatch):
    monkeypatch.setattr(insertion, "PART", 1000)
    adding = Insertion(connection, place)
    adding.insert([samples.row(body=bytes(range(256)) * 10)])

    assert ask(connection, "SELECT size, data FROM bodies") == [(2560, None)]
    assert ask(connection, "SELECT part FROM parts ORDER BY part") == [(0,), (1,), (2,)]


def test_a_batch_is_stored_whole_or_not_at_all(place, connection):
    adding = Insertion(connection, place)
    good = samples.row(1, body=b"good" * 99)
    with pytest.raises(Exception, match=r"."):
        adding.insert([good, samples.row(3, started={})])

    assert ask(connection, "SELECT count(*) FROM exchanges") == [(0,)]
    assert adding.insert([good]) == [1]
    assert ask(connection, "SELECT size FROM bodies") == [(396,)]
    # The dictionaries of the batch that failed were not lost with it.
    assert ask(connection, "SELECT id FROM dictionaries") == [(1,)]


def test_a_body_that_somebody_removed_is_stored_again(place, connection):
    adding = Insertion(connection, place)
    adding.insert([samples.row(1, body=b"same" * 99)])
    with closing(driver(place)) as other:
        other.execute("DELETE FROM exchanges")
        other.execute("DELETE FROM bodies")
        other.commit()
    adding.insert([samples.row(2, body=b"same" * 99)])

    assert ask(connection, "SELECT size FROM bodies") == [(396,)]


def test_what_is_remembered_of_bodies_is_bounded(place, connection, monkeypatch):
    monkeypatch.setattr(insertion, "REMEMBERED", 8)
    adding = Insertion(connection, place)
    for start in range(0, 60, 6):
        adding.insert(
            [samples.row(n, body=b"%d" % n * 99) for n in range(start, start + 6)]
        )
        assert len(adding._known) <= 8


def test_a_note_is_stored_with_its_batch(place, connection):
    adding = Insertion(connection, place)
    adding.insert([samples.row()], ("spill:1", "1"))

    query = "SELECT value FROM meta WHERE name = 'spill:1'"
    assert ask(connection, query) == [("1",)]
