"""Which of several endpoints is meant."""

import pytest

from mockforge.errors import ConfigError


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
