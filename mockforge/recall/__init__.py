"""Recall: which recorded exchange is nearest in meaning to a request, or to words."""
