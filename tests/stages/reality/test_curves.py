import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mockforge.stages.reality.curves import Curve

CURVES = st.sampled_from(Curve)


@given(CURVES)
def test_a_curve_begins_and_ends_exactly(curve):
    assert (curve.at(0.0), curve.at(1.0)) == (0.0, 1.0)
    assert (curve.at(-1.0), curve.at(7.0)) == (0.0, 1.0)


@given(CURVES, st.floats(0, 1), st.floats(0, 1))
def test_a_curve_never_goes_back(curve, a, b):
    assert curve.at(min(a, b)) <= curve.at(max(a, b))


@pytest.mark.parametrize(
    ("curve", "progress", "value"),
    [
        (Curve.LINEAR, 0.25, 0.25),
        (Curve.EXPONENTIAL, 0.5, (math.e - 1) / (math.e**2 - 1)),
        (Curve.SIGMOID, 0.5, 0.5),
        (Curve.SIGMOID, 0.1, 0.0114),
    ],
)
def test_between_it_has_its_shape(curve, progress, value):
    assert curve.at(progress) == pytest.approx(value, abs=1e-3)
