import json

import pytest

from mockforge.learning.learned import Learned, samples_of
from mockforge.learning.learner import learn
from tests.learning.test_learner import shop


def test_what_was_learned_is_read_as_it_was_written():
    exchanges = shop()
    learned = learn(exchanges)
    told = json.loads(json.dumps(learned.to_json()))

    again = Learned.from_json(told, exchanges)

    assert again.to_json() == learned.to_json()
    assert again.samples == learned.samples
    assert again.notes == learned.notes
    assert again.bindings.of("POST /orders", 201) == learned.bindings.of(
        "POST /orders", 201
    )


def test_of_samples_the_numbers_are_written():
    assert learn(shop()).to_json()["samples"] == list(range(20))


def test_nothing_is_learned_of_nothing():
    assert Learned.from_json(json.loads(json.dumps(Learned().to_json()))).count == 0


@pytest.mark.parametrize(
    "told",
    [{}, {"version": 0}, {**Learned().to_json(), "endpoints": None}],
    ids=["empty", "another version", "damaged"],
)
def test_what_is_not_of_this_shape_is_refused(told):
    with pytest.raises(ValueError, match="learned"):
        Learned.from_json(told)


def test_exchanges_of_no_endpoint_are_no_samples():
    assert samples_of(shop(), Learned().endpoints) == ()
