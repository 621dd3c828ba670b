"""What the bytes of a recorded answer depend on beside the exchange."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mockforge.server.http1 import Asked

MOST = 1000


class Flavours(dict[tuple[object, ...], int]):
    """A number for each way to write an answer; whoever adds it to an id has a key."""

    def of(self, asked: Asked, shelf: int) -> int | None:
        """Return the number of what answers *asked*; None if there are too many.

        Args:
            asked: What is answered.
            shelf: The number of the recording.
        """
        request = asked.request
        what = (
            shelf,
            request.scheme,
            request.authority,
            request.version,
            asked.keep_alive,
            request.method == "HEAD",
        )
        number = self.get(what)
        if number is None:
            if len(self) >= MOST:
                return None
            # Exchange ids are below 2**48: a gigabyte of ids a second for years.
            number = self[what] = len(self) << 48
        return number
