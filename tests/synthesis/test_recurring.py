"""A thing is the same alone and in lists."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mockforge.synthesis.recurring import age_of, first_number, number_of, picked
from tests.synthesis.asks import ask, several, thing

STATUS = {"type": "string", "enum": ["active", "inactive", "pending"]}
THINGS = [
    ("/users", "id:i name email phone city country age:i username createdAt:dt role"),
    ("/users", "id name email phone street zip verified:b role birthDate:d"),
    ("/orders", "id:i customerName total:n currency createdAt:dt quantity:i"),
    ("/products", "id name price:n sku category stock:i rating:n brand"),
    ("/books", "id author isbn pages:i"),
    ("/companies", "id:i name website industry employees:i city phone"),
]


@pytest.mark.parametrize(("path", "fields"), THINGS)
@pytest.mark.parametrize("seed", [1, 2])
def test_what_is_listed_is_what_is_there_alone(path, fields, seed):
    schema = thing(fields, status=STATUS)

    rows = ask(path, path, several(schema), count=6, seed=seed)

    for row in rows:
        alone = ask(f"{path}/{{id}}", f"{path}/{row['id']}", schema, seed=seed)
        assert alone == row


@given(st.integers(0, 50), st.integers(1, 10**8), st.integers(1, 10**6))
def test_things_with_higher_numbers_are_newer(seed, number, more):
    one = age_of(seed, "user", str(number))
    other = age_of(seed, "user", str(number + more))

    assert one is not None
    assert other is not None
    assert 0 < other < one <= 1
    assert age_of(seed, "user", "usr_x7") is None


@given(st.integers(0, 50), st.integers(0, 10**6), st.integers(1, 9))
def test_neighbours_get_different_ones(seed, block, size):
    choices = tuple(range(size))

    made = [picked(seed, "task", str(block * size + at), "status", choices)
            for at in range(size)]  # fmt: skip

    assert sorted(made) == [*choices]


def test_what_is_picked_is_the_same_each_time():
    made = {picked(3, "task", "tsk_1", "status", ("a", "b", "c")) for _ in range(9)}

    assert len(made) == 1
    assert first_number(3, "task") == first_number(3, "task")
    assert number_of("12") == 12
    assert number_of("a12") is None
