import pytest

from mockforge.learning.patterns.law import Law
from mockforge.learning.patterns.options import DriftLearningOptions


@pytest.mark.parametrize(
    ("samples", "confidence", "applies"),
    [(0, 0.0, False), (9, 0.47, False), (10, 0.5, True), (90, 0.9, True)],
)
def test_nothing_is_applied_below_its_samples(samples, confidence, applies):
    law = Law(min_samples=10)

    assert law.confidence(samples) == pytest.approx(confidence, abs=0.01)
    assert law.applies(samples) is applies


def test_a_law_is_what_the_settings_say():
    options = DriftLearningOptions(sensitivity=0.5, decay=0.1, min_samples=3)

    assert Law.of(options) == Law(0.5, 0.1, 3)
