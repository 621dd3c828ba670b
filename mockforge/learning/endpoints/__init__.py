"""Which endpoints an API has, told from what was asked of it."""

from mockforge.learning.endpoints.known import Known, Located
from mockforge.learning.endpoints.map import EndpointMap
from mockforge.learning.endpoints.observed import Endpoints

__all__ = ["EndpointMap", "Endpoints", "Known", "Located"]
