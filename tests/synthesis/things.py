"""Things and fields for tests."""

from mockforge.chance import rng
from mockforge.synthesis.clocks import seconds_of
from mockforge.synthesis.entity import Entity, Field
from mockforge.synthesis.roles import role_of
from mockforge.synthesis.shared import Shared

NOW = 1_763_700_000.0


def entity(kind="user", seed=1, path=()):
    """A thing of its own."""
    return Entity(Shared(rng(seed), NOW, kind), kind, path)


def field(name, kind="string", **schema):
    """A field called *name*."""
    return Field(name, role_of(name), {"type": kind, **schema}, kind, (name,))


def when(value):
    """The seconds of *value*, which is a time."""
    found = seconds_of(value)
    assert found is not None
    return found
