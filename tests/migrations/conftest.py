import sys
from pathlib import Path

import pytest

ROOT = str(Path(__file__).resolve().parents[2])
if ROOT not in sys.path:
    sys.path.insert(0, ROOT)

from tests.clusters import BACKENDS, running  # noqa: E402


@pytest.fixture(scope="session")
def cluster():
    with running() as found:
        yield found


@pytest.fixture(params=BACKENDS)
def where(request, tmp_path):
    """An address for a new recording: a file, or a database of PostgreSQL."""
    if request.param == "sqlite":
        return str(tmp_path / "api.db")
    return request.getfixturevalue("cluster").database()
