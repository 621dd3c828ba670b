"""Stubs: what the config says an endpoint answers."""
