"""What learning is told, and does not have to find out."""

from __future__ import annotations

from mockforge.options import Options

VERSION = 1
"""Of what is learned and how it is told; what another version kept is learned again."""


class LearningOptions(Options):
    """What is known of the API before anything is learned."""

    openapi: str | None = None
    """An OpenAPI document, 3.0 or 3.1, as JSON or YAML: what it says of paths and
    bodies wins over what is inferred."""
    pins: str | None = None
    """A file that says of fields of requests whether they are volatile, and overrules
    what is inferred."""
