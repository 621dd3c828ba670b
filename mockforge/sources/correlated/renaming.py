"""A session's renaming: which live value stands for which recorded one, and back."""

from __future__ import annotations

from dataclasses import dataclass, field

from mockforge.sources.correlated.names import Names, is_telling


@dataclass(slots=True, eq=False)
class Renaming:
    """What one client's session has taught."""

    live: Names = field(default_factory=Names)
    """From recorded values to live ones; what was taught last."""
    recorded: Names = field(default_factory=Names)
    """From live values to recorded ones; several may stand for one."""

    def teach(self, recorded: str, live: str) -> bool:
        """Have *live* stand for *recorded*; return whether that was taken in.

        A value that may stand anywhere by chance is not.
        """
        if recorded == live:
            # What was something else before is itself again.
            self.live.drop(recorded)
            return False
        if not is_telling(recorded) or not is_telling(live):
            return False
        self.live.add(recorded, live)
        self.recorded.add(live, recorded)
        return True

    def __bool__(self) -> bool:
        return bool(self.live) or bool(self.recorded)
