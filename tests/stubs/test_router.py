"""Which of several endpoints is meant."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mockforge.errors import ConfigError
from mockforge.http import Request
from mockforge.stubs.asked import Asked
from mockforge.stubs.options import EndpointOptions
from mockforge.stubs.paths import parse
from mockforge.stubs.router import Router
from mockforge.stubs.stub import Stub

SEGMENTS = st.sampled_from(["a", "b", ":x", "{y}.json", "*"])
PATHS = st.builds(
    lambda parts, rest: "/" + "/".join([*parts, *rest]),
    st.lists(SEGMENTS, max_size=3),
    st.sampled_from([[], ["*"], ["**"]]),
).filter(lambda path: path.count(":x") < 2 and path.count("{y}") < 2)
ASKED = st.lists(st.sampled_from(["a", "b", "c.json"]), max_size=5).map(
    lambda parts: "/" + "/".join(parts)
)


def test_the_nearest_path_and_the_right_method_answer(asking):
    ask = asking("""
endpoints:
  - {path: "/a/*", response: {body: below}}
  - {path: "/a/:id", response: {body: one}}
  - {path: "/a/new", response: {body: new}}
  - {path: "/a/:id", method: DELETE, response: {status: 204}}
  - {path: "/a", method: [POST, put], response: {body: made}}
  - {path: "/any", method: ANY, response: {body: any}}
""")

    def said(*asked):
        return ask(*asked).response.body

    assert said("/a/new?x=1") == b"new"
    assert said("/a/7") == said("/a/7/") == b"one"
    assert said("/a/7/b") == b"below"
    assert ask("/a/7", "DELETE").response.status == 204
    assert said("/a", "POST") == said("/a", "PUT") == b"made"
    assert said("/any", "PATCH") == b"any"
    assert ask("/a") is None
    assert ask("/a/7", "PATCH") is None
    assert ask("/b") is None


def test_one_of_several_hosts_is_meant(asking):
    text = """
endpoints:
  - {path: /a, host: "*.example.com", response: {body: theirs}}
  - {path: /a, host: "HERE:8080", response: {body: ours}}
  - {path: /a, response: {body: all}}
"""

    assert asking(text)("/a").response.body == b"ours"
    assert asking(text.replace("HERE", "there"))("/a").response.body == b"all"


def test_the_method_that_is_named_is_meant(asking):
    ask = asking("""
endpoints:
  - {path: /a, method: ANY, response: {body: any}}
  - {path: /a, response: {body: get, headers: {X-Is: get}}}
  - {path: /a, method: HEAD, response: {headers: {X-Is: head}}}
""")

    assert ask("/a").response.body == b"get"
    assert ask("/a", "HEAD").response.header("X-Is") == "head"
    assert ask("/a", "OPTIONS").response.body == b"any"


def test_what_is_mockforges_own_is_no_endpoint(asking):
    with pytest.raises(ConfigError, match="is mockforge's own"):
        asking("endpoints: [{path: /__mockforge/x}]")


def test_an_open_path_may_be_longer_than_any(asking):
    ask = asking("""
endpoints:
  - {path: "/files/*", response: {body: file}}
  - {path: "/a/b/:c", response: {body: three}}
  - {path: "/**", host: nowhere, response: {body: other}}
""")

    assert ask("/files/" + "x/" * 50).response.body == b"file"
    assert ask("/a/b/c").response.body == b"three"
    assert ask("/a/b/c/d") is None
    assert ask("/") is None


@settings(max_examples=50)
@given(st.lists(PATHS, min_size=1, max_size=12, unique=True), ASKED)
def test_the_index_finds_what_looking_at_all_does(paths, asked):
    read_ = [
        Stub(number, EndpointOptions(path=path), parse(path), ("GET",), ())
        for number, path in enumerate(paths)
    ]
    one = Asked(Request("GET", "http", "h", asked))
    matching = [stub for stub in read_ if stub.path.match(one.segments) is not None]

    found = [stub for stub, _ in Router(read_).at(one)]

    assert sorted(found, key=lambda stub: stub.number) == matching
    assert [stub.path.openness for stub in found] == sorted(
        stub.path.openness for stub in found
    )
