import json

import pytest

from mockforge.recordings import canonical
from mockforge.recordings.differences import ABSENT, of_bodies, of_pairs
from mockforge.recordings.ignores import Ignores

JSON = "application/json"
FORM = "application/x-www-form-urlencoded"
PARTS = "multipart/form-data; boundary=x"


def body(kind, content):
    headers = ((b"Content-Type", kind.encode()),)
    return canonical.body(headers, content, Ignores(), plain=True)


def told(kind, recorded, asked):
    found = of_bodies(body(kind, recorded), body(kind, asked))
    return [(each.where, each.recorded, each.asked) for each in found]


BASE = {"id": 1, "items": [{"qty": 1, "sku": "a"}], "note": None}


@pytest.mark.parametrize(
    ("asked", "differences"),
    [
        (BASE, []),
        ({**BASE, "id": 2}, [("body.$.id", "1", "2")]),
        ({**BASE, "id": "1"}, [("body.$.id", "1", '"1"')]),
        ({**BASE, "id": True}, [("body.$.id", "1", "true")]),
        ({**BASE, "id": 1.25}, [("body.$.id", "1", "1.25")]),
        (
            {**BASE, "items": [{"qty": 2, "sku": "a"}]},
            [("body.$.items[0].qty", "1", "2")],
        ),
        (
            {**BASE, "items": []},
            [("body.$.items[0]", '{"qty": 1, "sku": "a"}', ABSENT)],
        ),
        ({**BASE, "items": {}}, [("body.$.items", '[{"qty": 1, "sku": "a"}]', "{}")]),
        ({**BASE, "a b": 1}, [("body.$['a b']", ABSENT, "1")]),
        ({"id": 1, "items": BASE["items"]}, [("body.$.note", "null", ABSENT)]),
        (
            [],
            [
                (
                    "body.$",
                    shown
                    := '{"id": 1, "items": [{"qty": 1, "sku": "a"}], "note": null}',
                    "[]",
                )
            ],
        ),
    ],
)
def test_json_differs_by_path(asked, differences):
    found = told(JSON, json.dumps(BASE).encode(), json.dumps(asked).encode())

    assert found == differences


def test_repeated_names_are_compared_as_they_stand():
    assert told(JSON, b'{"a":1,"a":2}', b'{"a":1,"a":2}') == []
    assert told(JSON, b'{"a":1,"a":2}', b'{"a":2}') == [
        ("body.$", '{"a": 1, "a": 2}', '{"a": 2}')
    ]


@pytest.mark.parametrize(
    ("kind", "recorded", "asked", "differences"),
    [
        (FORM, b"a=1&b=2", b"b=2&a=1", []),
        (FORM, b"a=1&b=2", b"a=1&b=3", [("body.b", "2", "3")]),
        (FORM, b"a=1", b"a=1&a=2&c", [("body.a", "1", "1, 2"), ("body.c", ABSENT, "")]),
        ("application/x-ndjson", b"1\n2", b"1\n3", [("body.lines.$[1]", "2", "3")]),
        ("text/xml", b"<a>1</a>", b"<a>2</a>", [("body", "<a>1</a>", "<a>2</a>")]),
        ("text/xml", b"a", b"", [("body", "text a", ABSENT)]),
        (
            JSON,
            b"[1]",
            b"oops",
            [("body", "JSON [1]", "text oops")],
        ),
        (FORM, b'{"a":1}', b"a=1", [("body", 'JSON {"a": 1}', "a form with a")]),
        (
            "image/png",
            b"\xff\x00",
            b"\xff\x01",
            [
                (
                    "body",
                    "2 bytes, sha256 ea5dbf9596d1…",
                    "2 bytes, sha256 437cb43a3022…",
                )
            ],
        ),
    ],
)
def test_other_bodies_differ_by_field_line_or_content(
    kind, recorded, asked, differences
):
    assert told(kind, recorded, asked) == differences


def part(name, content, extra=b""):
    head = b"Content-Disposition: form-data; name=%s%s" % (name, extra)
    return b"--x\r\n%s\r\n\r\n%s\r\n" % (head, content)


@pytest.mark.parametrize(
    ("asked", "where"),
    [
        (part(b"a", b"1") + part(b"b", b'{"n":2}'), ["body.b.$.n"]),
        (part(b"a", b"2") + part(b"b", b'{"n":1}'), ["body.a"]),
        (part(b"a", b"1") + part(b"c", b'{"n":1}'), ["body.b"]),
        (part(b"a", b"1", b";filename=f") + part(b"b", b'{"n":1}'), ["body.a"]),
        (part(b"a", b"1"), ["body.part[1]"]),
        (part(b"a", b"1") + part(b"b", b'{"n":1}') + part(b"c", b""), ["body.part[2]"]),
    ],
)
def test_parts_differ_by_their_name(asked, where):
    recorded = part(b"a", b"1") + part(b"b", b'{"n":1}')

    found = told(PARTS, recorded + b"--x--", asked + b"--x--")

    assert [each[0] for each in found] == where


def test_long_texts_are_shown_where_they_differ():
    recorded, asked = b"<a>" * 40 + b"1" + b"<b>" * 40, b"<a>" * 40 + b"2" + b"<b>" * 40

    ((_, before, after),) = told("text/xml", recorded, asked)

    assert "<a>1<b>" in before
    assert "<a>2<b>" in after
    assert len(before) <= 50


def test_what_a_terminal_would_obey_is_shown_escaped():
    found = list(of_pairs("query", [("a", "\x1b[31m")], [("a", "\n")]))

    assert [(each.recorded, each.asked) for each in found] == [("\\x1b[31m", "\\n")]


def test_a_difference_is_of_the_kind_its_place_begins_with():
    (difference,) = of_pairs("query", [("a.b", "1")], [])

    assert (difference.where, difference.kind) == ("query.a.b", "query")
    assert difference.asked == ABSENT
