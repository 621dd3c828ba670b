"""Conditions: what must hold, in words of a small language."""
