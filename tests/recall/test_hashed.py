import math

import numpy as np
import pytest

from mockforge.recall.fields import Fields, fields_of
from mockforge.recall.hashed import DIM, SPANS, matrix, row_of
from tests.worlds import API, request


def test_vectors_are_the_same_on_every_machine():
    row = row_of(Fields(address={"method GET": 1.0}))

    assert [(at, each) for at, each in enumerate(row) if each] == [(33, 1.0)]


def test_a_vector_has_length_1():
    row = row_of(fields_of(request(url=f"{API}/orders/1?status=failed")))

    assert len(row) == DIM == 512
    assert math.isclose(sum(each * each for each in row), 1.0, rel_tol=1e-9)


def test_each_field_has_its_share():
    row = row_of(Fields(address={"a": 3.0}, values={"b": 0.1}))

    shares = [sum(x * x for x in row[s.start : s.stop]) for s in SPANS]
    whole = SPANS[0].weight + SPANS[2].weight
    wanted = [SPANS[0].weight / whole, 0.0, SPANS[2].weight / whole, 0.0]
    assert shares == pytest.approx(wanted)


def test_nothing_is_a_vector_of_zeros():
    assert row_of(Fields()) == [0.0] * DIM


def test_order_does_not_matter():
    one = row_of(fields_of(request(url=f"{API}/o?a=x&b=y")))
    other = row_of(fields_of(request(url=f"{API}/o?b=y&a=x")))

    assert one == pytest.approx(other)


def test_rows_become_a_matrix():
    found = matrix([[1.0] * DIM, [0.0] * DIM])

    assert found.shape == (2, DIM)
    assert found.dtype == np.float32
    assert matrix([]).shape == (0, DIM)
