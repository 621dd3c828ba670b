"""Templates: one part of rebound answers, by itself."""

from mockforge.sources.rebound import Rebound
from tests.sources.rebound import sides
from tests.sources.rebound.documents import document_server, documents


def known(exchanges, endpoint):
    rebound = Rebound(sides.Learned(exchanges))
    rebound.prepare()
    return rebound._of((endpoint,))


def test_an_item_has_a_field_that_was_written_for_it_alone():
    boxes = known(sides.record(document_server(), documents), "GET /boxes/{box}")
    parts = boxes.listings["body", "parts"]

    assert boxes.templates.optional(200, parts) == ("note",)
    assert boxes.templates.of(200, parts) is not None
    assert boxes.templates.of(404, parts) is None


def test_what_comes_and_goes_for_no_reason_that_shows_is_no_field_of_an_item():
    parts = [
        {"id": "part-a", "label": "x"},
        {"id": "part-b", "label": "y", "odd": "1"},
        {"id": "part-c", "label": "z"},
    ]

    made: list[object] = []

    def server(asked):
        if asked.method == "PUT":
            made.append(asked)
            return sides.response(201, {"ok": True})
        return sides.response(200, {"parts": parts[: len(made)]})

    def journey(call, _):
        for part in parts:
            sent = {"id": part["id"], "label": part["label"]}
            call("PUT", f"/parts/{part['id']}", sent)
            yield "status", call("GET", "/parts").status

    found = known(sides.record(server, journey), "GET /parts")

    assert found.listings
    assert not any(
        found.templates.optional(200, each) for each in found.listings.values()
    )
