import json

import pytest

from mockforge.bodies.exactjson import read as read_json
from mockforge.recordings.ignores import IGNORED, Ignores, Names, read

FIRST = {"sku": "a", "price": 1.5, "tags": [1, 2]}
DOCUMENT = {
    "id": 7,
    "at": {"time": 1.5, "zone": "utc"},
    "items": [
        FIRST,
        {"sku": "b", "price": 2.5},
    ],
    "odd name": 1,
}


@pytest.mark.parametrize(
    ("entry", "kind", "name"),
    [
        *(("$.a.b", "path", "$.a.b"), ("query:page", "query", "page")),
        *(("?page", "query", "page"), ("header:X-Time", "header", "x-time")),
        *(("form: nonce ", "form", "nonce"), ("part:file", "part", "file")),
        *((" Query:a:b", "query", "a:b"), ("$", "path", "$")),
    ],
)
def test_an_entry_says_where_and_what(entry, kind, name):
    assert read(entry) == (kind, name)


@pytest.mark.parametrize(
    ("entry", "hint"),
    [
        ("timestamp", "'timestamp' does not say where it is; write $.field"),
        ("qurey:page", "did you mean 'query:page'?"),
        ("cookie:a", "'cookie' is no part of a request; write"),
        ("query:", "'query:' names nothing"),
        ("?", "'query:' names nothing"),
        ("header:x time", "write e.g. 'x-time'"),
        ("$.a[", "'$.a[' is not a JSONPath"),
        ("$[?", "is not a JSONPath"),
        ("$..", "is not a JSONPath"),
    ],
)
def test_what_cannot_be_read_is_refused_with_the_nearest_right_thing(entry, hint):
    with pytest.raises(ValueError, match=r".") as refusal:
        read(entry)

    assert hint in str(refusal.value)


def test_names_may_be_patterns():
    names = Names.of(["page", "utm_*"])

    assert "page" in names
    assert "utm_source" in names
    assert "pages" not in names
    assert not Names.of([])


def left(*paths, document=DOCUMENT):
    text = json.dumps(document)
    return Ignores.of(paths).removed(read_json(text), text)


@pytest.mark.parametrize(
    ("paths", "gone"),
    [
        (["$.id"], {**DOCUMENT, "id": None}),
        (["$.at.time"], {**DOCUMENT, "at": {"zone": "utc"}}),
        (["$['at']['time']"], {**DOCUMENT, "at": {"zone": "utc"}}),
        (["$.at.*"], {**DOCUMENT, "at": {}}),
        (['$["odd name"]'], {**DOCUMENT, "odd name": None}),
        (["$.nothing", "$.id.x", "$.items.id", "$.items[9]"], DOCUMENT),
    ],
)
def test_members_are_left_out(paths, gone):
    expected = {name: value for name, value in gone.items() if value is not None}

    assert left(*paths) == read_json(json.dumps(expected))


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("$.items[*].sku", [{"price": 1.5, "tags": [1, 2]}, {"price": 2.5}]),
        ("$..sku", [{"price": 1.5, "tags": [1, 2]}, {"price": 2.5}]),
        ("$.items[0].tags", [{"sku": "a", "price": 1.5}, {"sku": "b", "price": 2.5}]),
        (
            "$.items[-1].price",
            [{"sku": "a", "price": 1.5, "tags": [1, 2]}, {"sku": "b"}],
        ),
        ("$.items[0,1].sku", [{"price": 1.5, "tags": [1, 2]}, {"price": 2.5}]),
        ("$.items[?(@.price > 2)].price", [FIRST, {"sku": "b"}]),
    ],
)
def test_wildcards_indexes_and_filters_lead_into_lists(path, expected):
    assert left(path)["items"] == read_json(json.dumps(expected))


def test_an_ignored_item_leaves_its_place_to_nobody():
    document = left("$.items[0]", "$.items[1].sku")

    assert document["items"] == [IGNORED, {"price": b"2.5"}]


def test_the_whole_body_may_be_ignored():
    assert left("$") is IGNORED


def test_a_repeated_name_is_left_out_each_time():
    text = '{"a": 1, "b": 2, "a": 3}'

    assert Ignores.of(["$.a"]).removed(read_json(text), text) == {"b": 2}
