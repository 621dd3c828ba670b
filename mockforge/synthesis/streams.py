"""Chance that begins anew for each field, once something is drawn from it."""

from __future__ import annotations

from random import Random  # noqa: TID251 - the type alone

from mockforge.chance import rng as seeded


class Drawn:
    """Something that is drawn by chance."""

    def __init__(self, rng: Random) -> None:
        self._rng = rng
        self._keys: tuple[int, tuple[str, ...]] | None = None

    @property
    def rng(self) -> Random:
        """What it is drawn with."""
        if self._keys is not None:
            self._rng = seeded(self._keys[0], *self._keys[1])
            self._keys = None
        return self._rng

    def draw_by(self, seed: int, *keys: str) -> None:
        """Draw what comes by *seed* and *keys*."""
        self._keys = seed, keys
