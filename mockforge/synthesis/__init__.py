"""Synthesis: documents from a schema, field names and words."""
