"""OpenAPI: documents of what was learned, and what a given one says."""
