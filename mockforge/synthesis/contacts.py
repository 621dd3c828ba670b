"""How to reach someone: what has a name there has that of a person."""

from __future__ import annotations

from mockforge.synthesis.entity import Entity
from mockforge.synthesis.kinds import PARTS
from mockforge.synthesis.naming import singular, words_of
from mockforge.synthesis.roles import role_of


def is_contact(entity: Entity) -> bool:
    """Return whether *entity* tells how to reach someone: `billing_details`."""
    names = [step for step in entity.path if isinstance(step, str)]
    if not names or singular(words_of(names[-1])[-1]) not in PARTS:
        return False
    schema = entity.memo.get("schema")
    told = schema.get("properties", {}) if isinstance(schema, dict) else {}
    return bool({role_of(name).name for name in told} & {"email", "phone"})
