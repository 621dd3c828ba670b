"""Failures: those that requests cause, told from those that come and go.

In the order of reading: `outcomes` (how an exchange ended), `telling` and `runs`
(caused or by chance), `tally` (counts), `chain` (bursts), `failures` (what learns
them), `statistics` (intervals and tests), `lasting` (samples less what passes).
"""

from __future__ import annotations

from mockforge.learning.failures.chain import Chain
from mockforge.learning.failures.failures import Failures
from mockforge.learning.failures.outcomes import WELL, outcome_of, status_of
from mockforge.learning.failures.telling import by_chance

__all__ = ["WELL", "Chain", "Failures", "by_chance", "outcome_of", "status_of"]
