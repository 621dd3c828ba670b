"""The settings of learning are those of other blocks: frozen, and none unknown."""

import pytest
from pydantic import ValidationError

from mockforge.config import Config
from mockforge.learning.options import LearningOptions


def test_nothing_is_known_unless_it_is_given():
    assert LearningOptions() == LearningOptions(openapi=None, pins=None)


def test_an_unknown_setting_is_refused():
    with pytest.raises(ValidationError):
        LearningOptions.model_validate({"open_api": "api.yaml"})


def test_the_block_is_part_of_the_configuration():
    assert Config().learning.openapi is None
