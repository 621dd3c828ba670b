"""A document that is given is read before anything is answered."""

import pytest

from mockforge.app import open_replay
from mockforge.config import Config
from mockforge.errors import ConfigError
from mockforge.learning.options import LearningOptions
from mockforge.recordings.formats import jsonl
from tests.worlds import exchange


async def test_a_document_that_cannot_be_read_ends_the_start(tmp_path):
    path = tmp_path / "shop.jsonl"
    jsonl.write([exchange()], path)
    config = Config(learning=LearningOptions(openapi=str(tmp_path / "none.yaml")))

    with pytest.raises(ConfigError) as problem:
        async with open_replay(config, [path]):
            pass

    assert "none.yaml" in str(problem.value)
