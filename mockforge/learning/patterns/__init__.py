"""Patterns: how an API behaves over time, as estimates that follow what is seen.

Latency, failures, sequences and frequency are learned from observations, which are
exchanges less their bodies. Each is an estimate with samples, a confidence and an age.
"""
