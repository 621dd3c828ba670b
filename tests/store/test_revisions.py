import subprocess
import sys
from pathlib import Path

import pytest
import sqlalchemy as sa

from mockforge.errors import RecordingError
from mockforge.store import engines, location, revisions
from mockforge.store.tables import HEAD, metadata

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def opened(where):
    place = location.parse(where)
    engine = engines.synchronous(place)
    yield engine, place
    engine.dispose()


def run(engine, *statements):
    with engine.begin() as connection:
        for statement in statements:
            connection.exec_driver_sql(statement)


def test_tables_are_made_once(opened):
    engine, place = opened
    for _ in range(2):
        revisions.bring_up(engine, place, create=True)

    with engine.connect() as connection:
        assert revisions.revision(connection, place) == HEAD
        names = set(sa.inspect(connection).get_table_names())
    assert names == {"alembic_version", *metadata.tables}


def test_nothing_is_made_unasked(opened):
    engine, place = opened

    with pytest.raises(RecordingError, match="no recording yet"):
        revisions.bring_up(engine, place, create=False)


def test_a_newer_schema_is_refused(opened):
    engine, place = opened
    revisions.bring_up(engine, place, create=True)
    run(engine, "UPDATE alembic_version SET version_num = '9999'")

    with pytest.raises(RecordingError, match="newer mockforge") as refused:
        revisions.bring_up(engine, place, create=True)
    assert "'9999'" in str(refused.value)
    assert "pip install --upgrade" in str(refused.value)


@pytest.mark.parametrize(
    "statements",
    [
        ("CREATE TABLE events (x INTEGER)",),
        (
            "CREATE TABLE alembic_version (version_num VARCHAR(32))",
            "INSERT INTO alembic_version VALUES ('0001')",
        ),
    ],
    ids=["a table of our name", "somebody's migrations"],
)
def test_tables_of_another_program_are_left_alone(opened, statements):
    engine, place = opened
    run(engine, *statements)

    with pytest.raises(RecordingError, match="another program"):
        revisions.bring_up(engine, place, create=True)


def test_alembic_is_not_imported_for_what_is_up_to_date(tmp_path):
    code = (
        "import sys\n"
        "from mockforge.store import engines, location, revisions\n"
        f"place = location.parse({str(tmp_path / 'api.db')!r})\n"
        "engine = engines.synchronous(place)\n"
        "for _ in range(2): revisions.bring_up(engine, place, create=True)\n"
        "print('alembic' in sys.modules)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True
    )

    assert ran.stdout.strip() == b"False"


def test_processes_that_make_it_at_the_same_time_agree(where):
    code = (
        "import sys\n"
        "from mockforge.store import engines, location, revisions\n"
        f"place = location.parse({where!r})\n"
        "engine = engines.synchronous(place)\n"
        "print('ready', flush=True); sys.stdin.readline()\n"
        "revisions.bring_up(engine, place, create=True)"
    )
    started = [
        subprocess.Popen(
            [sys.executable, "-c", code],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        for _ in range(4)
    ]
    for process in started:
        assert process.stdout is not None
        process.stdout.readline()
    for process in started:
        assert process.stdin is not None
        process.stdin.write(b"go\n")
        process.stdin.flush()
    said = [process.communicate()[1] for process in started]

    assert [process.returncode for process in started] == [0] * 4, said
