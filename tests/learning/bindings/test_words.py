import pytest

from mockforge.learning.bindings.words import (
    hint,
    is_paging,
    names_one,
    subjects,
    words_of,
)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("clientRequestId", ("client", "request", "id")),
        ("X-Trace-ID", ("x", "trace", "id")),
        ("HTTPDate", ("http", "date")),
        ("_", ("_",)),
    ],
)
def test_names_are_taken_apart(name, words):
    assert words_of(name) == words


@pytest.mark.parametrize(
    ("name", "sign"),
    [
        *(("nonce", 1), ("client_request_id", 1), ("clientToken", 1), ("_", 1)),
        *(("tenant_id", -1), ("commit", -1), ("since", -1)),
        *(("label", 0), ("id", 0), ("name", 0)),
    ],
)
def test_a_name_hints_at_what_is_made_anew(name, sign):
    bits = hint(("body", name))

    assert (bits > 0) - (bits < 0) == sign


def test_pages_and_ids_are_known_by_name():
    assert is_paging(("query", "pageNumber"))
    assert not is_paging(("body", "seq"))
    assert names_one(("path", 1))
    assert names_one(("body", "items", "*", "order_id"))
    assert not names_one(("body", "quantity"))


def test_a_path_is_of_what_its_words_name():
    assert subjects("GET /api/v1/orders/{order_id}/lines") == {"order", "line"}
    assert subjects("body userId") == {"user"}
