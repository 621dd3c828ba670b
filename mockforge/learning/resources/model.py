"""What is known of an API's entities: kinds, operations on them, and their answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, Self

from mockforge.bodies.document import Path
from mockforge.learning.resources import packing
from mockforge.options import Json

Role = Literal["create", "read", "list", "change", "delete"]

OriginKind = Literal[
    "constant",
    "copied",
    "text",
    "now",
    "minted",
    "counter",
    "plus",
    "count",
    "steps",
    "seen",
]

Situation = str
"""What was the case when an answer was recorded.

`done`; `made`: the entity came to be by this; `missing`: there is none; `exists`: there
is one already; `orphan`: what it belongs to is missing; `last`: no page follows;
`denied`: the request lacked credentials.
"""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a value comes from."""

    kind: OriginKind
    source: Path = ()
    """What it is a copy, or the count, of."""
    value: Json = None
    """The constant; an example; of a copy, the value where the source is absent; of
    steps, pairs of a value and the one that follows it."""
    parts: tuple[str | Path, ...] = ()
    """Of a text: its pieces, and the sources of those that vary."""
    step: float = 0
    """What is added; seconds for `now`."""
    via: str = ""
    """How a copy is written: `lower`, `slug`, `upper`; empty for as it is."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """An answer as recorded, and what of it is to be replaced."""

    exchange: int
    """The number of the exchange."""
    status: int
    site: Path | None = None
    """Where in the body the entity is, or the items; None if none is."""
    always: frozenset[Path] = frozenset()
    """Fields of the entity that every such answer has."""
    ever: frozenset[Path] = frozenset()
    """Fields of the entity that some such answer has."""
    envelope: Mapping[Path, Origin] = field(default_factory=dict)
    """What is not constant beside the entity, by its path into what was told."""
    nulls: frozenset[Path] = frozenset()
    """Fields that are null in every such answer."""
    blind: frozenset[Path] = frozenset()
    """Fields that it shows as nothing, whatever they are."""
    empty: Json = None
    """What stands at the site when no item is in the list."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A request that was refused for what it asked or for what the entity was."""

    outcome: Outcome
    lacks: Path | None = None
    """What the request did not have, and accepted ones do."""
    place: Path | None = None
    """What had a value that is not accepted."""
    values: tuple[Json, ...] = ()
    """The values."""
    traits: tuple[str, ...] = ()
    """What the values are and accepted ones are not: `negative`, `str`, ..."""
    state: Path | None = None
    """The field of the entity that had one of the values."""


@dataclass(frozen=True, slots=True)
class Filter:
    """A parameter that selects items."""

    slot: Path
    field: Path
    way: Literal["equal", "prefix", "contains", "least", "most"] = "equal"


@dataclass(frozen=True, slots=True)
class Listing:
    """How a list selects, sorts and pages."""

    filters: tuple[Filter, ...] = ()
    sort: Path = ()
    """The field items are in the order of; empty for that of their making."""
    descending: bool = False
    sort_slot: Path | None = None
    """The parameter that names the field."""
    direction_slot: Path | None = None
    size_slot: Path | None = None
    page_slot: Path | None = None
    first_page: int = 1
    offset_slot: Path | None = None
    cursor_slot: Path | None = None
    cursor_field: Path | None = None
    """The field of the last item that a cursor is; None for an opaque one."""
    cursor_like: Json = None
    """An example of a cursor."""
    next_at: Path | None = None
    """Where in the answer the cursor, page or address of the next page is."""
    next_like: Json = None
    """An example of it."""
    more_at: Path | None = None
    """Where a boolean says that there is more."""
    total_at: Path | None = None
    count_at: Path | None = None
    pages_at: Path | None = None
    link: bool = False
    """Whether a Link header leads on."""
    size: int | None = None
    """Items of a page where the request does not say."""
    largest: int | None = None
    """Items of a page, whatever the request says."""


@dataclass(frozen=True, slots=True)
class Operation:
    """What an endpoint does to entities of a kind."""

    key: str
    role: Role
    kind: str
    address: tuple[tuple[Path, Path], ...] = ()
    """What of the request names the entity, and the field it names; () is its id."""
    scope: Mapping[Path, str] = field(default_factory=dict)
    """What of the request names a parent, and the collection the parent is of."""
    references: Mapping[Path, str] = field(default_factory=dict)
    """What else of the request names an entity, and the kind that is of."""
    writes: Mapping[Path, Origin] = field(default_factory=dict)
    """The fields that it sets."""
    opens: Path | None = None
    """Below which path whatever is sent becomes a field of that name."""
    unique: tuple[tuple[Path, Path], ...] = ()
    """What of the request may not equal which field of one that is there already."""
    resets: frozenset[Path] = frozenset()
    """Fields that fall back to what they are when made if they are not sent."""
    upserts: bool = False
    """Whether it makes the entity where there is none."""
    outcomes: Mapping[Situation, Outcome] = field(default_factory=dict)
    refusals: tuple[Refusal, ...] = ()
    is_unsure: bool = False
    """Whether requests were refused for reasons that are not known."""
    listing: Listing | None = None
    credentials: tuple[str, ...] = ()
    """Fields of the head without which a request is turned away."""
    repeated: frozenset[Path] = frozenset()
    """Elements of XML answers that are lists."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of entity."""

    name: str
    id: Path
    """The field that names an entity; () where only requests name it."""
    minting: Origin | None = None
    """How the server makes ids; None where clients choose them."""
    collection: str = ""
    """The path that entities are below; empty where it is no path."""
    scoped: bool = False
    """Whether ids are unique below their parents only."""
    parents: Mapping[Path, str] = field(default_factory=dict)
    """Fields that hold the id of another kind's entity."""
    links: Mapping[str, Path] = field(default_factory=dict)
    """By the collection of a parent, the field that holds its id."""
    hidden: Mapping[Path, tuple[Json, ...]] = field(default_factory=dict)
    """Values of fields with which an entity is not listed."""
    cascades: frozenset[str] = frozenset()
    """Kinds of parents with whose end an entity ends."""
    wholes: frozenset[Path] = frozenset()
    """Fields that are objects and are set as a whole."""
    is_closed: bool = False
    """Whether entities are made in sessions, so that what is not known is not there."""


@dataclass(frozen=True, slots=True)
class Born:
    """An entity that was there before anything was recorded."""

    kind: str
    id: str
    record: Json
    scope: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Resources:
    """What an API keeps."""

    kinds: Mapping[str, Kind] = field(default_factory=dict)
    operations: Mapping[str, Operation] = field(default_factory=dict)
    """By the key of their endpoint."""
    born: tuple[Born, ...] = ()
    histories: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By a request, the marks of what had been written when it was recorded."""

    def to_json(self) -> Json:
        """Return everything as JSON."""
        return packing.packed(self)

    @classmethod
    def from_json(cls, value: Json) -> Self:
        """Return what `to_json` returned.

        Raises:
            ValueError: If it is not of this shape.
        """
        found = packing.unpacked(cls, value)
        assert isinstance(found, cls)
        return found
