"""Keys of maps: objects of which a schema tells what is in them, and no names."""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

from mockforge.bodies.document import Path
from mockforge.learning.fields.schema import Schema
from mockforge.learning.fields.seen import MISSING
from mockforge.options import Json
from mockforge.synthesis.entity import Entity
from mockforge.synthesis.naming import singular, slug, words_of
from mockforge.synthesis.phrases import filled
from mockforge.synthesis.roles import role_of
from mockforge.synthesis.teams import group_size

Value = Callable[[Schema, str, Path], Json]
_TABLE = """
currency rate price balance amount fx conversion exchange total: USD EUR GBP JPY CHF CAD
language translation locale i18n localized lang: en de fr es it pt nl
country market: DE US GB FR NL ES
region: eu-central us-east us-west ap-south
label annotation selector tag: app environment team tier owner component
metadata meta custom extra additional context attribute property: source campaign
  reference channel priority batch
header: Content-Type Cache-Control X-Request-Id ETag Accept
env environment variable: LOG_LEVEL DATABASE_URL PORT REGION CACHE_TTL
param parameter query arg argument filter: status sort limit page from
permission access acl scope right: read write delete share admin
setting preference config configuration option: notifications language theme timezone
flag feature toggle: dark_mode beta_search new_checkout audit_log
status state: active pending completed failed
score rating: quality service delivery value
metric stat statistic kpi usage: requests errors latency uptime
hour opening schedule weekday day week: monday tuesday wednesday thursday friday
link url href: self docs website support
social network profile: linkedin github instagram twitter
size thumbnail image variant rendition: small medium large
file document: README.md main.py config.yaml index.html
error validation violation: email name phone address
limit quota: requests storage users projects
contact: billing technical support sales
address: billing shipping office
answer response question: q1 q2 q3 q4
category type kind group: standard premium basic custom
dimension: length width height
nutrient nutrition: protein fat carbohydrates fibre
resource cpu memory: cpu memory storage
volume mount secret: data config logs cache
port endpoint: http https metrics admin
service dependency check component: database cache queue storage
role member user team: admin editor viewer
color colour palette theme: primary secondary accent background
month: 01 02 03 04 05 06
"""
_FREE = frozenset(("label", "annotation", "selector", "metadata", "meta", "custom",
                   "extra", "attribute", "property", "header", "env", "environment",
                   "parameter", "param", "query", "context", "setting", "preference",
                   "config", "configuration", "permission", "feature"))  # fmt: skip
"""Objects of which it is usual that nobody tells what is in them."""
_DATES = frozenset(("date", "daily", "history", "series", "timeseries", "timeline"))
_KEPT: dict[str, tuple[str, ...]] = {}


def _table() -> dict[str, tuple[str, ...]]:
    if not _KEPT:
        for line in _TABLE.replace("\n  ", " ").strip().splitlines():
            words, _, keys = line.partition(": ")
            for word in words.split():
                _KEPT.setdefault(word, tuple(keys.split()))
    return _KEPT


def keys_for(entity: Entity, schema: Mapping[str, Any], path: Path) -> tuple[str, ...]:
    """Return the keys that the map at *path* may have, in order."""
    told = _examples(entity, path) or _dicts(schema.get("examples"))
    keys = dict.fromkeys(key for one in told for key in one)
    if keys:
        return tuple(keys)
    above = [singular(word) for word in words_of(_name(path[:-1]))]
    known = _known(entity, "resource" if "resource" in above else _name(path))
    if known:
        return known
    values = schema.get("additionalProperties")
    if isinstance(values, dict) and values.get("type") in ("string", "boolean"):
        return _table()["metadata"]
    return tuple(slug(filled(entity, "{object}")) for _ in range(4))


def _known(entity: Entity, name: str) -> tuple[str, ...]:
    """Return the keys that the words of *name* tell."""
    words = [singular(word) for word in words_of(name or entity.shared.noun)]
    if "by" in words:
        # What comes after tells what it is kept by: `users_by_country`.
        words = words[words.index("by") :]
    for word in reversed(words):
        if word in _DATES:
            today = entity.shared.today
            days = (today - timedelta(days=back) for back in range(7, 0, -1))
            return tuple(day.isoformat() for day in days)
        if word in _table():
            return _table()[word]
    return ()


def _name(path: Path) -> str:
    return next((step for step in reversed(path) if isinstance(step, str)), "")


def _dicts(told: Any) -> list[dict[str, Json]]:
    found = told if isinstance(told, list) else []
    return [one for one in found if isinstance(one, dict) and one]


def _examples(entity: Entity, path: Path) -> list[dict[str, Json]]:
    """Return the objects that the schema gives as examples of what is at *path*."""
    return _dicts(_told(entity, path))


def _told(entity: Entity, path: Path) -> Json:
    schema = entity.memo.get("schema")
    if not isinstance(schema, dict) or entity.path != path[:-1]:
        return None
    member = schema.get("properties", {}).get(path[-1])
    return member.get("examples") if isinstance(member, dict) else None


def size_told(parent: Entity | None, path: Path) -> tuple[int, int] | None:
    """Return how few and how many items the examples of a list at *path* have."""
    told = _told(parent, path) if parent is not None and path else None
    sizes = [len(one) for one in told if isinstance(one, list) and one] \
        if isinstance(told, list) else []  # fmt: skip
    if not sizes:
        return None if parent is None or not path else group_size(
            parent.shared, parent.kind, str(path[-1]))  # fmt: skip
    return (max(1, min(sizes) - 1), max(sizes)) if max(sizes) < 20 else (5, 20)


def free(
    entity: Entity, schema: Mapping[str, Any], path: Path, value: Value
) -> dict[str, Json] | None:
    """Return an object of which only the name tells what it holds; None: nothing."""
    told = _dicts(schema.get("examples")) or _examples(entity, path)
    if told:
        return copy.deepcopy(entity.rng.choice(told))
    name = _name(path)
    words = [singular(word) for word in words_of(name)]
    if not words or words[-1] not in _FREE:
        return None
    keys = _known(entity, name)
    some = keys[: entity.rng.randint(2, 3)]
    made = {key: value({"type": "string"}, "string", (*path, key)) for key in some}
    return {
        key: each
        for key, each in made.items()
        if isinstance(each, str) and each is not MISSING
    }


def name_of_value(entity: Entity, path: Path) -> str:
    """Return what the member at *path* is called: by its name, or by the map's."""
    key = str(path[-1])
    schema = entity.memo.get("schema")
    is_map = isinstance(schema, dict) and entity.path == path[:-1] \
        and not schema.get("properties")  # fmt: skip
    if not is_map or role_of(key).name:
        return key
    return singular(_name(path[:-1])) or key
