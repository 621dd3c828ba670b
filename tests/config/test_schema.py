import json

import pytest

from mockforge.config import Config, keys
from mockforge.config.schema import DIALECT, schema

SCHEMA = schema()


def resolved(part):
    part = part["anyOf"][0] if "anyOf" in part else part
    while "$ref" in part:
        part = SCHEMA["$defs"][part["$ref"].rpartition("/")[2]]
    return part


def test_it_is_json_of_the_2020_dialect():
    assert SCHEMA["$schema"] == DIALECT
    assert json.loads(json.dumps(SCHEMA)) == SCHEMA


def test_every_key_of_this_and_of_later_versions_is_in_it():
    known = {*Config.model_fields, *keys.later().model_fields}

    assert set(SCHEMA["properties"]) == known
    assert SCHEMA["additionalProperties"] is False


def test_what_is_not_yet_there_says_so():
    for name in keys.later().model_fields:
        text = SCHEMA["properties"][name]["description"]
        assert text.startswith("Not yet in this version. ")
    for name in Config.model_fields:
        text = SCHEMA["properties"][name].get("description", "")
        assert "version" not in text


def test_every_reference_leads_somewhere():
    def references(part):
        if isinstance(part, dict):
            if "$ref" in part:
                yield part["$ref"]
            for item in part.values():
                yield from references(item)
        elif isinstance(part, list):
            for item in part:
                yield from references(item)

    found = set(references(SCHEMA))
    assert {name.rpartition("/")[2] for name in found} == set(SCHEMA["$defs"])


@pytest.mark.parametrize("key", ["port"])
def test_a_number_may_be_a_variable(key):
    server = resolved(SCHEMA["properties"]["server"])

    choices = server["properties"][key]["anyOf"]

    assert [choice["type"] for choice in choices] == ["integer", "string"]
    assert server["properties"][key]["description"]


def test_a_duration_may_have_a_unit():
    sessions = resolved(SCHEMA["properties"]["sessions"])

    assert {"type": "string"} in sessions["properties"]["timeout"]["anyOf"]


def test_a_block_may_be_empty():
    for name in ("server", "redact", "log"):
        assert {"type": "null"} in SCHEMA["properties"][name]["anyOf"]


def test_keys_are_as_they_are_written():
    transition = SCHEMA["$defs"]["TransitionOptions"]["properties"]

    assert set(transition) == {"from", "to", "probability"}
