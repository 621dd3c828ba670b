"""What is asked of synthesis."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field

from mockforge.learning.fields import Node
from mockforge.options import Json


@dataclass(frozen=True, slots=True)
class Wanted:
    """A document that is to be made up, with all that is known of it."""

    schema: Json | None = None
    """The JSON Schema it follows; None: the prompt, the path and the base tell."""
    prompt: str = ""
    """What to make, in words."""
    context: str = ""
    """What else is known, in words; the prompt counts for more."""
    path: str = ""
    """The path asked for, `/orders/12` or `/orders/{id}`: its words name what it is."""
    params: Mapping[str, Json] = field(default_factory=dict)
    """The parameters of the path, by name: `id` becomes the id of what is made."""
    query: Mapping[str, Json] = field(default_factory=dict)
    """What was asked for: `status=paid` holds for all of a list."""
    body: Json = None
    """What was sent: what is made of it has the values that it gives."""
    method: str = ""
    """How it was asked for; nothing is taken for GET."""
    base: Json = None
    """What is given already and stays as it is; the rest is added."""
    samples: Sequence[Json] = ()
    """Documents of this endpoint that were recorded."""
    node: Node | None = None
    """What was learned of its fields."""
    count: int | None = None
    """How many; more than one, or 0, makes a list, 1 and None what the schema says."""
    seed: int = 0
    """What is the same for each request of an endpoint, as a total is, is drawn by."""

    @property
    def plainly(self) -> tuple[Hashable, ...] | None:
        """What is wanted, if a path, a method and words say all of it; else None."""
        if self.params or self.query or self.samples:
            return None
        if not (self.body is None and self.base is None and self.node is None):
            return None
        return (self.prompt, self.context, self.path, self.method, self.count,
                self.seed)  # fmt: skip
