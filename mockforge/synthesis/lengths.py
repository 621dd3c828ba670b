"""How long lists and texts are, and objects of which only the name is known."""

from __future__ import annotations

from collections.abc import Mapping

from mockforge.bodies.document import Path
from mockforge.learning.fields.seen import MISSING
from mockforge.options import Json
from mockforge.synthesis.entity import Entity, Field, postal, street
from mockforge.synthesis.naming import words_of
from mockforge.synthesis.phrases import filled, said

_USUAL = {
    **dict.fromkeys(("images", "photos", "attachments", "files", "addresses"), (1, 3)),
    **dict.fromkeys(("tags", "skills", "features", "amenities", "ingredients"), (2, 5)),
    **dict.fromkeys(("errors", "warnings"), (0, 0)),
}
_MAIN = (5, 8)
_LONG = 4000


def usual(path: Path, sizes: Mapping[Path, int]) -> tuple[int, int]:
    """Return how few and how many items a list at *path* has."""
    names = [step for step in path if isinstance(step, str)]
    if not names or (not sizes and len(path) == 1 and names[0] in _WRAPPED):
        return _MAIN
    return _USUAL.get(words_of(names[-1])[-1] if words_of(names[-1]) else "", (1, 4))


_WRAPPED = frozenset(("data", "items", "results", "records", "content", "rows", "list",
                      "entries", "hits", "values"))  # fmt: skip


def fitted(made: Json, field: Field) -> Json:
    """Return a text of a length that *field* allows, at the end of a word if it can."""
    if not isinstance(made, str) or made is MISSING:
        return made
    most, least = field.schema.get("maxLength"), field.schema.get("minLength", 0)
    if most is not None and len(made) > most:
        cut = made[:most]
        space = cut.rfind(" ")
        made = cut[:space].rstrip(",;:. ") if space >= max(least, 1) else cut
    return made


def words(entity: Entity, field: Field) -> str:
    """Return words for a text of which nothing is known but its length."""
    least = int(field.schema.get("minLength", 0))
    most = field.schema.get("maxLength")
    if least <= 24 and (most is None or most < 80):
        made = _few(entity, field)
        if len(made) >= least:
            return made
        least = max(least, 1)
    made = said(entity, "description") or ""
    for _ in range(_LONG):
        if len(made) >= least:
            break
        made += " " + (said(entity, "description") or "")
        if most is not None and len(made) >= most:
            break
    return made + "." * max(0, least - len(made))


def _few(entity: Entity, field: Field) -> str:
    most = field.schema.get("maxLength", 99)
    for shape in ("{Adjective} {object}", "{object}", "{adjective}"):
        made = filled(entity, shape)
        if len(made) <= most:
            return made
    return filled(entity, "{letter}{small}")[: max(int(most), 0)]


def loose(entity: Entity, path: Path) -> dict[str, Json] | None:
    """Return what an object holds of which only the name at *path* is known."""
    names = [step for step in path if isinstance(step, str)]
    words_ = words_of(names[-1]) if names else ()
    last = words_[-1] if words_ else ""
    if last in ("specifications", "specs", "specification", "attributes", "details"):
        if entity.nature == "goods":
            line, rng = entity.article().line, entity.rng
            return {name: rng.choice(told) for name, told in line.specs.items()}
    if last in ("address", "location"):
        place = entity.place()
        return {
            "street": street(entity),
            "city": place.city,
            "region": place.region,
            "postal_code": postal(entity),
            "country": place.country.name,
        }
    if last in ("coordinates", "geo", "position"):
        place = entity.place()
        return {"lat": place.lat, "lng": place.lng}
    if last in ("dimensions", "size"):
        rng = entity.rng
        made = {name: rng.randint(8, 60) for name in ("length", "width", "height")}
        return {**made, "unit": "cm"}
    if last in ("preferences", "settings"):
        return {"language": "en", "newsletter": entity.rng.random() < 0.6,
                "theme": entity.rng.choice(("light", "dark", "system"))}  # fmt: skip
    if last in ("metadata", "meta"):
        return {"source": entity.rng.choice(("web", "mobile", "api")),
                "version": entity.rng.randint(1, 4)}  # fmt: skip
    return None
