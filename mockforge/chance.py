"""Chance as an argument: draws that depend on a seed and keys alone."""

from __future__ import annotations

import hashlib
from random import Random  # noqa: TID251 - the one place that may


def rng(seed: int, *keys: str | int) -> Random:
    """Return a generator whose draws depend on *seed* and *keys* alone.

    No two requests share one, so a replay draws the same numbers however its
    requests interleave. By custom the keys are (session, endpoint, turn, stage).
    """
    digest = hashlib.blake2b(repr((seed, keys)).encode(), digest_size=16).digest()
    return Random(int.from_bytes(digest, "big"))
