"""`mockforge replay` with traffic mirrored: a journey from a recording to answers."""

from itertools import groupby

from mockforge.recordings.formats import jsonl
from tests.cli.test_replay import get, replaying
from tests.sources.test_mirrored import LENGTHS, jobs

SETTINGS = """
drift_learning:
  traffic_mirroring: true
  mode: behavioral
seed: 3
"""


def test_a_job_is_polled_as_it_was_learned(tmp_path):
    path = tmp_path / "shop.jsonl"
    jsonl.write(jobs(LENGTHS), path)
    (tmp_path / "mockforge.yaml").write_text(SETTINGS)
    found = []
    with replaying(path, cwd=tmp_path) as (url, outcome):
        for number in range(12):
            bodies = [get(f"{url}/jobs/{number}")[1] for _ in range(9)]
            told = [b"done" in body for body in bodies]
            assert [is_done for is_done, _ in groupby(told)] == [False, True]
            found.append(told.index(True))

    assert outcome["code"] == 0, outcome["err"]
    assert set(found) <= set(LENGTHS)
    assert found != LENGTHS[:12]
