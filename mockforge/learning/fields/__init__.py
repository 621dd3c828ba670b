"""Fields: what values look like, their schemas, and new documents in their image."""

from mockforge.learning.fields.generation import generate
from mockforge.learning.fields.mending import mended
from mockforge.learning.fields.model import (
    Body,
    EndpointFields,
    Fields,
    Side,
    learn_fields,
)
from mockforge.learning.fields.node import Node
from mockforge.learning.fields.schema import Schema, schema_of

__all__ = [
    "Body",
    "EndpointFields",
    "Fields",
    "Node",
    "Schema",
    "Side",
    "generate",
    "learn_fields",
    "mended",
    "schema_of",
]
