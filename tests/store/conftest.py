import sys
from pathlib import Path

import pytest

ROOT = str(Path(__file__).resolve().parents[2])
if ROOT not in sys.path:
    sys.path.insert(0, ROOT)

from tests.clusters import BACKENDS, cluster, where  # noqa: E402, F401


@pytest.fixture(autouse=True)
def state(tmp_path, monkeypatch):
    """Side files of PostgreSQL's databases stay in the test's own folder."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


@pytest.fixture(params=[name for name in BACKENDS if name == "postgresql"])
def cluster_url(request):
    """A database of PostgreSQL, where there is one."""
    return request.getfixturevalue("cluster").database()
