"""Documents are valid against what was learned, and drawn from it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mockforge.bodies.document import at, leaves
from mockforge.chance import rng
from mockforge.learning.fields.schema import schema_of
from mockforge.learning.fields.seen import from_seen
from tests.learning.fields.documents import SAMPLES, is_valid, node_of


@given(SAMPLES, st.integers(0, 3))
def test_every_new_document_is_valid_against_the_learned_schema(samples, seed):
    node = node_of(*samples)

    assert is_valid(schema_of(node), from_seen(node, rng(seed)))


@given(SAMPLES, st.integers())
def test_the_same_chance_draws_the_same_document(samples, seed):
    one, other = node_of(*samples), node_of(*samples)

    assert repr(from_seen(one, rng(seed))) == repr(from_seen(other, rng(seed)))


@given(SAMPLES, st.integers(0, 3))
def test_numbers_lie_between_those_that_were_seen(samples, seed):
    seen = [value for sample in samples for _, value in leaves(sample)]
    made = from_seen(node_of(*samples), rng(seed))

    for number in _numbers(value for _, value in leaves(made)):
        assert min(_numbers(seen)) <= number <= max(_numbers(seen))


def _numbers(values):
    return [
        value
        for value in values
        if isinstance(value, int | float) and not isinstance(value, bool)
    ]


@given(SAMPLES, st.data())
def test_known_values_stand_where_they_were_known(samples, data):
    node = node_of(*samples)
    paths = [
        (path, value)
        for path, value in leaves(samples[-1])
        if value is not None and len(path) < 20
    ]
    if not paths:
        return
    path, value = data.draw(st.sampled_from(paths))

    made = from_seen(node, rng(1), known={path: value})

    if _is_only_of_objects(samples, path):
        assert at(made, path) == value


def _is_only_of_objects(samples, path):
    # Where places are now objects, now lists, a path may lead elsewhere.
    return (
        all(isinstance(step, str) for step in path)
        and all(isinstance(sample, dict) for sample in samples)
        and len(path) == 1
    )


@pytest.mark.parametrize("seed", range(5))
def test_ids_of_a_list_differ(seed):
    orders = [{"id": n, "state": "open"} for n in (3, 5, 9, 11)]

    made = from_seen(node_of(orders, orders[:2], orders[1:]), rng(seed))

    ids = [order["id"] for order in made]
    assert len(set(ids)) == len(ids)
    assert 2 <= len(ids) <= 4


def test_prices_keep_their_decimals():
    node = node_of(*(price / 100 for price in range(1001, 9000, 37)))

    for seed in range(20):
        price = from_seen(node, rng(seed))
        assert isinstance(price, float)
        assert round(price, 2) == price


def test_texts_of_one_shape_are_drawn_by_it():
    node = node_of(*(f"SKU-{n * 7919 % 10000:04}" for n in range(40)))

    made = {from_seen(node, rng(seed)) for seed in range(20)}

    assert len(made) == 20
    assert all(len(sku) == 8 and sku.startswith("SKU-") for sku in made)


def test_members_are_there_together_as_they_were_seen():
    node = node_of(*[{"type": "a", "a": 1}, {"type": "b", "b": 2}] * 5)

    for seed in range(20):
        made = from_seen(node, rng(seed))
        assert {*made} in ({"type", "a"}, {"type", "b"})


def test_what_was_counted_up_goes_on():
    node = node_of(*range(10, 20))

    assert from_seen(node, rng(1)) > 19


@pytest.mark.parametrize(
    ("seen", "known", "made"),
    [
        (5, "7", 7),
        (5.5, "7.25", 7.25),
        ("x", 7, "7"),
        ("x", True, "true"),
        (True, "false", False),
        (5, 7.0, 7),
    ],
)
def test_a_known_value_takes_the_type_that_was_seen(seen, known, made):
    node = node_of({"id": seen})

    drawn = from_seen(node, rng(1), known={("id",): known})

    assert drawn == {"id": made}


@pytest.mark.parametrize("known", [None, "x", 7.5])
def test_a_known_value_of_another_type_is_left_out(known):
    assert from_seen(node_of({"id": 5}), rng(1), known={("id",): known}) == {"id": 5}


@pytest.mark.parametrize(
    ("seen", "look"),
    [
        ("7f8c2f4e-8f0e-4c39-9d6c-0d6ab0ee90d{}", r"[0-9a-f]{8}-.{4}-4"),
        ("2023-11-14T22:13:2{}Z", "2033-05-18T03:33:20Z"),
    ],
)
def test_with_a_time_ids_and_times_are_made_anew(seen, look):
    samples = [{"is": seen.format(n)} for n in range(6)]
    node = node_of(*samples)

    made = from_seen(node, rng(1), now=2e9)

    assert made not in samples
    assert re.match(look, made["is"])
    assert is_valid(schema_of(node), made)


@given(SAMPLES, st.integers(0, 3))
def test_what_is_made_anew_is_valid_too(samples, seed):
    node = node_of(*samples)

    assert is_valid(schema_of(node), from_seen(node, rng(seed), now=1.7e9))


def test_a_known_item_makes_the_list_long_enough():
    node = node_of({"items": [{"id": "a"}]}, {"items": []})

    made = from_seen(node, rng(1), known={("items", 2, "id"): "z"})

    assert made["items"][2]["id"] == "z"
