"""Rebound answers: recorded ones whose situation is most like the live one's.

In the order of reading: `rebound` (the source), `journal` (what was asked and told,
found by its values), `links` (what belongs together), `situation` and `choosing`
(which recorded exchange fits), `explaining` and `origins` (where its values come
from), `rebinding` (the answer).
"""

from __future__ import annotations

from mockforge.sources.rebound.rebound import Rebound

__all__ = ["Rebound"]
