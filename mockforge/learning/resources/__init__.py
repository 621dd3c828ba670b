"""Resources: what an API keeps, and which endpoints make, show, list, change, end it."""

from mockforge.learning.resources.learn import learn_resources
from mockforge.learning.resources.model import Kind, Operation, Resources

__all__ = ["Kind", "Operation", "Resources", "learn_resources"]
