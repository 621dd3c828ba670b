"""Which endpoints speak of the same kind of entity, and what names one there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from mockforge.bodies.document import Path, at
from mockforge.learning.resources.readings import (
    Reading,
    Record,
    flat,
    is_name,
    text,
)
from mockforge.options import Json

_NOTATION = re.compile(r"\.(?:json|xml)/?$|/+$")
_PARAMETER = re.compile(r"\{([^{}]*)\}")
MOST_RECORDS = 300
ENOUGH = 0.6
"""How far records must agree to be of one kind. Those of one entity differ where it
was changed in between; those of two kinds agree in little but what all have."""


@dataclass(slots=True)
class Group:
    """A kind in the making."""

    name: str
    collection: str = ""
    """The path that its entities are below, parameters as `{}`; empty for none."""
    id: Path = ()
    """The field that names one, within the record."""
    ids: set[str] = field(default_factory=set)
    records: dict[str, list[dict[Path, Json]]] = field(default_factory=dict)
    slots: dict[str, Path] = field(default_factory=dict)
    """What of the request names one, by endpoint."""
    wholes: set[Path] = field(default_factory=set)
    """Fields that are objects and are set as a whole."""
    sites: dict[str, Path] = field(default_factory=dict)
    """Where in the answer one is, or many are, by endpoint."""

    def keep(self, record: Record) -> str | None:
        """Take note of *record*; return its id."""
        value = field_of(record, self.id)
        if not is_name(value):
            return None
        name = text(value)
        self.ids.add(name)
        if len(self.records) < MOST_RECORDS and len(self.records.get(name, ())) < 4:
            self.records.setdefault(name, []).append(flat(record))
        return name


def field_of(record: Json, path: Path) -> Json:
    """Return what is at *path* in *record*; None if nothing is or *path* is empty."""
    if not path:
        return None
    try:
        return at(record, path)
    except KeyError:
        return None


def segments(template: str) -> tuple[list[str], list[str]]:
    """Return the segments of *template*, parameters as `{}`, and their names."""
    names: list[str] = []
    out = []
    # A notation, or a slash at the end, is how a path is written, not what it names.
    for each in _NOTATION.sub("", template).split("/")[1:]:
        match = _PARAMETER.fullmatch(each)
        if match:
            names.append(match[1])
        out.append("{}" if match else each)
    return out, names


def own_parameter(template: str) -> tuple[str, str, list[str]] | None:
    """Return the collection of the last parameter, its name, and what follows it."""
    parts, names = segments(template)
    if not names:
        return None
    last = len(parts) - 1 - parts[::-1].index("{}")
    return "/" + "/".join(parts[:last]), names[-1], parts[last + 1 :]


@lru_cache(maxsize=1 << 14)
def plain_template(template: str) -> str:
    """Return *template* with every parameter as `{}`."""
    return "/" + "/".join(segments(template)[0])


def kinds_by_path(
    by_key: Mapping[str, Sequence[Reading]], templates: Mapping[str, str]
) -> list[Group]:
    """Return the kinds whose entities paths name."""
    groups = _by_path(by_key, templates)
    for group in groups:
        _name_field(group, by_key, templates)
        _gather(group, by_key)
    return groups


def _by_path(
    by_key: Mapping[str, Sequence[Reading]], templates: Mapping[str, str]
) -> list[Group]:
    """Return a group for every collection below which something is addressed."""
    groups: dict[str, Group] = {}
    for key in sorted(by_key):
        own = own_parameter(templates.get(key, ""))
        if own is None:
            continue
        collection, name, _ = own
        if collection not in groups:
            label = collection.rsplit("/", 1)[-1]
            groups[collection] = Group(label or "root", collection)
        group = groups[collection]
        group.slots[key] = ("param", name)
        for reading in by_key[key]:
            if reading.is_ok:
                group.ids.add(text(reading.sources.get(("param", name))))
    _drop_lists_below(groups, by_key, templates)
    return _renamed(list(groups.values()))


def _drop_lists_below(
    groups: dict[str, Group],
    by_key: Mapping[str, Sequence[Reading]],
    templates: Mapping[str, str],
) -> None:
    """`/users/{id}/orders` does not address a user where orders are a kind."""
    for group in groups.values():
        for key in list(group.slots):
            own = own_parameter(templates[key])
            if own and own[2] and _is_collection(key, groups, by_key, templates):
                del group.slots[key]
    for collection in [name for name, group in groups.items() if not group.slots]:
        # It is still told apart from others by what is below it.
        groups[collection].slots = {}


def _is_collection(
    key: str,
    groups: Mapping[str, Group],
    by_key: Mapping[str, Sequence[Reading]],
    templates: Mapping[str, str],
) -> bool:
    whole = plain_template(templates[key])
    if whole in groups:
        return True
    return any(
        general[-1:] == ("*",) and len(general) <= 3
        for reading in by_key[key]
        if reading.is_ok and reading.is_safe
        for general, _, _ in reading.objects
    )


def _renamed(groups: list[Group]) -> list[Group]:
    seen = Counter(group.name for group in groups)
    for group in groups:
        if seen[group.name] > 1:
            group.name = group.collection
    return groups


def _name_field(
    group: Group,
    by_key: Mapping[str, Sequence[Reading]],
    templates: Mapping[str, str],
) -> None:
    """Find where in answers the id is; set the group's field and sites."""
    votes: Counter[tuple[str, Path, Path]] = Counter()
    for key in sorted(by_key):
        template = templates.get(key, "")
        slot = group.slots.get(key)
        if slot is not None and own_parameter(template)[2:] == ([],):  # type: ignore[index]
            votes.update(_ties(by_key[key], slot))
        elif plain_template(template) == group.collection:
            votes.update(_covers(by_key[key], group.ids))
    fields: Counter[Path] = Counter()
    for (_, _, path), count in votes.items():
        fields[path] += count
    if not fields:
        return
    wanted = {slot[-1] for slot in group.slots.values()}
    again = _repeated(votes, group, by_key)
    group.id = max(
        fields,
        key=lambda path: (path not in again, *_worth(path, fields[path], wanted)),
    )
    for key in sorted(by_key):
        found = [
            (count, site)
            for (each, site, path), count in votes.items()
            if each == key and path == group.id
        ]
        if found:
            group.sites[key] = max(found, key=lambda one: (one[0], -len(one[1])))[1]


def _repeated(
    votes: Iterable[tuple[str, Path, Path]],
    group: Group,
    by_key: Mapping[str, Sequence[Reading]],
) -> set[Path]:
    """Return the fields that several have alike, in a list or of those made."""
    found = set()
    for key, site, path in votes:
        if key in group.slots:
            continue
        together: list[str] = []
        for reading in by_key[key]:
            alone = [
                text(value)
                for general, _, record in reading.objects
                if general == site and is_name(value := field_of(record, path))
            ]
            together += alone if reading.is_ok and not reading.is_safe else []
            if len(set(alone)) < len(alone):
                found.add(path)
        if len(set(together)) < len(together):
            found.add(path)
    return found


def _worth(path: Path, votes: int, wanted: Collection[object]) -> tuple[object, ...]:
    last = str(path[-1])
    is_named = last in wanted or last.lower().endswith("id")
    return (votes, is_named, -len(path), str(path))


def _ties(items: Iterable[Reading], slot: Path) -> Counter[tuple[str, Path, Path]]:
    """Count where in single entities the value of *slot* is the id."""
    return _matches(
        items, lambda reading: {text(reading.sources.get(slot))}, single=True
    )


def _covers(items: Iterable[Reading], ids: set[str]) -> Counter[tuple[str, Path, Path]]:
    """Count where in answers one of *ids* is."""
    return _matches(items, lambda _: ids, single=False)


def _matches(
    items: Iterable[Reading],
    wanted: Callable[[Reading], set[str]],
    *,
    single: bool,
) -> Counter[tuple[str, Path, Path]]:
    votes: Counter[tuple[str, Path, Path]] = Counter()
    for reading in items:
        if not reading.is_ok:
            continue
        ids = wanted(reading)
        seen: set[tuple[Path, Path]] = set()
        for general, _, record in reading.objects:
            if single and "*" in general:
                continue
            for path, value in flat(record, 3).items():
                where = (general, path)
                if where not in seen and is_name(value) and text(value) in ids:
                    seen.add(where)
        for general, path in _outermost(seen, reading):
            votes[reading.key, general, path] += 1
    return votes


def _outermost(
    seen: set[tuple[Path, Path]], reading: Reading
) -> Iterable[tuple[Path, Path]]:
    """Of the ways to cut one place into site and field leave one.

    The site is the object that holds the field, or one further out if that has a
    member beside which is an object or a list too, as `spec` is beside `metadata`.
    """
    bodies = {general: record for general, _, record in reversed(reading.objects)}
    found = set()
    for general, path in seen:
        site, inner = (*general, *path[:-1]), path[-1:]
        while (
            site
            and site[-1] != "*"
            and site[:-1] in bodies
            and _has_more(bodies[site[:-1]], str(site[-1]))
        ):
            site, inner = site[:-1], (site[-1], *inner)
        found.add((site, inner))
    return sorted(found, key=repr)


_META = ("meta", "metadata", "info", "header", "key")


def _has_more(record: Record, name: str) -> bool:
    if name.lower() not in _META:
        return False
    return any(
        each != name and isinstance(value, dict) and value
        for each, value in record.items()
    )


def _gather(group: Group, by_key: Mapping[str, Sequence[Reading]]) -> None:
    """Fill the group with the records at its sites."""
    for key, site in group.sites.items():
        for reading in by_key[key]:
            if reading.is_ok:
                for general, _, record in reading.objects:
                    if general == site:
                        group.keep(record)
