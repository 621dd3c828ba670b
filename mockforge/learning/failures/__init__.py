"""Failures: those that requests cause, told from those that come and go."""
