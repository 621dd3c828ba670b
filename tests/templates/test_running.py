import pytest

from mockforge.arithmetic import Unfit
from mockforge.templates.moments import Moment
from mockforge.templates.running import (
    DEEPEST,
    MISSING,
    OUTPUT,
    STEPS,
    Run,
    TemplateError,
    as_json,
    item,
    plain,
    texted,
)
from tests.templates.scopes import NOW, scope


def test_a_rendering_has_so_many_steps():
    run = Run(scope())
    run.spend(STEPS)

    with pytest.raises(TemplateError, match="too much"):
        run.spend()


def test_a_rendering_has_so_much_time():
    run = Run(scope())
    run.end = 0.0

    with pytest.raises(TemplateError, match="too much"):
        run.spend()


def test_a_rendering_gives_so_much():
    run = Run(scope())
    run.give(OUTPUT)

    with pytest.raises(TemplateError, match=str(OUTPUT)):
        run.give(1)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("a", "a"),
        (None, ""),
        (MISSING, ""),
        (True, "true"),
        (275.0, "275.0"),
        ([1, None, MISSING], "[1,null,null]"),
        ({"é": False}, '{"é":false}'),
        (Moment(NOW), "2023-11-14T22:13:20Z"),
        ([Moment(NOW)], '["2023-11-14T22:13:20Z"]'),
    ],
)
def test_a_value_has_a_text(value, text):
    assert texted(value) == text


def test_what_is_nested_too_deep_has_none():
    value: list[object] = []
    for _ in range(100_000):
        value = [value]
    with pytest.raises(Unfit):
        as_json(value)
    with pytest.raises(TemplateError, match=f"deeper than {DEEPEST}"):
        plain(value, Run(scope()))


def test_items_are_those_of_json_alone():
    assert item({"a": 1}, "a") == 1
    assert item({"a": 1}, 0) is MISSING
    assert item([5], 0) == 5
    assert item([5], 7) is MISSING
    assert item([5], "append") is MISSING
    assert item("ab", -1) == "b"
    assert item(5, "real") is MISSING
    assert repr(MISSING) == "missing"
    assert not MISSING


def test_headers_are_known_in_lower_case():
    assert Run(scope()).headers["x-request-id"] == "r1"
