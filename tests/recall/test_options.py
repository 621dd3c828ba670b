import pytest
from pydantic import ValidationError

from mockforge.recall.options import RecallOptions


def test_nothing_is_needed_and_nobody_asked():
    assert RecallOptions().embedder == "hashed"


@pytest.mark.parametrize("threshold", [-0.1, 1.1, float("nan")])
def test_a_likeness_is_from_0_to_1(threshold):
    with pytest.raises(ValidationError):
        RecallOptions(threshold=threshold)


def test_an_embedder_is_one_that_is_known():
    with pytest.raises(ValidationError, match="hashed"):
        RecallOptions.model_validate({"embedder": "other"})
