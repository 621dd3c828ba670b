"""A small shop API to record from: first steps, docs and tests."""
