"""Conditions: what must hold, in words of a small language.

`compile_condition` and `compile_expression` read a text once; what they return is
asked with the names of the moment, and never raises.
"""

from mockforge.conditions.compiling import (
    NAMES,
    Condition,
    Expression,
    compile_condition,
    compile_expression,
    find_problems,
)

__all__ = [
    "NAMES",
    "Condition",
    "Expression",
    "compile_condition",
    "compile_expression",
    "find_problems",
]
