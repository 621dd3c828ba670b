"""One call for everything there is a schema of."""

import pytest

from mockforge.chance import rng
from mockforge.learning.fields.generation import generate
from mockforge.learning.fields.model import Body
from tests.learning.fields.documents import is_valid, node_of

SEEN = node_of(*({"id": n, "name": "Ada"} for n in range(3)))
DECLARED = {
    "type": "object",
    "properties": {"id": {"type": "string"}, "name": {"type": "string"}},
    "required": ["id", "name"],
}


@pytest.mark.parametrize(
    "source",
    [SEEN, Body("json", SEEN, 3), Body("json", SEEN, 3, declared=DECLARED), DECLARED],
    ids=["node", "body", "declared body", "schema"],
)
def test_what_is_made_is_valid_against_its_source(source):
    schema = source if isinstance(source, dict) else Body("json", SEEN, 3).schema
    if isinstance(source, Body):
        schema = source.schema

    for seed in range(9):
        assert is_valid(schema, generate(source, rng(seed), now=1.7e9))


def test_a_declared_body_holds_what_was_seen_as_far_as_it_may():
    made = generate(Body("json", SEEN, 3, declared=DECLARED), rng(1))

    assert made["name"] == "Ada"
    assert isinstance(made["id"], str)


def test_known_values_reach_every_source():
    for source in (SEEN, Body("json", SEEN, 3, declared=DECLARED), DECLARED):
        assert generate(source, rng(1), known={("name",): "Bo"})["name"] == "Bo"
