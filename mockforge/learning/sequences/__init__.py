"""Sequences: what follows what in a session, and how often one asks until it is done.

A step is an endpoint with what it answered. What comes next is told by the last few
steps; how long a thing stays in a state, by the reads of it in one session.
"""

from mockforge.learning.sequences.sequences import Sequences
from mockforge.learning.sequences.states import Sampled, states_of
from mockforge.learning.sequences.steps import END, START, Step, state_at

__all__ = ["END", "START", "Sampled", "Sequences", "Step", "state_at", "states_of"]
