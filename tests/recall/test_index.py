import numpy as np
import pytest

from mockforge.recall import index
from mockforge.recall.index import Index
from mockforge.recall.vectors import packed


def made(count, dim=64):
    """Vectors around some centres, as those of requests are."""
    rng = np.random.default_rng(count)
    centres = rng.standard_normal((40, dim))
    vectors = centres[rng.integers(40, size=count)]
    vectors = vectors + 0.3 * rng.standard_normal((count, dim))
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    return packed(vectors.astype(np.float32))


@pytest.mark.parametrize("count", [0, 1, 50])
def test_a_few_are_compared_without_faiss(count, monkeypatch):
    monkeypatch.setattr(index, "_faiss", None)
    vectors = made(count)

    found = Index(vectors, np.arange(count)).search(np.ones(64, np.float32), 3)

    assert len(found) == min(3, count)


@pytest.mark.parametrize("sizes", ["flat", "sketched", "cells"])
def test_the_nearest_of_many_is_found(sizes, monkeypatch):
    monkeypatch.setattr(index, "SMALL", 10)
    monkeypatch.setattr(index, "FLAT", 5_000 if sizes == "flat" else 10)
    monkeypatch.setattr(index, "WHOLE", 10 if sizes == "cells" else 5_000)
    vectors = made(2_000)
    places = np.arange(0, 2_000, 2)
    searched = Index(vectors, places)

    hits = 0
    for at in range(0, 2_000, 40):
        wanted = vectors.row(at) + 0.02
        every = vectors.rows(places) @ wanted
        best = places[int(np.argmax(every))]
        ((place, score), *_) = searched.search(wanted, 4)
        hits += place == best
        assert score == pytest.approx(float(vectors.row(place) @ wanted), abs=1e-5)

    assert len(searched) == 1_000
    assert hits >= 48


def test_what_is_equally_near_comes_in_order():
    vectors = packed(np.ones((5, 8), np.float32))

    found = Index(vectors, np.arange(5)).search(np.ones(8, np.float32), 3)

    assert [place for place, _ in found] == [0, 1, 2]


def test_vectors_of_any_length_are_searched(monkeypatch):
    monkeypatch.setattr(index, "SMALL", 10)
    monkeypatch.setattr(index, "FLAT", 10)
    vectors = made(300, dim=30)

    ((place, _), *_) = Index(vectors, np.arange(300)).search(vectors.row(17), 1)

    assert place == 17
