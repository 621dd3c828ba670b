import pytest
from hypothesis import given
from hypothesis import strategies as st

from mockforge.stages.reality.options import RealityOptions, ScheduleOptions
from mockforge.stages.reality.ratio import Dial

START = 1_735_689_600.0
DAY = 86_400.0
SCHEDULE = {
    "start_time": "2025-01-01T00:00:00Z",
    "end_time": "2025-01-11T00:00:00Z",
    "start_ratio": 0.2,
    "end_ratio": 0.8,
}


def dial(**options):
    return Dial(RealityOptions.model_validate(options))


def ratio(one, path, method="GET", now=START):
    found = one.resolve(method, path, now)
    return round(found.ratio, 6), found.origin


EVERYTHING = {
    "default_ratio": 0.1,
    "transition_mode": "time_based",
    "time_schedule": SCHEDULE,
    "groups": {"shop": 0.5, "idle": 0.9},
    "routes": [
        {"pattern": "/api/users/*", "ratio": 0.4},
        {"pattern": "GET /orders/{id}", "group": "shop"},
        {"pattern": "/off/**", "ratio": 1.0, "enabled": False},
        {"pattern": "/api/users/:id/secrets", "ratio": 0.0},
    ],
}


@pytest.mark.parametrize(
    ("method", "path", "expected"),
    [
        ("GET", "/api/users/7", (0.4, "route '/api/users/*'")),
        ("GET", "/api/users/7/orders", (0.4, "route '/api/users/*'")),
        ("GET", "/api/users123", (0.2, "schedule")),
        ("GET", "/orders/1", (0.5, "group 'shop'")),
        ("POST", "/orders/1", (0.2, "schedule")),
        ("GET", "/off/1", (0.2, "schedule")),
        ("GET", "/api/users/7/secrets", (0.4, "route '/api/users/*'")),
    ],
)
def test_a_route_comes_before_its_group_and_that_before_the_schedule(
    method, path, expected
):
    assert ratio(dial(**EVERYTHING), path, method) == expected


def test_an_override_comes_before_everything_and_can_be_taken_back():
    one = dial(**EVERYTHING)
    one.override("/api/**", 1.0)
    one.override("/api/users/*", 0.7)

    assert ratio(one, "/api/users/7") == (0.7, "override '/api/users/*'")
    assert ratio(one, "/api/other") == (1.0, "override '/api/**'")

    one.override("/api/users/*", None)
    assert ratio(one, "/api/users/7") == (1.0, "override '/api/**'")
    with pytest.raises(KeyError):
        one.override("/api/users/*", None)


@pytest.mark.parametrize(
    ("mode", "day", "expected"),
    [
        ("time_based", -1, (0.2, "schedule")),
        ("time_based", 5, (0.5, "schedule")),
        ("time_based", 99, (0.8, "schedule")),
        ("scheduled", -1, (0.1, "default")),
        ("scheduled", 10, (0.8, "schedule")),
        ("scheduled", 11, (0.1, "default")),
        ("manual", 5, (0.1, "default")),
    ],
)
def test_a_schedule_moves_the_ratio_with_time(mode, day, expected):
    one = dial(default_ratio=0.1, transition_mode=mode, time_schedule=SCHEDULE)

    assert ratio(one, "/x", now=START + day * DAY) == expected


def test_what_is_set_by_hand_stays():
    one = dial(transition_mode="time_based", time_schedule=SCHEDULE)
    one.set(0.3)

    assert ratio(one, "/x", now=START + 99 * DAY) == (0.3, "default")


@given(st.lists(st.floats(-2, 2), max_size=6))
def test_it_is_advanced_from_where_it_stands_and_never_beyond_its_ends(steps):
    one = dial(transition_mode="time_based", time_schedule=SCHEDULE)
    expected = 0.5
    for step in steps:
        one.advance(step, START + 5 * DAY)
        expected = min(max(expected + step, 0.0), 1.0)

    assert one.standing(START + 5 * DAY).ratio == pytest.approx(expected)


def test_a_new_schedule_moves_it_again():
    one = dial(default_ratio=0.9)
    one.follow(ScheduleOptions.model_validate(SCHEDULE))
    assert ratio(one, "/x") == (0.2, "schedule")

    one.follow(None)
    assert ratio(one, "/x") == (0.9, "default")


def test_a_schedule_may_count_between_its_ends_alone():
    one = dial(default_ratio=0.9)
    one.follow(ScheduleOptions.model_validate(SCHEDULE), "scheduled")

    assert ratio(one, "/x") == (0.2, "schedule")
    assert ratio(one, "/x", now=START + 99 * DAY) == (0.9, "default")


def test_tenths_add_up_to_what_people_write():
    one = dial()
    for _ in range(3):
        one.advance(0.1, START)

    assert one.default == 0.3


@pytest.mark.parametrize("wrong", [-0.1, 1.1, float("nan")])
def test_a_ratio_out_of_bounds_is_refused(wrong):
    with pytest.raises(ValueError, match="a ratio is between 0 and 1"):
        dial().set(wrong)
    with pytest.raises(ValueError, match="a ratio is between 0 and 1"):
        dial().override("/a", wrong)


def test_no_number_moves_it_nowhere():
    with pytest.raises(ValueError, match="nan"):
        dial().advance(float("nan"), START)


def test_where_it_is_switched_off_all_is_real():
    assert ratio(dial(enabled=False), "/x")[0] == 1.0
