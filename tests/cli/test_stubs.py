"""What is said of endpoints when something begins to answer."""

import pytest

from mockforge.cli import stubs
from mockforge.config import Config
from mockforge.engine import Engine
from mockforge.engine.drifting import Drifts
from mockforge.engine.stubbing import Stubbing
from mockforge.errors import ConfigError
from mockforge.stubs.moving import movings_of
from mockforge.stubs.options import EndpointOptions
from mockforge.stubs.stubs import Stubs


def engine(*endpoints):
    made = Engine()
    read = [EndpointOptions.model_validate(each) for each in endpoints]
    made.stubbing = Stubbing(Stubs.of(read))
    return made


def test_the_first_are_named_and_the_rest_counted(capsys):
    stubs.tell(engine(*({"path": f"/{number}"} for number in range(10))))

    said = capsys.readouterr().err.splitlines()
    assert said[0] == "answering 10 endpoints as the settings say"
    assert (said[1], said[-1]) == ("  GET /0", "  and 2 more")


def test_a_parameter_that_no_path_has_is_told(capsys):
    points = [
        {"path": "/a/:id", "response": {"body": {"x": "{{params.idd}} {{params.id}}"}}},
        {"path": "/b/{no}.json", "response": {"body": "{{request.params.no}}"}},
        {"path": "/c/*", "response": {"headers": {"X": "{{params['*']}}"}}},
        {"path": "/d", "response": {"headers": {"X": "{{params.id}}"}}},
    ]

    stubs.tell(engine(*points))

    said = capsys.readouterr().err
    assert (
        "GET /a/:id has no parameter 'idd', as a template there asks for; it has id"
        in said
    )
    assert "GET /d has no parameter 'id'" in said
    assert said.count("has no parameter") == 2


def test_nothing_is_said_of_none(capsys):
    stubs.tell(Engine())
    stubs.tell(engine())

    assert capsys.readouterr().err == ""


def test_several_workers_need_no_upstream_where_one_knows_what_was_asked():
    several = Config.model_validate({"server": {"workers": 2}})
    asks = {"server": {"workers": 2}, "replay": {"on_miss": "upstream"}}
    turns = {
        "path": "/a",
        "choose": "sequence",
        "responses": [{"body": 1}, {"body": 2}],
    }

    stubs.check_workers(several, engine(turns))
    stubs.check_workers(several, Engine())
    plain = engine({"path": "/a", "response": {"body": "x"}})
    stubs.check_workers(Config.model_validate(asks), plain)
    with pytest.raises(ConfigError, match="asks no upstream"):
        stubs.check_workers(Config.model_validate(asks), engine(turns))


def test_what_drifts_is_not_told_apart_by_redis():
    given = {"server": {"workers": 2}, "sessions": {"state": "redis://localhost"}}
    moving = engine({"path": "/a", "response": {"body": "x"}})
    stubs.check_workers(Config.model_validate(given), moving)
    drift = {"path": "/a", "drift": {"rules": [{"field": "n"}]}}
    movings = movings_of([EndpointOptions.model_validate(drift)])
    assert movings is not None
    moving.drifts = Drifts(movings)

    with pytest.raises(ConfigError, match="Redis is asked by the others"):
        stubs.check_workers(Config.model_validate(given), moving)
