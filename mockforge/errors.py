"""The errors that are raised on purpose, by whose move it is next.

* MockforgeError           everything raised on purpose
  x ConfigError            mockforge.yaml, the environment or a flag is unusable
  x RecordingError         a recording cannot be read or written
    + Miss                 a replay has no recording for this request
  x UpstreamError          the real service did not answer
  x ListenError            the address to listen on cannot be had
  x NothingVerified        a run ended well and proved nothing
"""

from __future__ import annotations

from typing import ClassVar


class MockforgeError(Exception):
    """A problem told in up to four parts, with the exit code it ends in."""

    exit_code: ClassVar[int] = 1

    def __init__(
        self,
        what: str,
        *,
        where: str | None = None,
        nearest: str | None = None,
        next_step: str | None = None,
    ) -> None:
        super().__init__(what)
        self.what = what
        """What was wrong, with the value."""
        self.where = where
        """Where the value came from: a file and path, a flag, an address."""
        self.nearest = nearest
        """The nearest right thing."""
        self.next_step = next_step
        """What to do now: a command, or a change."""

    def __str__(self) -> str:
        text = self.what
        if self.where:
            text = f"{text} ({self.where})"
        if self.nearest:
            text = f"{text}; {self.nearest}"
        if self.next_step:
            text = f"{text}\n  next: {self.next_step}"
        return text


class ConfigError(MockforgeError):
    """Something written in mockforge.yaml, the environment or a flag is unusable."""

    exit_code = 3


class RecordingError(MockforgeError):
    """A recording is missing, unreadable, too new, or cannot be written."""

    exit_code = 4


class Miss(RecordingError):
    """A replay has no recording for this request."""

    exit_code = 1


class UpstreamError(MockforgeError):
    """The real service could not be reached or did not answer."""

    exit_code = 5


class ListenError(MockforgeError):
    """The address to listen on is taken or not ours."""

    exit_code = 6


class NothingVerified(MockforgeError):
    """Nothing was loaded, nothing was served, or the client never came."""

    exit_code = 7
