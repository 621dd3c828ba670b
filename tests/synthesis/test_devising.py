"""Codes of software fit each other."""

import base64
import json

import pytest

from mockforge.synthesis.devising import DEVISED, MIMES, ending_of, jwt
from tests.synthesis.things import entity, field


def test_tickets_of_a_document_are_of_one_project():
    thing = entity("issue")
    several = {DEVISED["ticket"](thing, field("key")).split("-")[0] for _ in range(9)}

    assert several == {DEVISED["project"](thing, field("project_key"))}


@pytest.mark.parametrize("ending", ["pdf", "png", "csv"])
def test_the_type_of_a_file_is_that_of_its_name(ending):
    thing = entity("file")
    thing.known["file_name"] = f"report-3.{ending}"

    assert DEVISED["mime"](thing, field("mime_type")) == MIMES[ending]
    assert ending_of(thing) == ending


@pytest.mark.parametrize(
    ("told", "looks"), [("AAAA", ":"), ("MX", "mail|mx"), ("TXT", "v="), ("NS", "ns")]
)
def test_a_record_holds_what_its_type_says(told, looks):
    thing = entity("record")
    thing.known["type"] = told
    made = DEVISED["dns"](thing, field("content"))

    assert any(one in made for one in looks.split("|"))


def test_a_token_can_be_read():
    head, body, _ = jwt(entity(), field("jwt")).split(".")

    assert json.loads(base64.urlsafe_b64decode(head + "=="))["typ"] == "JWT"
    assert "sub" in json.loads(base64.urlsafe_b64decode(body + "=="))
