import numpy as np
import pytest

from mockforge.recall.vectors import joined, packed


def test_packed_vectors_are_nearly_the_same():
    rng = np.random.default_rng(1)
    vectors = rng.standard_normal((50, 64)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)

    found = packed(vectors)

    assert found.codes.nbytes == vectors.nbytes // 4
    assert found.rows(np.arange(50)) == pytest.approx(vectors, abs=0.003)
    assert found.row(7) == pytest.approx(vectors[7], abs=0.003)


def test_a_vector_of_zeros_stays_one():
    assert packed(np.zeros((1, 4), np.float32)).row(0).tolist() == [0.0] * 4


def test_parts_are_joined():
    one = packed(np.ones((2, 4), np.float32))

    assert len(joined([one, one], 4)) == 4
    assert (len(joined([], 4)), joined([], 4).dim) == (0, 4)
