import pytest

from mockforge.learning.sequences.steps import END, START, Step, state_at, text_of


@pytest.mark.parametrize(
    ("step", "told"),
    [
        (START, "start"),
        (END, "end"),
        (Step("GET /a", 200), "GET /a 200"),
        (Step("GET /a", 200, "done"), "GET /a 200 done"),
        (Step("GET /a"), "GET /a no answer"),
    ],
)
def test_a_step_is_told_in_words(step, told):
    assert str(step) == told


@pytest.mark.parametrize(
    ("path", "state"),
    [
        (("body", "job", "status"), "done"),
        (("body", "items", 0, "state"), "3"),
        (("body", "items", 7, "state"), None),
        (("body", "job"), None),
        (("body", "nothing"), None),
        (None, None),
    ],
)
def test_a_state_is_what_stands_where_it_is_told(path, state):
    told = {"body": {"job": {"status": " done "}, "items": [{"state": 3}]}}

    assert state_at(told, path) == state
    assert state_at(None, path) is None


def test_a_long_text_is_a_state_as_far_as_it_is_told():
    assert text_of("x" * 100) == "x" * 60
    assert text_of("  ") is None
    assert text_of(1.5) is None
