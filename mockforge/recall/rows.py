"""Rows: what recall knows of each exchange, and how it is kept."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from mockforge.recall.habits import Habits
from mockforge.recall.outlines import Outlines
from mockforge.recall.vectors import Packed, joined

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

PART = 4_096
"""Exchanges of a part."""

_COLUMNS = (
    *(("ids", "<i8"), ("groups", "<i4"), ("kinds", "<i8"), ("statuses", "<i4")),
    *(("shapes", "<i8"), ("namings", "<i8")),
)


@dataclass(frozen=True, slots=True)
class Rows:
    """The exchanges that can be recalled, in order of their start."""

    ids: NDArray[np.int64]
    groups: NDArray[np.int32]
    """Of each the number of its group."""
    kinds: NDArray[np.int64]
    """Of each the kind of its answer."""
    statuses: NDArray[np.int32]
    shapes: NDArray[np.int64]
    """Of each a number for the places of its request."""
    namings: NDArray[np.int64]
    """Of each a number for the values of its request."""
    packed: Packed
    names: Sequence[tuple[str, str]]
    """The groups: a method, and the key of an endpoint or nothing."""
    habits: Habits
    outlines: Outlines

    def __len__(self) -> int:
        return len(self.ids)

    def parts(self) -> list[bytes]:
        """Return this as `from_parts` takes it."""
        told = {
            "dim": self.packed.dim,
            "groups": [list(name) for name in self.names],
            "habits": self.habits.to_json(),
            "outlines": self.outlines.to_json(),
        }
        parts = [json.dumps(told).encode("ascii")]
        for start in range(0, len(self), PART):
            part = slice(start, start + PART)
            columns = [
                getattr(self, name)[part].astype(kind).tobytes()
                for name, kind in _COLUMNS
            ]
            columns.append(self.packed.scales[part].astype("<f4").tobytes())
            columns.append(self.packed.codes[part].tobytes())
            parts.append(b"".join(columns))
        return parts

    @classmethod
    def from_parts(cls, parts: Sequence[bytes]) -> Rows:
        """Return what `parts` told.

        Raises:
            ValueError: If it is of another shape.
        """
        import numpy as np

        try:
            told = json.loads(parts[0])
            dim = int(told["dim"])
            names = [(str(method), str(key)) for method, key in told["groups"]]
            habits = Habits.from_json(told["habits"])
            outlines = Outlines.from_json(told["outlines"])
        except (IndexError, KeyError, TypeError) as error:
            raise ValueError(f"no rows: {error!r}") from error
        found: list[dict[str, Any]] = [_columns(part, dim) for part in parts[1:]]
        columns = {
            name: np.concatenate([each[name] for each in found])
            if found
            else np.zeros(0, kind)
            for name, kind in _COLUMNS
        }
        if len(columns["groups"]) and columns["groups"].max() >= len(names):
            raise ValueError("rows of a group that is missing")
        vectors = joined((each["packed"] for each in found), dim)
        return cls(
            **columns,
            packed=vectors,
            names=names,
            habits=habits,
            outlines=outlines,
        )


def _columns(part: bytes, dim: int) -> dict[str, Any]:
    import numpy as np

    width = sum(np.dtype(kind).itemsize for _, kind in _COLUMNS) + 4 + dim
    count, rest = divmod(len(part), width)
    if rest:
        raise ValueError("a part is cut")
    found: dict[str, Any] = {}
    at = 0
    for name, kind in (*_COLUMNS, ("scales", "<f4")):
        found[name] = np.frombuffer(part, kind, count, at)
        at += count * np.dtype(kind).itemsize
    codes = np.frombuffer(part, np.int8, count * dim, at).reshape(count, dim)
    found["packed"] = Packed(codes, found.pop("scales"))
    return found
