import pytest

from mockforge.config import Config, keys
from mockforge.config.values import undotted
from mockforge.stubs.options import EndpointOptions


@pytest.mark.parametrize(
    ("key", "known"),
    [
        ("server", True),
        ("server.port", True),
        ("server.prot", False),
        ("server.port.x", False),
        ("matching.ignore", True),
        ("matching.ignore[2]", True),
        ("endpoints[3].response.drift.rules[0].transitions.pending", True),
        ("endpoints[3].respones", False),
        ("rag.api_key", True),
        ("drift_learning.endpoint_learning./api/*", True),
        ("data.personas.anything.below", True),
        ("nothing", False),
    ],
)
def test_a_key_is_known_or_not(key, known):
    assert keys.is_known(undotted(key)) is known


def test_blocks_are_found_through_lists_and_free_keys():
    field = keys.field_at(undotted("endpoints[0].response.mode"))

    assert field is not None
    assert field.default == "static"
    assert keys.field_at(("endpoints", 0)) is None
    assert keys.model_at(("endpoints", 0)) is EndpointOptions
    assert keys.model_at(("server", "port")) is None


@pytest.mark.parametrize(
    ("path", "hint"),
    [
        (("sever",), "did you mean 'server'?"),
        (("server", "prot"), "did you mean 'port'?"),
        (("drift_lerning",), "did you mean 'drift_learning'?"),
        (("port",), "did you mean 'server.port'?"),
        (("log", "qqq"), "known here: level, format"),
        (("endpoints", 1, "respose"), "did you mean 'response'?"),
    ],
)
def test_a_wrong_key_leads_to_the_nearest_right_one(path, hint):
    assert keys.nearest(path) == hint


def test_the_nearest_key_can_be_named_from_the_top():
    assert (
        keys.nearest(("server", "prot"), is_whole=True) == "did you mean 'server.port'?"
    )


def test_blocks_of_later_versions_are_told_from_those_of_this_one():
    assert keys.is_later(("consistency", "enabled"))
    assert not keys.is_later(("server", "port"))
    assert not keys.is_later(("nothing",))
    assert not set(keys.later().model_fields) & set(Config.model_fields)


def test_every_setting_is_described():
    undescribed = [
        path
        for path in keys.every(with_later=True)
        if not (
            keys.field_at(path) or keys.later().model_fields[str(path[0])]
        ).description
    ]

    assert undescribed == []
