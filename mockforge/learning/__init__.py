"""Learning: what an API is, from what was recorded of it. Pure; no I/O, no clock."""
