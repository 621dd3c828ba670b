"""Vectors in a quarter of their size: a byte for each number, and one scale a row."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Packed:
    """Many vectors."""

    codes: NDArray[np.int8]
    """A row each."""
    scales: NDArray[np.float32]
    """What a row's numbers are multiplied with."""

    def __len__(self) -> int:
        return len(self.scales)

    @property
    def dim(self) -> int:
        """The numbers of a vector."""
        return int(self.codes.shape[1])

    def rows(self, places: NDArray[np.int64]) -> NDArray[np.float32]:
        """Return the vectors at *places*."""
        import numpy as np

        found: NDArray[np.float32] = self.codes[places].astype(np.float32)
        found *= self.scales[places, None]
        return found

    def row(self, place: int) -> NDArray[np.float32]:
        """Return the vector at *place*."""
        import numpy as np

        found: NDArray[np.float32] = self.codes[place].astype(np.float32)
        found *= self.scales[place]
        return found


def packed(vectors: NDArray[np.float32]) -> Packed:
    """Return *vectors* packed."""
    import numpy as np

    largest = np.abs(vectors).max(axis=1, initial=0.0)
    scales = np.where(largest > 0, largest / 127.0, 1.0).astype(np.float32)
    codes = np.rint(vectors / scales[:, None]).astype(np.int8)
    return Packed(codes, scales)


def joined(parts: Iterable[Packed], dim: int) -> Packed:
    """Return all of *parts*, whose vectors have *dim* numbers."""
    import numpy as np

    found = list(parts)
    if not found:
        return Packed(np.zeros((0, dim), np.int8), np.zeros(0, np.float32))
    return Packed(
        np.concatenate([part.codes for part in found]),
        np.concatenate([part.scales for part in found]),
    )
