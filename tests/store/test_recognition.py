from pathlib import Path

import pytest

from mockforge.errors import RecordingError
from mockforge.store.location import Place
from mockforge.store.recognition import recognized
from mockforge.store.schema import HEAD, TABLES

FILE = Place(Path("api.db"))
SERVER = Place(None, "postgresql+psycopg://me:secret@db.example.com/shop")
OURS = TABLES | {"alembic_version"}


def never():
    raise AssertionError("there is no such table")


@pytest.mark.parametrize("place", [FILE, SERVER], ids=["file", "server"])
def test_our_tables_are_of_a_revision(place):
    assert recognized(OURS, lambda: HEAD, place) == HEAD
    assert recognized(OURS, lambda: None, place) is None
    assert recognized(set(), never, place) is None


def test_a_server_may_be_shared_and_a_file_not():
    assert recognized({"users"}, never, SERVER) is None
    with pytest.raises(RecordingError, match="another program"):
        recognized({"users"}, never, FILE)
    with pytest.raises(RecordingError, match="another program") as refused:
        recognized({"users", "bodies"}, never, SERVER)
    assert "secret" not in str(refused.value)


def test_tables_of_another_program_are_told_by_name():
    with pytest.raises(RecordingError, match="it has the tables alembic_version, meta"):
        recognized({"alembic_version", "meta"}, never, FILE)


def test_a_later_revision_is_refused():
    with pytest.raises(RecordingError, match=r"newer mockforge.*'9999'"):
        recognized(OURS, lambda: "9999", FILE)
