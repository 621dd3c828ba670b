"""The files recordings are read from and written to, one module a format."""
