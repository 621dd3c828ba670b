"""Plain fields hold what the object around them is."""

from __future__ import annotations

from mockforge.chance import rng
from mockforge.synthesis import Maker, Wanted
from mockforge.synthesis.surrounded import _by_column
from tests.synthesis.asks import several, thing
from tests.synthesis.things import NOW


def made(schema, path="/things/7", seed=1):
    return Maker(schema).made(Wanted(schema, path=path), rng(seed, path), now=NOW)


def test_every_row_has_all_columns():
    for groups in _by_column().values():
        for group in groups:
            assert group.rows
            assert {len(row) for row in group.rows} == {len(group.columns)}


def test_a_priority_and_the_type_of_an_issue_have_their_names():
    schema = thing("key", issuetype=thing("name"), priority=thing("name id"))
    found = made(schema, "/rest/issue/7")

    assert found["issuetype"]["name"] in ("Bug", "Task", "Story", "Epic", "Sub-task")
    assert found["priority"]["name"] in ("High", "Medium", "Low", "Highest")


def test_key_and_name_are_of_one_project():
    schema = several(thing("id", project=thing("key name")))
    rows = next(one for one in _by_column()["key"] if "project" in one.within).rows
    for each in made(schema, "/cards"):
        assert (each["project"]["key"], each["project"]["name"]) in rows


def test_types_are_those_of_what_they_are_in():
    ports = several(thing("PrivatePort:i PublicPort:i Type"))
    for one in made(thing("Id Image", Ports=ports), "/containers/7")["Ports"]:
        assert one["Type"] in ("tcp", "udp")
    found = made(thing("access_token token_type expires_in:i"), "/oauth2/token")
    assert found["token_type"] == "Bearer"


def test_what_may_be_chosen_agrees_with_the_row():
    kinds = {"type": "string", "enum": ["depository", "credit", "loan"]}
    schema = thing("mask subtype")
    schema["properties"]["type"] = kinds
    schema["required"] = [*schema["properties"]]
    for seed in range(5):
        found = made(schema, "/accounts/7", seed)
        of_bank = found["subtype"] in ("checking", "savings", "money market")
        assert (found["type"] == "depository") == of_bank


def test_conditions_are_of_a_deployment():
    rows = several(thing("type status reason"))
    found = made(thing("kind apiVersion", conditions=rows), "/apis/deployments/7")

    for one in found["conditions"]:
        assert one["status"] == "True"
        assert one["type"] in ("Available", "Progressing")
