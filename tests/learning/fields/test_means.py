"""Nothing has to be told for a document to be drawn."""

from mockforge.chance import rng
from mockforge.learning.fields.drawing import Source
from mockforge.learning.fields.means import Means


def test_known_values_are_the_only_means_that_are_needed():
    schema = {"type": "object", "properties": {"a": {"type": "integer"}}}

    assert Source(schema).drawn(rng(1), Means({("a",): 7})) == {"a": 7}
    assert Means().words is None
