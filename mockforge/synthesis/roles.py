"""Roles: what the value of a field is, told by its name.

A name is looked at from its longest ending to its shortest: `customer_first_name` is
the first name of the customer. What comes before says whose it is.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from mockforge.synthesis.kinds import PERSONS
from mockforge.synthesis.naming import singular, tokens, words_of
from mockforge.synthesis.rolenames import ROLES
from mockforge.synthesis.sorts import is_doer, sort_of


class Role(NamedTuple):
    """What a field is."""

    name: str
    """The role, or nothing where the name does not tell."""
    whose: str = ""
    """The words before: `customer` for `customer_name`."""
    words: tuple[str, ...] = ()
    """All words of the name."""


def _table() -> dict[str, str]:
    found: dict[str, str] = {}
    for line in ROLES.replace("\n  ", "").strip().splitlines():
        role, _, names = line.partition(": ")
        for name in names.split("|"):
            found.setdefault(name, role)
    return found


_BY_NAME = _table()


@lru_cache(maxsize=8192)
def role_of(name: str) -> Role:
    """Return the role of a field called *name*."""
    words = words_of(name)
    for candidate in (words, words[:-1] if words[-1:] == ("url",) else words):
        for start in range(len(candidate)):
            role = _BY_NAME.get(" ".join(candidate[start:]))
            if role is not None:
                return Role(role, " ".join(words[:start]), words)
    ones = (*words[:-1], singular(words[-1])) if words else words
    role = _BY_NAME.get(" ".join(ones)) if ones != words else None
    if role is None and words and _is_someone(words):
        return Role("full", " ".join(words[:-1]), words)
    is_grain = words[-1:] and words[-1] in _GRAINS and words[-2:-1] and \
        words[-2] in _WHEN  # fmt: skip
    if role is None and len(words) > 1 and (words[-1] in _AFTER or is_grain):
        return role_of(" ".join(words[:-1]))._replace(words=words)
    if role is None and len(words) > 1 and words[-1] in ("at", "on") \
            and words[-2].endswith(_DONE):  # fmt: skip
        # Whatever was done, that is when: `enacted_on`, `spotted_at`.
        role = "created"
    return Role(role or "", "", words)


def _is_someone(words: tuple[str, ...]) -> bool:
    """Return whether *words* stand for a person: `co_pilot`, `ordered_by`."""
    last = singular(words[-1])
    if last == "by":
        return len(words) > 1
    if sort_of(last) == "person" or is_doer(last):
        return True
    return (last in PERSONS or last in _DONE_TO) and last not in _NO_NAMES


_DONE_TO = frozenset(
    tokens("invitee mentee trainee lessee grantee appointee honoree nominee awardee "
           "interviewee addressee consignee licensee retiree evacuee lessor payor "
           "watcher delegate guarantor")
)  # fmt: skip
_NO_NAMES = frozenset(("profile", "contact", "account_holder"))
_DONE = ("ed", "en", "wn", "ught", "lt", "nt", "id", "ld")
_AFTER = frozenset(
    tokens(
        """found used requested made text string str value val raw formatted given
        chosen
    selected assigned reported observed local original current primary visited preferred
    preference visible"""
    )
)  # fmt: skip
"""Words after another that do not change what it is."""


_GRAINS = frozenset(
    tokens("ms millis milliseconds milli us micros ns nanos nano seconds sec")
)
_WHEN = frozenset(
    tokens("at on date timestamp ts created updated modified expires epoch unix")
)
"""Words of a time, behind which stands what it counts: `created_at_ms`."""
_PLACED = frozenset(
    ("city", "street", "zip", "country", "country code", "address", "lat", "line2")
)


def state_or_status(role: Role, schema: object) -> Role:
    """Return *role*; a `state` with no city and no country beside it is a status."""
    if role.words == ("exp",) and isinstance(schema, dict):
        is_token = not {"iat", "nbf", "iss"}.isdisjoint(schema.get("properties", {}))
        return role._replace(name="future") if is_token else role
    if role.words[-1:] != ("state",) or not isinstance(schema, dict):
        return role
    beside = {role_of(name).name for name in schema.get("properties", {})}
    return role if beside & _PLACED else role._replace(name="status")
