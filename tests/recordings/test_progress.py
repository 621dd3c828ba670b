import json

import pytest

from mockforge.learning.endpoints import EndpointMap
from mockforge.learning.patterns.options import DriftLearningOptions
from mockforge.learning.patterns.resets import Reset
from mockforge.recordings.charting import Chart
from mockforge.recordings.progress import Progress, bare, version_of
from mockforge.store.light import WholeLights, lights_of
from mockforge.store.patterns import Kept
from tests.recordings import traffic

OPTIONS = DriftLearningOptions()


def rows(count):
    made = traffic.orders(count)
    return lights_of(made, [traffic.MATCHER.key(one.request) for one in made])


def endpoints():
    chart = Chart()
    for row in rows(60):
        chart.add(row, WholeLights())
    return chart.settle()


def begun():
    states = {"GET /orders/{order}": ("body", "status")}
    return Progress(OPTIONS, endpoints(), states)


def test_it_goes_on_where_it_was_kept():
    whole, some, every = begun(), begun(), rows(100)
    whole.take(every, WholeLights())

    some.take(every[:37], WholeLights())
    again = Progress.of(some.kept(), OPTIONS)
    again.take(every[37:], WholeLights())
    again.take([], WholeLights())

    assert again.kept() == whole.kept()
    assert (again.looked, again.last) == (100, 100)


def test_what_was_kept_before_a_reset_is_not_gone_on_with():
    with pytest.raises(ValueError, match="reset since"):
        Progress.of(begun().kept(), OPTIONS, [Reset(5)])


@pytest.mark.parametrize("value", [b"", b"[]", b"{}", b'{"endpoints": 1}', b"\xff"])
def test_what_is_no_progress_is_refused(value):
    with pytest.raises(ValueError, match=r"progress|Expecting|decode"):
        Progress.of(Kept(1, 1, value), OPTIONS)


def test_endpoints_are_kept_as_far_as_they_locate_requests():
    found = bare(endpoints())

    assert [one.key for one in found.every] == [one.key for one in endpoints().every]
    assert len(json.dumps(found.to_json())) < len(json.dumps(endpoints().to_json()))


def test_more_endpoints_may_be_known_meanwhile():
    found = begun()

    found.knows(EndpointMap(()))

    assert found.patterns.endpoints.every == ()


@pytest.mark.parametrize(
    ("changed", "differs"),
    [
        ({"min_samples": 3}, True),
        ({"mode": "behavioral"}, True),
        ({"persona_from": []}, True),
        ({"enabled": False}, False),
        ({"traffic_mirroring": True}, False),
    ],
)
def test_what_decides_what_is_learned_is_in_the_version(changed, differs):
    other = version_of(DriftLearningOptions(**changed), "1")

    assert (other != version_of(OPTIONS, "1")) is differs
    assert " " not in other
    assert version_of(OPTIONS, "2") != version_of(OPTIONS, "1")
