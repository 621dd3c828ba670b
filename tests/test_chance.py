from hypothesis import given
from hypothesis import strategies as st

from mockforge.chance import rng

KEYS = st.lists(st.text(max_size=5) | st.integers(), max_size=4)


@given(st.integers(), KEYS)
def test_the_same_seed_and_keys_draw_the_same(seed, keys):
    one, other = rng(seed, *keys), rng(seed, *keys)

    assert [one.random() for _ in range(3)] == [other.random() for _ in range(3)]


@given(st.integers(), KEYS, st.integers(), KEYS)
def test_other_seeds_or_keys_draw_otherwise(seed, keys, other_seed, other_keys):
    one, other = rng(seed, *keys), rng(other_seed, *other_keys)

    assert (one.random() == other.random()) == (
        (seed, keys) == (other_seed, other_keys)
    )


def test_draws_are_the_same_on_every_machine():
    drawn = rng(7, "session", "GET /orders", 3, "drift").random()

    assert drawn == 0.9298359521488562
