"""Where values come from: the bindings of answers, the volatile fields of requests."""

from mockforge.learning.bindings.binding import Binding, Kind, Link, Origin
from mockforge.learning.bindings.bindings import Bindings, learn_bindings
from mockforge.learning.bindings.pins import Pin, Pins, read_pins
from mockforge.learning.bindings.volatile import Source, Volatile

__all__ = [
    "Binding",
    "Bindings",
    "Kind",
    "Link",
    "Origin",
    "Pin",
    "Pins",
    "Source",
    "Volatile",
    "learn_bindings",
    "read_pins",
]
