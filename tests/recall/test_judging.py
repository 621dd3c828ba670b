import numpy as np
import pytest

from mockforge.recall.hashed import DIM, SPANS
from mockforge.recall.judging import (
    THRESHOLD,
    Near,
    alike,
    apart,
    chosen,
    is_shaped,
    ranked,
)


def near(*told):
    """Return what is near: scores with kinds; of each kind the status is its number."""
    return [
        Near(place, score, kind, status=kind, naming=place)
        for place, (score, kind) in enumerate(told)
    ]


@pytest.mark.parametrize(
    ("found", "place"),
    [
        ([], None),
        ([(0.79, 1)], None),
        ([(0.95, 1)], 0),
        ([(0.95, 1), (0.90, 2), (0.90, 2)], 0),
        ([(0.95, 1), (0.949, 2), (0.948, 2)], 1),
        ([(0.95, 1), (0.949, 2)], None),
    ],
)
def test_the_nearest_answers_if_those_as_near_agree(found, place):
    verdict = chosen(near(*found), THRESHOLD, naming=-1)

    assert (verdict.near.place if verdict.near else None) == place
    assert (verdict.near is None) == bool(verdict.why)


@pytest.mark.parametrize(
    ("statuses", "refused", "naming", "is_told"),
    [
        ([404], 0.1, -1, False),
        ([404], 0.1, 0, True),
        ([404, 404], 0.1, -1, True),
        ([404], 1.0, -1, True),
        ([401], 0.1, -1, True),
        ([200], 0.1, -1, True),
        ([404, 200], 0.1, -1, False),
        ([200, 200, 404], 0.1, -1, True),
    ],
)
def test_one_refusal_says_little_of_what_else_is_named(
    statuses, refused, naming, is_told
):
    found = near(*((0.95, status) for status in statuses))

    verdict = chosen(found, THRESHOLD, naming=naming, refused=refused)

    assert (verdict.near is not None) == is_told


def test_to_be_refused_the_same_often_is_to_be_refused_once():
    found = [Near(place, 0.95, 404, status=404, naming=7) for place in range(9)]

    verdict = chosen(found, THRESHOLD, naming=8, refused=0.1)

    assert verdict.why == "what is nearest was refused (404), maybe for what it names"


def test_of_equally_near_ones_that_of_the_same_places_is_the_nearest():
    found = [
        Near(1, 0.990, 1, is_alike=False),
        Near(2, 0.985, 1),
        Near(3, 0.900, 1),
        Near(4, 0.890, 1, is_alike=False),
    ]

    assert [one.place for one in ranked(found)] == [2, 1, 3, 4]
    assert chosen(ranked(found), THRESHOLD).near == found[1]
    assert ranked([]) == []


def test_what_has_quite_other_places_comes_last():
    found = [Near(1, 0.89, 1, is_alike=False, is_shaped=False), Near(2, 0.82, 1)]

    assert [one.place for one in ranked(found)] == [2, 1]
    assert chosen(ranked(found), THRESHOLD).near == found[1]
    assert [one.place for one in ranked(found[:1])] == [1]


@pytest.mark.parametrize(
    ("asked", "found", "shaped"),
    [
        ({"shape": 0, "text": 0}, {"shape": 0, "text": 1}, True),
        ({"shape": 0}, {"shape": 1}, False),
        ({"text": 0}, {"text": 0}, True),
        ({"shape": 0}, {}, False),
    ],
)
def test_places_are_compared_by_their_part_of_the_vector(asked, found, shaped):
    assert is_shaped(vector(**asked), vector(**found), SPANS) == shaped
    assert is_shaped(vector(**asked), vector(**found), ())


def vector(**fields):
    """Return a vector whose fields point where they are told, 0 or 1."""
    found = np.zeros(DIM, np.float32)
    for span in SPANS:
        if span.name in fields:
            found[span.start + fields[span.name]] = 1.0
    return found


@pytest.mark.parametrize(
    ("asked", "found", "field"),
    [
        (vector(address=0, text=0), vector(address=0, text=0), None),
        (vector(address=0, text=0), vector(address=0, text=1), "text"),
        (vector(address=0, text=0), vector(address=0), "text"),
        (vector(address=0), vector(address=0), None),
        (vector(address=0, shape=0), vector(address=0, shape=1), "shape"),
    ],
)
def test_every_field_has_to_be_alike(asked, found, field):
    told = apart(asked, found, SPANS, threshold=THRESHOLD, is_located=True)

    assert told == field


def test_where_no_endpoint_is_known_the_address_has_to_be_the_same():
    asked = vector(address=0)
    found = asked.copy()
    found[1] = 0.5

    told = [
        apart(asked, found, SPANS, threshold=THRESHOLD, is_located=located)
        for located in (True, False)
    ]

    assert told == [None, "address"]


def test_whoever_wants_anything_gets_anything():
    far = vector(address=0, shape=1), vector(address=0, shape=0)

    assert apart(*far, SPANS, threshold=0.0, is_located=True) is None


def test_two_that_say_nothing_are_not_compared():
    nothing = np.zeros(4, np.float32)

    assert alike(nothing, nothing) is None
    assert alike(nothing, nothing + 1) == 0.0
    assert alike(nothing + 1, nothing + 2) == pytest.approx(1.0)
