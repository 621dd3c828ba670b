"""The index: which of many vectors are nearest. The only place that knows FAISS."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from mockforge.recall.vectors import Packed

SMALL = 1_000
"""Vectors that are compared one by one faster than FAISS is imported."""

FLAT = 6_000
"""Vectors that FAISS compares one by one within a millisecond."""

AGAIN = 128
"""The nearest by their sketches, whose whole vectors are compared; four times as many
where only some cells are looked at."""

WHOLE = 100_000
"""Vectors whose sketches are all looked at; of more, those of some cells."""

SKETCHED = 4_000
"""Vectors that sketches are learned from."""

TRAINED = 40_000
"""Vectors that cells are learned from."""

_CHUNK = 20_000


class Index:
    """The vectors of one set, to be searched for the nearest.

    A few are compared one by one. Of many, sketches are: four bits for four numbers;
    and of those whose sketches are nearest, the whole vectors.
    """

    def __init__(self, packed: Packed, places: NDArray[np.int64]) -> None:
        """Index the vectors of *packed* at *places*."""
        self._packed = packed
        self._places = places
        self._faiss: Any = None
        self._whole: Any = None
        self._again = AGAIN if len(places) <= WHOLE else 4 * AGAIN
        if len(places) < SMALL:
            self._whole = packed.rows(places)
        elif len(places) <= FLAT or packed.dim % 4:
            self._faiss = self._flat()
        else:
            self._faiss = self._sketched()

    def __len__(self) -> int:
        return len(self._places)

    def search(
        self, vector: NDArray[np.float32], limit: int
    ) -> list[tuple[int, float]]:
        """Return up to *limit* places with their likeness, the nearest first.

        What is equally near comes in the order of places.
        """
        import numpy as np

        if not len(self._places):
            return []
        if self._whole is not None:
            places, scores = self._places, self._whole @ vector
        else:
            _, found = self._faiss.search(vector[None, :], max(limit, self._again))
            at = np.sort(found[0][found[0] >= 0])
            places = self._places[at]
            scores = self._packed.rows(places) @ vector
        order = np.argsort(-scores, kind="stable")[:limit]
        return [(int(places[at]), float(scores[at])) for at in order]

    def _flat(self) -> Any:
        faiss = _faiss()
        index = faiss.IndexFlatIP(self._packed.dim)
        index.add(self._packed.rows(self._places))
        return index

    def _sketched(self) -> Any:
        faiss = _faiss()
        count, dim = len(self._places), self._packed.dim
        kind = faiss.METRIC_INNER_PRODUCT
        if count <= WHOLE:
            index = faiss.IndexPQFastScan(dim, dim // 4, 4, kind)
        else:
            cells = cells_of(count)
            quantizer = faiss.IndexFlatIP(dim)
            index = faiss.IndexIVFPQFastScan(quantizer, dim, cells, dim // 4, 4, kind)
            index.own_fields = True
            quantizer.this.disown()
            index.by_residual = False
            index.cp.niter = 8
            index.nprobe = cells // 4
        step = max(1, count // (SKETCHED if count <= WHOLE else TRAINED))
        index.train(self._packed.rows(self._places[::step]))
        for start in range(0, count, _CHUNK):
            index.add(self._packed.rows(self._places[start : start + _CHUNK]))
        return index


def cells_of(count: int) -> int:
    """Return into how many cells *count* vectors are put."""
    return max(16, min(1024, int(count**0.5)))


def _faiss() -> Any:
    # A third of a second, and only where there are many.
    import faiss

    # One request at a time: threads would take the time of the others.
    faiss.omp_set_num_threads(1)
    return faiss
