"""Answers to requests that differ from the recorded ones only in what is minted."""
