"""Frequency: how often an endpoint is asked, and how long clients wait before."""

from mockforge.learning.frequency.frequency import Frequency

__all__ = ["Frequency"]
