"""Where an answer can come from, one module a source."""
