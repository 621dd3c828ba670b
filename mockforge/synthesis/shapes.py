"""Which members of an object say what is measured, its value and its unit."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from mockforge.synthesis.entity import Entity
from mockforge.synthesis.naming import words_of
from mockforge.synthesis.quantities.units import is_unit_field

_TOPICS = ("metric", "metricname", "measurement", "parameter", "sensortype", "vital",
           "vitalsign", "testname", "test", "analyte", "indicator", "pollutant",
           "nutrient", "quantitytype", "readingtype", "measurementtype", "metrictype",
           "variable", "measure", "observationtype", "observation", "property", "kpi",
           "datatype", "type", "kind", "code", "label", "display", "name", "channel",
           "sensor", "field", "component", "activity", "statistic", "stat")  # fmt: skip
"""Names of fields that may say what is measured, the surest first."""
SURE = frozenset(_TOPICS[:19])
VALUES = frozenset(("value", "reading", "result", "measurement", "val", "measured",
                     "numericvalue", "resultvalue", "currentvalue", "lastvalue",
                     "readingvalue", "metricvalue", "latestvalue", "valuequantity",
                     "measuredvalue", "testresult", "observedvalue"))  # fmt: skip
"""Names of fields that say nothing of what their number is of."""


class Shape(NamedTuple):
    """Which members of an object tell of what is measured."""

    topics: tuple[str, ...]
    values: tuple[str, ...]
    units: tuple[str, ...]


@lru_cache(maxsize=4096)
def _shape(names: tuple[str, ...]) -> Shape:
    plain = {name: "".join(words_of(name)) for name in names}
    topics = [name for one in _TOPICS for name in names if plain[name] == one]
    values = tuple(name for name in names if plain[name] in VALUES)
    units = tuple(name for name in names if is_unit_field(name))
    return Shape(tuple(topics), values, units)


def members_of(entity: Entity) -> Mapping[str, Any]:
    """Return the schemas of the members of *entity*."""
    schema = entity.memo.get("schema")
    found = schema.get("properties", {}) if isinstance(schema, dict) else {}
    return found if isinstance(found, dict) else {}


def shape_of(entity: Entity) -> Shape:
    """Return which members of *entity* tell of what is measured."""
    members = members_of(entity)
    known = entity.memo.get("shape")
    if isinstance(known, tuple) and known[0] is members:
        return known[1]  # type: ignore[no-any-return]
    found = _shape(tuple(members))
    entity.memo["shape"] = (members, found)
    return found
