"""Synthesis: documents made up from schemas, words and samples, with no model."""

from mockforge.synthesis.making import Maker, made
from mockforge.synthesis.validity import Validator, validated
from mockforge.synthesis.wanted import Wanted

__all__ = ["Maker", "Validator", "Wanted", "made", "validated"]
