"""The server: surfaces that answer without a proxy."""
