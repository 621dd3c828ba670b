import pytest

from mockforge.arithmetic import LONGEST, Unfit
from mockforge.errors import ConfigError
from mockforge.templates import compile_template
from mockforge.templates.building import FILTERS
from mockforge.templates.filtering import at, column, fitting, list_of, text_of
from mockforge.templates.running import MISSING, TemplateError
from tests.templates.scopes import rendered


def test_every_filter_says_what_it_does():
    assert len(FILTERS) > 50
    assert all(call.__doc__ for call in FILTERS.values())


@pytest.mark.parametrize(
    ("text", "nearest"),
    [
        ("{{ 'a' | uper }}", "did you mean 'upper'?"),
        ("{{ 'a' | truncate(1, 2, 3) }}", None),
        ("{{ 'a' | replace }}", None),
        ("{{ 'a' | date('QQ') }}", None),
        ("{{ upper('a') }}", "write {{ x | upper }}"),
        ("{{ 1 is evn }}", "did you mean 'even'?"),
        ("{{ 1 is even 2 }}", None),
    ],
)
def test_a_wrong_filter_is_an_error_at_load(text, nearest):
    with pytest.raises(ConfigError) as failure:
        compile_template(text, where="x")

    assert failure.value.nearest == nearest


def test_what_is_not_there_has_no_text_and_no_items():
    for value in (MISSING, None):
        with pytest.raises(Unfit):
            text_of(value)
    with pytest.raises(Unfit):
        list_of(5)
    with pytest.raises(Unfit):
        fitting("x" * (LONGEST + 1))


def test_a_path_of_keys_is_followed():
    value = {"a": [{"b": 1}]}

    assert at(value, "a.0.b") == 1
    assert at(value, "a.x") is MISSING
    assert column([value, {}], "a.0.b") == [1, MISSING]
    assert column([1], None) == [1]


def test_how_long_an_upload_is_can_be_told():
    body = {"name": "x" * 5_000_000}

    assert rendered("{{ body.name | default('') | length }}", body=body) == 5_000_000
    with pytest.raises(TemplateError, match="too much"):
        rendered("{{ body.name | upper }}", body=body)
