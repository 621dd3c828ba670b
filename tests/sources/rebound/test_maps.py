"""Objects whose names are data are looked at as lists, and are objects again after."""

import json

from hypothesis import given
from hypothesis import strategies as st

from mockforge.exchange import Exchange
from mockforge.http import Request, Response
from mockforge.learning.sample import Sample
from mockforge.sources.rebound.maps import KEY, REST, VALUE, Maps

JSON = ((b"Content-Type", b"application/json"),)


def sample(asked, told, endpoint="POST /things"):
    request = Request(
        *("POST", "http", "api.test", "/things"), JSON, json.dumps(asked).encode()
    )
    response = Response(200, JSON, json.dumps(told).encode())
    return Sample.of(Exchange(request, response), endpoint, {})


def package(*versions):
    inner = {each: {"version": each, "size": 3} for each in versions}
    return {"name": "lib", "versions": inner}


PUBLISHED = [
    sample(package("1.0.0"), {"ok": True}),
    sample(package("1.1.0"), package("1.0.0", "1.1.0")),
    sample(None, package("1.1.0", "2.0.0")),
]


def test_what_is_called_by_data_is_a_map():
    maps = Maps.of(PUBLISHED)

    assert maps.places == {("versions",)}
    assert maps.opened(package("3.0")) == {
        "name": "lib",
        "versions": [{KEY: "3.0", "version": "3.0", "size": 3}],
    }


def test_maps_are_found_within_maps():
    nested = [
        {"by_day": {f"2026-01-0{n}": {"by_id": {f"a{n}-{m}.x": 1}}}}
        for n in range(1, 4)
        for m in range(2)
    ]

    maps = Maps.of([sample(each, None) for each in nested])

    assert maps.places == {("by_day",), ("by_day", "*", "by_id")}
    assert maps.opened(nested[0])["by_day"][0]["by_id"] == [{KEY: "a1-0.x", VALUE: 1}]


def test_a_record_with_fields_that_may_be_left_out_is_no_map():
    told = [
        {"user": {"id": n, **({"note": "x"} if n % 2 else {"mail": "y"})}}
        for n in range(6)
    ]
    apart = [{"one": {"a": 1}}, {"one": {"b": 1}}, {"one": {"c": 1}}]

    assert not Maps.of([sample(None, each) for each in told]).places
    assert not Maps.of([sample(None, each) for each in apart]).places


DOCUMENTS = st.recursive(
    st.none() | st.integers() | st.text("ab1.", max_size=3),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["a", "1.0", "x y", "b"]), inner, max_size=3)
    ),
    max_leaves=12,
)


@given(st.lists(DOCUMENTS, max_size=6), DOCUMENTS)
def test_what_is_opened_closes_to_what_it_was(seen, document):
    maps = Maps.of([sample(each, each) for each in seen])

    assert maps.closed(maps.opened(document)) == document
    for each in seen:
        assert maps.closed(maps.opened(each)) == each


def test_names_that_are_data_beside_fields_are_a_list_within():
    told = [
        {"when": {"first": 1, "last": n, **{f"1.{m}": m for m in range(n)}}}
        for n in range(1, 4)
    ]

    maps = Maps.of([sample(None, each) for each in told])
    opened = maps.opened({"when": {"first": 1, "last": 2, "2.0": 2}})

    assert maps.has(("body", "when", REST))
    assert opened == {"when": {"first": 1, "last": 2, REST: [{KEY: "2.0", VALUE: 2}]}}
    assert maps.closed(opened) == {"when": {"first": 1, "last": 2, "2.0": 2}}


WORDS = st.dictionaries(
    st.text("abc", min_size=1, max_size=3), st.integers(0, 9), min_size=1
)


@given(WORDS, WORDS)
def test_a_body_with_no_other_names_than_clients_sent_is_a_map(one, other):
    sent = [sample({"name": name}, {"ok": True}) for name in {**one, **other}]
    told = [sample(None, each, "GET /things") for each in (one, other)]

    maps = Maps.of([*sent, *told])

    is_map = one.keys() != other.keys()
    assert maps.whole == ({("GET /things", True)} if is_map else set())
    for each in (one, other):
        opened = maps.opened(each, ("GET /things", True))
        assert maps.closed(opened, ("GET /things", True)) == each
    assert maps.opened({"ok": True}, ("POST /things", True)) == {"ok": True}


def test_what_only_looks_like_a_map_is_left_as_it_is():
    maps = Maps([("versions",)])

    for body in ({"versions": [1, {"a": 2}]}, {"versions": {"1.0": {VALUE: 1}}}):
        assert maps.closed(maps.opened(body)) == body


def test_nothing_to_learn_from_has_no_maps():
    assert Maps.of([]).opened({"a": {"1.0": 1}}) == {"a": {"1.0": 1}}
