"""Files of OpenAPI documents: read with a place for every mistake, written whole."""

import io
import json

import pytest
import yaml

from mockforge.errors import ConfigError
from mockforge.recordings.formats.openapi import dumped, read_openapi, write
from tests.learning.openapi.shops import SHOP, shop

SMALL = """\
openapi: 3.0.3
info: {title: on, version: 1}
paths:
  /a:
    get:
      responses:
        200:
          description: yes
          content:
            application/json:
              schema: {type: integer, minimum: 2, nullable: true}
"""


@pytest.mark.parametrize("form", ["json", "yaml"])
def test_a_document_is_the_same_in_both_notations(tmp_path, form):
    path = tmp_path / f"api.{form}"
    write(SHOP, path, form)

    found = read_openapi(path)

    assert found.schema("POST /v1/orders", 201)
    assert len(found.endpoints) == 3


def test_yaml_is_read_with_its_types(tmp_path):
    path = tmp_path / "api.yaml"
    path.write_text(SMALL)

    found = read_openapi(path)

    assert found.title == "on"
    assert found.schema("GET /a", 200) == {"type": ["integer", "null"], "minimum": 2}


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", ["the top of an OpenAPI document is an object"]),
        ("{", ["api.yaml:1", "not"]),
        ("a: [", ["api.yaml:", "not YAML"]),
        (
            "swagger: '2.0'\n",
            ["Swagger 2.0", "api.yaml:1 #/swagger", "swagger2openapi"],
        ),
        (
            SMALL.replace("    get:", "    gett:"),
            ["'gett' is no method", "#/paths/~1a/gett", "nearest is 'get'", "next:"],
        ),
        (
            SMALL.replace("schema: {", "schema: {$ref: '#/components/schemas/A', "),
            ["'#/components/schemas/A', which is not there", "api.yaml:11"],
        ),
    ],
)
def test_a_mistake_is_told_with_its_place(tmp_path, text, parts):
    path = tmp_path / "api.yaml"
    path.write_text(text)

    with pytest.raises(ConfigError) as problem:
        read_openapi(path)

    for part in parts:
        assert part in str(problem.value)


def test_a_file_that_is_not_there_names_its_neighbour(tmp_path):
    (tmp_path / "openapi.yaml").write_text(SMALL)

    with pytest.raises(ConfigError) as problem:
        read_openapi(tmp_path / "openapi.yml")

    assert "openapi.yaml" in str(problem.value.nearest)
    with pytest.raises(ConfigError):
        read_openapi(tmp_path)


def test_texts_stay_texts_in_yaml():
    texts = ["no", "1.0", "2024-01-02", "null", "007", "1:30", "é", "\ud800"]

    text = dumped({"texts": texts, "n": 1.5}, "yaml")

    assert yaml.safe_load(text)["texts"][:7] == texts[:7]


def test_an_open_file_takes_everything():
    target = io.BytesIO()

    write(shop(), target, "json")

    assert json.loads(target.getvalue()) == shop()
