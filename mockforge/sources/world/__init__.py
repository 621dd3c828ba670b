"""A world: entities that were made, changed and ended since, and answers about them."""

from mockforge.sources.world.worlds import World

__all__ = ["World"]
