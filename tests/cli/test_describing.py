"""`recordings export --format openapi`, and --openapi where it is taken."""

import json

import pytest
import yaml

from mockforge.recordings.formats import jsonl
from tests.worlds import exchange

DECLARED = """\
openapi: 3.0.3
info: {title: shop, version: '1'}
paths:
  /{which}: {get: {responses: {200: {description: fine}}}}
"""


@pytest.fixture
def shop(nowhere):
    path = nowhere / "shop.jsonl"
    exchanges = [
        exchange("GET", f"https://api.example/{n}", answer=b'{"n": %d}' % n)
        for n in range(3)
    ]
    jsonl.write(exchanges, path)
    return "shop.jsonl"


def test_a_recording_is_described_on_stdout(ran, shop):
    code, out, err = ran("recordings", "export", shop, "--format", "openapi")

    found = json.loads(out)
    assert code == 0
    assert found["openapi"] == "3.1.0"
    assert found["info"]["title"] == "shop"
    assert "of 3 exchanges written to stdout" in err


@pytest.mark.parametrize("name", ["api.json", "api.yaml", "api.yml"])
def test_the_name_of_the_file_says_how_it_is_written(ran, shop, nowhere, name):
    code, out, _ = ran("recordings", "export", shop, "--format", "openapi", "-o", name)

    assert (code, out) == (0, "")
    assert "paths" in yaml.safe_load((nowhere / name).read_text())


def test_a_given_document_names_the_paths(ran, shop, nowhere):
    (nowhere / "given.yaml").write_text(DECLARED)

    code, out, _ = ran(
        *("recordings", "export", shop, "--format", "openapi"),
        *("--openapi", "given.yaml"),
    )

    assert code == 0
    assert [*json.loads(out)["paths"]] == ["/{which}"]


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (("--format", "openapi", "-o", "api.txt"), 2, "neither JSON nor YAML"),
        (("--format", "openapi", "-o", "no/api.json"), 4, "mkdir"),
        (("--format", "openapi", "--openapi", "none.yaml"), 3, "cannot be read"),
        ((), 2, "no FILE"),
        (("-o", "api.yaml"), 2, "--format openapi"),
    ],
)
def test_what_cannot_be_written_is_said(ran, shop, arguments, code, told):
    found, out, err = ran("recordings", "export", shop, *arguments)

    assert (found, out) == (code, "")
    assert told in err


def test_an_empty_recording_teaches_nothing(ran, nowhere):
    jsonl.write([], nowhere / "none.jsonl")

    code, out, err = ran("recordings", "export", "none.jsonl", "--format", "openapi")

    assert code == 0
    assert json.loads(out)["paths"] == {}
    assert "teaches nothing" in err


def test_endpoints_are_shown_as_a_given_document_has_them(ran, shop, nowhere):
    (nowhere / "given.yaml").write_text(DECLARED)

    code, out, _ = ran(
        *("recordings", "show", shop, "--endpoints", "--json"),
        *("--openapi", "given.yaml"),
    )

    assert code == 0
    assert [(one["key"], one["count"]) for one in json.loads(out)] == [
        ("GET /{which}", 3)
    ]


def test_the_document_may_be_named_in_the_settings(ran, shop, nowhere):
    (nowhere / "given.yaml").write_text(DECLARED)
    (nowhere / "mockforge.yaml").write_text("learning: {openapi: given.yaml}\n")

    code, out, _ = ran("recordings", "export", shop, "--format", "openapi")

    assert code == 0
    assert [*json.loads(out)["paths"]] == ["/{which}"]


def test_a_document_says_nothing_of_single_exchanges(ran, shop, nowhere):
    code, out, err = ran("recordings", "show", shop, "--openapi", "given.yaml")

    assert (code, out) == (2, "")
    assert "--endpoints" in err
