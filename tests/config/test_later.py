from typing import Any

import pytest
from pydantic import create_model

from mockforge.config import Config, keys

BLOCKS = list(keys.later().model_fields)


@pytest.mark.parametrize("name", BLOCKS)
def test_a_block_of_a_later_version_is_refused_where_it_stands(told, name):
    assert told(f"server: {{port: 1}}\n{name}:\n") == [
        f"mockforge.yaml:2:1: {name}: not yet in this version"
    ]


def test_a_wrong_key_in_such_a_block_is_still_told_from_a_right_one(told):
    text = "consistency:\n  enabeld: true\n  persona_graph: {enabled: maybe}\n"
    assert told(text) == [
        "mockforge.yaml:1:1: consistency: not yet in this version",
        "mockforge.yaml:3:28: consistency.persona_graph.enabled: 'maybe' is not true"
        " or false",
        "mockforge.yaml:2:3: consistency.enabeld: unknown key; did you mean 'enabled'?",
    ]


def test_a_variable_in_such_a_block_need_not_be_set(refused_as_not_yet):
    assert refused_as_not_yet("intelligent_behavior: {enabled: '${NOT_SET}'}\n")


def test_a_block_becomes_real_by_moving_its_line():
    """A block of `Later` can stand in `Config` as it is."""
    field = keys.later().model_fields["consistency"]
    moved: Any = (field.annotation, field)
    following = create_model("Next", __base__=Config, consistency=moved)

    given: Any = following.model_validate({"consistency": {"enabled": True}})

    assert given.consistency.enabled
