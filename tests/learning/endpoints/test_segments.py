import pytest
from hypothesis import given
from hypothesis import strategies as st

from mockforge.learning.endpoints.segments import DEEPEST, kind_of, piece, pieces


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("17", "number"),
        ("-3", "number"),
        ("9b406c6c-21e6-4db8-8568-9feeb2386fc4", "uuid"),
        ("507f1f77bcf86cd799439011", "hex"),
        ("01ARZ3NDEKTSV4RRFFQ69G5FAV", "token"),
        ("ord_9fd4a1b2c3", "token"),
        ("V1StGXR8_Z5jdHi6B-myT", "token"),
        ("sha256:" + "0a" * 32, "digest"),
        ("a@b.example", "email"),
        ("192.0.2.1", "ip"),
        ("shop.example.com", "host"),
        ("localhost", "host"),
        ("2024-02-29", "date"),
        ("2024-02-29T10:00:00Z", "time"),
        ("1.2.3-rc1", "semver"),
        ("urn:isbn:1", "urn"),
        ("x" * 201, "long"),
        ("a\0b", "long"),
    ],
)
def test_what_can_be_no_word_is_told_by_its_looks(text, kind):
    assert kind_of(text) == kind


@pytest.mark.parametrize(
    "text",
    [
        *("", "users", "zone-file", "getUserById2", "chat.postMessage", "oauth2"),
        *("DescribeInstances", "Microsoft.Compute", "users.list", "deadbeef", "web-01"),
    ],
)
def test_what_may_be_a_word_has_no_kind(text):
    assert kind_of(text) is None


@pytest.mark.parametrize(
    ("segment", "parts"),
    [
        ("17.json", ("", "17", ".json")),
        ("17:cancel", ("", "17", ":cancel")),
        ("Products(3)", ("Products(", "3", ")")),
        ("cars;color=red", ("cars;", "color=red", "")),
        ("a%2Fb", ("", "a/b", "")),
        ("1%2B1", ("", "1+1", "")),
    ],
)
def test_text_around_a_value_is_kept_apart(segment, parts):
    found = piece(segment)

    assert (found.prefix, found.value, found.suffix) == parts


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/v1/users", ["v1", "users"]),
        ("/2013-04-01/zones", ["2013-04-01", "zones"]),
        ("/api/2.0/runs", ["api", "2.0", "runs"]),
        ("/1/cards/1", ["1", "cards", "\0\0number\0"]),
    ],
)
def test_a_version_is_a_word(path, words):
    assert [found.label for found in pieces(path)[0]] == words


@pytest.mark.parametrize(
    ("path", "count", "slashed"),
    [("/", 0, True), ("/a", 1, False), ("/a/", 1, True), ("/a//b//", 3, True)],
)
def test_slashes_at_the_end_are_no_segments(path, count, slashed):
    found, ends = pieces(path)

    assert (len(found), ends) == (count, slashed and path != "/")


@given(st.text(max_size=60))
def test_every_path_is_read_and_bounded(text):
    found, _ = pieces(f"/{text}" + "/a" * 40)

    assert len(found) == DEEPEST
    assert all(one.label.count("\0") in (0, 3) for one in found)
