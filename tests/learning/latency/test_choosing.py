import pytest

from mockforge.learning.latency.choosing import chosen
from mockforge.learning.latency.estimate import Estimate
from mockforge.learning.latency.points import Point, Points
from tests.learning.latency.streams import LAW


def always(value, count):
    estimate = Estimate()
    estimate.update(Points(Point(value, 0, n) for n in range(count)), LAW)
    return estimate


OWN = {200: always(1.0, 20), 404: always(2.0, 4)}
EVERYBODY = {200: always(3.0, 100), 404: always(4.0, 20), 410: always(5.0, 2)}


@pytest.mark.parametrize(
    ("own", "everybody", "status", "drawn"),
    [
        (OWN, EVERYBODY, 200, 1.0),
        ({}, EVERYBODY, 200, 3.0),
        (OWN, EVERYBODY, 404, 4.0),
        ({}, EVERYBODY, 410, 5.0),
        ({}, EVERYBODY, 422, 4.0),
        ({}, EVERYBODY, 500, 3.0),
        (OWN, {}, 500, 1.0),
        (OWN, {}, 0, None),
        ({}, {404: always(2.0, 9)}, 404, None),
        ({}, {}, 200, None),
    ],
)
def test_the_nearest_that_is_applied_is_chosen(own, everybody, status, drawn):
    model = chosen(own, everybody, status, LAW)

    assert (model and model.draw(0.5, None, None)) == drawn
