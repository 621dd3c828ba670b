"""Resources: what an API keeps, and which endpoints make, show, list, change, end it.

readings.py reads samples; kinds.py and calls.py find what they speak of; timeline.py
tells what became of each entity, roles.py from that what endpoints do; origins.py where
values come from; operations.py, listings.py, refusals.py and references.py how
endpoints answer; histories.py what had been written when. model.py is what comes out.
"""

from mockforge.learning.resources.learn import learn_resources
from mockforge.learning.resources.model import Kind, Operation, Resources

__all__ = ["Kind", "Operation", "Resources", "learn_resources"]
