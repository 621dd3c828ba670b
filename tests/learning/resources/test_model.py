import json

import pytest

from mockforge.learning.resources import Resources
from tests.learning.resources.told import CALLS, LIFE, resources_of


@pytest.mark.parametrize("lines", [(), LIFE, CALLS], ids=["none", "life", "calls"])
def test_resources_survive_being_written_as_json(lines):
    found = resources_of(*lines)

    assert Resources.from_json(json.loads(json.dumps(found.to_json()))) == found


def test_what_is_no_resources_is_refused():
    values: list = [[], {"kinds": 3}, {"nothing": 1}, {"operations": {"GET /": {}}}]
    for value in values:
        with pytest.raises(ValueError, match=r"is no|no "):
            Resources.from_json(value)
