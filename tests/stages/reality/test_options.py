import pytest
from pydantic import ValidationError

from mockforge.stages.reality.options import RealityOptions, seconds


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2025-01-01T00:00:00Z", 1_735_689_600.0),
        ("2025-01-01T01:00:00+01:00", 1_735_689_600.0),
        ("2025-01-01", 1_735_689_600.0),
        ("2025-01-01T00:00:00.5", 1_735_689_600.5),
    ],
)
def test_a_time_is_read_with_its_zone(text, expected):
    assert seconds(text) == expected


SCHEDULE = {"start_time": "2025-02-01", "end_time": "2025-01-01"}


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"routes": [{"pattern": "users"}]}, "'users' is not an endpoint"),
        (
            {"routes": [{"pattern": "/a", "group": "x"}], "groups": {"y": 1}},
            "group 'x' of route '/a' has no ratio; groups with one: y",
        ),
        ({"transition_mode": "scheduled"}, "'scheduled' needs a time_schedule"),
        ({"time_schedule": SCHEDULE}, "is not after start_time"),
        (
            {"time_schedule": SCHEDULE | {"start_time": "soon"}},
            "'soon' is not a time; write 2025-01-31T08:00:00Z",
        ),
        ({"default_ratio": 1.5}, "less than or equal to 1"),
    ],
)
def test_what_cannot_be_is_refused(options, said):
    with pytest.raises(ValidationError) as refused:
        RealityOptions.model_validate(options)

    assert said in str(refused.value)


def test_a_group_without_routes_is_legal():
    assert RealityOptions(groups={"orders": 0.7}).groups == {"orders": 0.7}
