"""Blend: one answer made of several candidates, coherent in itself."""

from mockforge.stages.blend.blend import Blended, Candidate, blend

__all__ = ["Blended", "Candidate", "blend"]
