"""A lock that is held long and passed on in between."""

from __future__ import annotations

import threading


class Turnstile:
    """A lock whose holder lets in, when it pauses, whoever waits.

    A plain lock that is released and taken again at once mostly stays with the same
    thread. Here a second lock is the place of the next in line: who pauses must stand
    there too, behind the one who waits already.
    """

    def __init__(self) -> None:
        self._next = threading.Lock()
        self._inside = threading.Lock()

    def __enter__(self) -> None:
        with self._next:
            self._inside.acquire()

    def __exit__(self, *_: object) -> None:
        self._inside.release()

    def pause(self) -> None:
        """Let another thread in, if one waits; for the holder."""
        self._inside.release()
        with self._next:
            self._inside.acquire()
