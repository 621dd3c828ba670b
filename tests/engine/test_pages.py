import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mockforge.engine import pages as module
from mockforge.engine.pages import Pages
from mockforge.http import Response
from tests.engine.mixing import told
from tests.worlds import API, request

JSON = st.recursive(
    st.none() | st.integers() | st.text(max_size=3),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["next", "cursor", "a"]), inner, max_size=3)
    ),
    max_leaves=12,
)


def get(query):
    return request(url=f"{API}/orders?{query}")


def post(value):
    return request("POST", f"{API}/scan", json.dumps(value).encode())


LAST = {"LastKey": {"id": "o7"}, "next_token": "t7"}


@pytest.mark.parametrize(
    ("answer", "asked", "is_known"),
    [
        (told({"next_cursor": "c7"}), get("cursor=c7"), True),
        (told({"next_cursor": "c7"}), get("cursor=c8"), False),
        (told({"next_cursor": "c7"}), get("name=c7"), False),
        (told({"next": "/orders?after=o7"}), get("after=o7"), True),
        (told({"next": "/orders?page=2"}), get("page=2"), False),
        (told({"next_page": 2}), get("next_page=2"), False),
        (told({"next": "c7"}), post({"ExclusiveStartToken": "c7"}), True),
        (told(LAST), post({"next_token": "t7"}), True),
        (told([1]), get("cursor=1"), False),
        (told({}, 200, (b"Link", b"</o?last=a9>; rel=next")), get("after=a9"), True),
        (told({"next": "http://[bad?x=y"}), get("after=y"), False),
    ],
    ids=str,
)
@pytest.mark.parametrize("is_here", [True, False])
def test_who_gave_a_word_is_asked_what_follows(answer, asked, is_known, is_here):
    pages = Pages()
    assert pages.is_here("s", asked) is None

    pages.give("s", answer, None if is_here else answer)

    assert pages.is_here("s", asked) is (is_here if is_known else None)
    assert pages.is_here("other", asked) is None


def test_of_a_blend_a_word_is_whose_it_was():
    pages = Pages()
    pages.give("s", told({"next": "ours", "items": []}), told({"next": "theirs"}))

    assert pages.is_here("s", get("after=ours")) is True
    assert pages.is_here("s", get("after=theirs")) is None


def test_words_are_forgotten_in_order_and_long_bodies_left(monkeypatch):
    monkeypatch.setattr(module, "MOST", 2)
    monkeypatch.setattr(module, "LONG", 100)
    pages = Pages()
    for word in ("a", "b", "c"):
        pages.give("s", told({"next": word}), None)
    pages.give("s", Response(200, (), b'{"next": "d"}' + b" " * 100), None)

    known = [pages.is_here("s", get(f"after={word}")) for word in "abcd"]
    assert known == [None, True, True, None]


@settings(max_examples=50)
@given(JSON, JSON)
def test_any_body_is_read(answer, asked):
    pages = Pages()
    pages.give("s", told(answer), None)

    assert pages.is_here("s", post(asked)) in (True, None)
