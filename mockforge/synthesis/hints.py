"""Fields that tell who someone is, or which of several things it is."""

from __future__ import annotations

from functools import lru_cache

_OWN_IDS = ("id", "uuid", "uid", "_id")
_NAMED = (
    ("first_name", "given_name", "firstname"),
    ("last_name", "surname", "family_name", "lastname"),
    ("name", "full_name", "display_name"),
)


@lru_cache(maxsize=1024)
def ids_of(whose: str, kind: str) -> tuple[str, ...]:
    """Return the fields that have the id of *whose*, or of a thing of *kind*."""
    if whose:
        return f"{whose}_id", f"{whose}id", f"{whose}-id"
    return (*_OWN_IDS, f"{kind}_id", f"{kind}id") if kind else _OWN_IDS


@lru_cache(maxsize=1024)
def names_of(whose: str) -> tuple[tuple[str, ...], ...]:
    """Return the fields with the first, the last and the full name of *whose*."""
    lead = f"{whose}_" if whose else ""
    return tuple(
        tuple(
            one
            for name in names
            for one in (lead + name, (lead + name).replace("_", ""))
        )
        for names in _NAMED
    )
