"""Quantities: how large what is measured or counted usually is, and in what unit."""

from mockforge.synthesis.quantities.choosing import Evidence, Reading, reading
from mockforge.synthesis.quantities.rows import Row
from mockforge.synthesis.quantities.units import Unit, spelled, units_told

__all__ = ["Evidence", "Reading", "Row", "Unit", "reading", "spelled", "units_told"]
