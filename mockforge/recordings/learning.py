"""What was learned of a recording: kept where it can be, else learned when needed."""

from __future__ import annotations

import asyncio
from weakref import WeakKeyDictionary

from mockforge.learning.learned import Learned
from mockforge.learning.learner import Learner
from mockforge.recordings.files import Recording

_known: WeakKeyDictionary[Recording, Learned] = WeakKeyDictionary()


async def learned_of(recording: Recording) -> Learned:
    """Return what is known of the API behind *recording*.

    Raises:
        RecordingError: If it cannot be read.
    """
    if (found := _known.get(recording)) is None:
        found = _known[recording] = await learned_anew(recording)
    return found


async def learned_anew(recording: Recording) -> Learned:
    """Learn from every exchange of *recording*.

    Raises:
        RecordingError: If it cannot be read.
    """
    learner = Learner()
    async for exchange in recording.every():
        learner.add(exchange)
    return await asyncio.to_thread(learner.settle)
