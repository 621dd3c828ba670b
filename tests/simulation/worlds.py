"""What the tests of simulations have in common."""

from mockforge.chance import rng
from mockforge.clock import VirtualClock
from mockforge.learning.learner import learn
from mockforge.recordings.redact import NoRedaction
from mockforge.simulation.stories import Collected, Telling
from tests.simulation.notes import sessions


def stories_of(exchanges, states=None):
    """Return the stories of *exchanges*, learned from them alone."""
    collected = Collected()
    for exchange in exchanges:
        collected.add(exchange)
    return Telling(learn(exchanges), states or {}, NoRedaction()).stories(collected)


def recorded(number=6):
    """Return the exchanges of some clients of the notes."""
    return sessions(VirtualClock(), number)


def draw(turn, purpose):
    """Chance."""
    return rng(7, "test", turn, purpose)
