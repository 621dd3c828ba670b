"""Nodes survive JSON."""

import json

from hypothesis import given

from mockforge.learning.fields.packing import packed, unpacked
from tests.learning.fields.documents import SAMPLES, node_of


@given(SAMPLES)
def test_a_node_survives_json_of_the_strict_kind(samples):
    told = json.dumps(packed(node_of(*samples)), allow_nan=False)

    assert packed(unpacked(json.loads(told))) == packed(node_of(*samples))
