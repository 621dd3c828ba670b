"""Lines of products."""

from mockforge.synthesis.lexicons.gadgets import GADGETS
from mockforge.synthesis.lexicons.household import HOUSEHOLD

GOODS = (*GADGETS, *HOUSEHOLD)
