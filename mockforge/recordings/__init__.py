"""Recordings: what is kept, redacted, matched, read and written."""
