"""What a node comes to."""

import pytest

from mockforge.learning.fields.reading import at, below, format_of, members
from tests.learning.fields.documents import node_of


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["7f8c2f4e-8f0e-4c39-9d6c-0d6ab0ee90d6"], "uuid"),
        (["2024-01-02T03:04:05.123+01:00", "2024-01-02T03:04:05Z"], "date-time"),
        (["2024-01-02"], "date"),
        (["2024-01-02 03:04:05"], None),
        (["https://a.example/b?c#d", "urn://x"], "uri"),
        (["a.b@example.org"], "email"),
        (["192.168.0.255"], "ipv4"),
        (["192.168.0.256"], None),
        (["1.2.3"], None),
        (["2001:db8::1"], "ipv6"),
        (["12:30"], None),
        (["2024-01-02", ""], None),
        (["x" * 500], None),
    ],
)
def test_a_format_is_one_that_all_texts_have(texts, expected):
    node = node_of(*texts)

    assert node.texts is not None
    assert format_of(node.texts) == expected


@pytest.mark.parametrize(
    ("name", "is_datum"),
    [
        ("7", True),
        ("2024-01-02", True),
        ("1.10.0-beta", True),
        ("/users", True),
        ("a@example.org", True),
        ("9f86d081884c7d65", True),
        ("id", False),
        ("@type", False),
        ("#text", False),
        ("ipv4", False),
        ("x-rate-limit", False),
        ("", False),
    ],
)
def test_a_name_that_is_no_word_is_data(name, is_datum):
    node = node_of({name: 1})

    assert node.objects is not None
    assert (members(node.objects).rest is not None) is is_datum


def test_places_are_found_by_general_and_by_exact_paths():
    node = node_of({"items": [{"id": 1}], "by": {"7": {"n": 1}}})

    assert [path for path, _ in below(node)] == [
        (),
        ("items",),
        ("items", "*"),
        ("items", "*", "id"),
        ("by",),
        ("by", "*"),
        ("by", "*", "n"),
    ]
    for path in (("items", 3, "id"), ("items", "*", "id"), ("by", "9", "n")):
        assert at(node, path) is not None
    assert at(node, ("items", "id")) is None
    assert at(node, ("no", "id")) is None
