"""Members that hold what a request says, where no schema has any for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from mockforge.options import Json
from mockforge.synthesis.exchange import worth
from mockforge.synthesis.facts import Fact
from mockforge.synthesis.naming import words_of
from mockforge.synthesis.requested import MAKING
from mockforge.synthesis.spots import meant
from mockforge.synthesis.wanted import Wanted
from mockforge.synthesis.ways import direction_of


def members_for(facts: Sequence[Fact], body: Json) -> Mapping[str, Any]:
    """Return the members that hold what *facts* and *body* say."""
    found: dict[str, Any] = {}
    for fact in facts:
        words = fact.words
        if fact.owner and words == ("id",):
            words = (*fact.owner, "id")
        plain = words_of(fact.name)
        name = "_".join(plain if fact.words != ("id",) else words)
        value = str(fact.values[0])
        is_whole = value.isdigit() and len(value) < len("1000000000000000")
        found[name] = {"type": "integer" if is_whole else "string"}
    several = [str(fact.values[0]).upper() for fact in facts if direction_of(fact)]
    if len(several) == 2 and worth(*several) is not None:
        found["rate"] = {"type": "number"}
    if isinstance(body, dict):
        found |= {str(name): shape_of(each) for name, each in body.items()}
    return found


def sent(wanted: Wanted) -> Json:
    """Return what was sent to be made or changed; None where nothing was."""
    return wanted.body if wanted.method in MAKING else None


def beside(members: Mapping[str, Any], more: Mapping[str, Any]) -> dict[str, Any]:
    """Return *members* with *more* behind the id; what is told is as it is told."""
    known = {meant(words_of(name)): name for name in members}
    added = {}
    changed = dict(members)
    for name, schema in more.items():
        mine = known.get(meant(words_of(name)))
        if mine is None:
            added[name] = schema
        elif name not in changed:
            changed = {name if one == mine else one: schema if one == mine else told
                       for one, told in changed.items()}  # fmt: skip
        else:
            changed[name] = schema
    head = {name: changed.pop(name) for name in ("id",) if name in changed}
    return {**head, **added, **changed}


def shape_of(value: Json) -> dict[str, Any]:
    """Return a schema of the shape of *value*."""
    if isinstance(value, dict):
        members = {str(name): shape_of(each) for name, each in value.items()}
        return {"type": "object", "properties": members, "required": [*members]}
    if isinstance(value, list):
        return {"type": "array", "items": shape_of(value[0]) if value else {}}
    if isinstance(value, bool):
        return {"type": "boolean"}
    if isinstance(value, int | float):
        return {"type": "integer" if isinstance(value, int) else "number"}
    return {"type": ["string", "null"]} if value is None else {"type": "string"}
