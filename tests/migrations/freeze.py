"""Write schemas/REVISION.sql: a recording as the present schema keeps it.

    python tests/migrations/freeze.py

To be run once for each new revision, and never again for an old one: every later
program must open these files.
"""

import asyncio
import sqlite3
import sys
import tempfile
from contextlib import closing
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from mockforge.store import insertion
from mockforge.store.database import connect
from mockforge.store.rows import Row
from mockforge.store.tables import APPLICATION, HEAD
from mockforge.store.writer import Writer
from tests.store import samples

SCHEMAS = Path(__file__).parent / "schemas"
KEY = "5eed" * 16
LONG = b'{"items": [%s]}' % b", ".join(b'{"id": %d}' % n for n in range(600))


def rows():
    """Return what is in a frozen recording."""
    return [
        samples.row(1),
        samples.row(2, body=LONG),
        Row(samples.AWKWARD, b"\x00\xff"),
        samples.row(4, response=None),
    ]


async def record(path):
    insertion.PART = 4000
    async with await connect(path, create=True) as database:
        await database.set_meta("redact_key", KEY)
        async with Writer(database) as writer:
            for row in rows():
                await writer.write(row)


def main():
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "frozen.db"
        asyncio.run(record(path))
        with closing(sqlite3.connect(path)) as connection:
            lines = [f"PRAGMA application_id={APPLICATION};", *connection.iterdump()]
    SCHEMAS.mkdir(exist_ok=True)
    target = SCHEMAS / f"{HEAD}.sql"
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(target)


if __name__ == "__main__":
    main()
