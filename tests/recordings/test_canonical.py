from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mockforge.recordings import canonical
from mockforge.recordings.ignores import Ignores

NOTHING = Ignores()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        *(("/a%2fb", "/a%2Fb"), ("/%7Emu", "/~mu"), ("/a%41", "/aA"), ("", "/")),
        *(("/é", "/%C3%A9"), ("/a b", "/a%20b"), ('/"', "/%22"), ("/%e4", "/%E4")),
    ],
)
def test_paths_that_say_the_same_have_one_form(one, other):
    assert canonical.path(one) == canonical.path(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        *(("/a%2Fb", "/a/b"), ("/a", "/A"), ("/a", "/a/"), ("/a%3Fb", "/a?b")),
        *(("/a%25", "/a%"), ("//a", "/a"), ("/a%3Ab", "/a:b"), ("/a/../b", "/b")),
    ],
)
def test_paths_that_say_something_else_have_another(one, other):
    assert canonical.path(one) != canonical.path(other)


@given(st.text(), st.text())
def test_two_names_share_a_path_only_if_they_are_one(one, other):
    paths = [canonical.path(f"/{quote(name, safe='')}") for name in (one, other)]

    assert (paths[0] == paths[1]) == (one == other)


@given(st.text(st.characters(max_codepoint=1000)))
def test_the_form_of_a_path_is_final(path):
    once = canonical.path(path)

    assert canonical.path(once) == once
    assert once.isascii()


def test_a_query_is_sorted_and_less_what_is_ignored():
    text = "b=2&a=%31&utm_x=1&a=0"

    assert canonical.query(text, NOTHING) == [
        *(("a", "0"), ("a", "1"), ("b", "2"), ("utm_x", "1")),
    ]
    assert canonical.query(text, Ignores.of(["?utm_*", "query:b"])) == [
        *(("a", "0"), ("a", "1")),
    ]


def test_the_packed_form_is_the_same_on_every_python():
    packed = canonical.packed((("a", 1), ["é😀", b"1.5", None, True, 1 << 70]))

    assert packed.hex() == (
        "2802000000280200000075010000006169010000005b050000007506000000c3a9f09f98807303"
        "000000312e354e546c0500000000000000000000000004"
    )


@pytest.mark.parametrize(
    ("kind", "content", "read_as"),
    [
        *((b"application/json", b"[1]", "json"), (b"application/json", b"[1", "bytes")),
        *((b"application/x-ndjson", b"1\n2", "lines"), (b"text/xml", b"[1]", "bytes")),
        *((b"application/json", b"{}\n{}\n", "lines"), (b"text/plain", b"{}", "json")),
        *((b"application/x-www-form-urlencoded", b"a=b", "form"),),
        *((b"application/x-www-form-urlencoded", b'{"a":1}', "json"),),
        *((b"application/x-www-form-urlencoded", b"{a}=1", "form"),),
        *((b"application/x-www-form-urlencoded", b"\xff", "bytes"),),
        *((b"multipart/form-data; boundary=x", b"--x\r\n\r\n1\r\n--x--", "multipart"),),
        *((b"multipart/form-data; boundary=x", b"[1]", "bytes"),),
        *(
            (b"application/json", b"[" * 100_000, "bytes"),
            (b"a/json", b"\xff", "bytes"),
        ),
        *((b"application/json", b"", ""),),
    ],
)
@pytest.mark.parametrize("plain", [True, False])
def test_a_body_is_compared_as_what_it_can_be_read_as(kind, content, read_as, plain):
    headers = ((b"Content-Type", kind),)

    body = canonical.body(headers, content, NOTHING, plain=plain)

    assert body.kind == read_as


def test_a_body_that_is_not_what_its_coding_says_is_compared_as_sent():
    headers = ((b"Content-Encoding", b"gzip"), (b"Content-Type", b"application/json"))

    body = canonical.body(headers, b"{}", NOTHING, plain=False)

    assert (body.kind, body.value) == ("bytes", b"{}")


def test_ignoring_what_is_not_there_changes_nothing():
    headers = ((b"Content-Type", b"application/json"),)
    content = b'{"b": [1.0, {"d": 1, "c": 2}], "a": 1, "a": 2}'
    ignoring = Ignores.of(["$.nothing"])

    assert canonical.body(headers, content, NOTHING, plain=False) == canonical.body(
        headers, content, ignoring, plain=False
    )
