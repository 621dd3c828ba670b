"""Latency: how long an endpoint takes to its first byte, as it was seen to.

No curve is assumed. What was seen is kept, thinned out evenly beyond some hundreds with
both tails kept, and drawn from again: heavy tails stay heavy and two humps stay two.
"""

from mockforge.learning.latency.latencies import Latencies

__all__ = ["Latencies"]
