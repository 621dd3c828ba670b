"""Remembering: what a replay recalls by meaning, opened as the settings say."""

from __future__ import annotations

from contextlib import AsyncExitStack
from typing import TYPE_CHECKING

from mockforge.config import Config
from mockforge.engine import OnMiss

if TYPE_CHECKING:
    from mockforge.sources.recorded import Recorded


async def recall_in(stack: AsyncExitStack, config: Config, recorded: Recorded) -> None:
    """Have *recorded* recall what is nearest, if the settings say so.

    Args:
        stack: Closes what asks an embedder.
        config: The settings.
        recorded: The recordings.

    Raises:
        ConfigError: If the embedder's settings are unusable.
        RecordingError: If a recording cannot be read.
        UpstreamError: If the embedder asks somebody who does not answer.
    """
    if config.replay.on_miss is not OnMiss.RECALL:
        return
    # A strict replay starts without all of this.
    from mockforge.recall.embedder import embedder_of
    from mockforge.recall.making import memory_of
    from mockforge.recordings.learning import learned_of
    from mockforge.sources.recalled import Recall, Remembered

    embedder = embedder_of(config.recall, offline=config.offline)
    stack.push_async_callback(embedder.close)
    remembered = []
    for shelf in recorded.shelves:
        learned = await learned_of(shelf.recording, config.learning)
        memory = await memory_of(shelf.recording, learned.endpoints, embedder)
        operations = learned.resources.operations
        making = {key for key, one in operations.items() if one.role == "create"}
        remembered.append(Remembered(memory, making))
    recorded.recall = Recall(
        recorded.shelves, remembered, threshold=config.recall.threshold
    )
