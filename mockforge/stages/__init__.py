"""The stages of one request, functions of values: origins, sessions."""
