"""Documents of what was learned, which can be read back."""

from mockforge.endpoint import Endpoint
from mockforge.learning.endpoints import EndpointMap
from mockforge.learning.fields.model import EndpointFields, Fields, Side
from mockforge.learning.openapi.reading import OpenApi
from mockforge.learning.openapi.writing import as_openapi, document

KEYS = ("GET /a/{id}", "PROPFIND /a/{id}", "GET /a/{name}/b", "GET /f/{path**}")


def told(*keys):
    endpoints = [Endpoint.parse(key) for key in keys if "**" not in key]
    fields = {
        key: EndpointFields(Side(1), {200: Side(1)})
        for key in keys
    }  # fmt: skip
    return document(Fields(fields), EndpointMap.of(endpoints), title="x")


def test_a_document_is_read_back_as_the_endpoints_it_was_made_of():
    found = OpenApi(told(*KEYS[:3]))

    assert [str(endpoint) for endpoint in found.endpoints] == [
        "GET /a/{id}",
        "PROPFIND /a/{id}",
        "GET /a/{name}/b",
    ]


def test_a_parameter_that_holds_slashes_is_read_back_as_one():
    (endpoint,) = OpenApi(told(KEYS[3])).endpoints

    assert str(endpoint) == "GET /f/{path**}"


def test_paths_that_differ_in_names_alone_are_one():
    found = told("GET /a/{id}", "POST /a/{name}")

    assert [*found["paths"]] == ["/a/{id}"]
    assert [*found["paths"]["/a/{id}"]] == ["get", "post"]


def test_names_of_operations_differ():
    found = told("GET /a/b", "GET /a_b")

    names = [item["get"]["operationId"] for item in found["paths"].values()]
    assert names == ["get_a_b", "get_a_b_2"]


def test_templates_are_written_as_openapi_has_them():
    assert as_openapi("/a/:id/b/{path**}") == "/a/{id}/b/{path}"
