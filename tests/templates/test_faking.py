import json

import pytest

from mockforge.arithmetic import Unfit
from mockforge.chance import rng
from mockforge.errors import ConfigError
from mockforge.templates import compile_template, faking
from tests.templates.scopes import NOW, rendered


def called(name, *arguments, now=NOW, **named):
    return faking.called(name, arguments, named, rng=rng(3, name), now=now)


def test_every_method_gives_json_and_the_same_for_the_same_chance():
    for name in sorted(faking.names()):
        value = called(name)
        assert called(name) == value, name
        json.dumps(value)


def test_what_is_refused_is_no_name():
    assert not faking.names() & faking.REFUSED
    assert {"name", "email", "city", "uuid4", "color", "sentence"} <= faking.names()


def test_dates_are_of_the_clock_that_is_given():
    """So that nothing depends on the day on which a test runs."""
    year = 365 * 86400

    for name in ("past_date", "date_this_year", "date_time_this_month"):
        assert called(name)[:4] in ("2022", "2023"), name
        assert called(name, now=NOW + 10 * year)[:4] in ("2032", "2033"), name
    assert called("future_date") > "2023-11-14"
    assert "1900" < called("date_of_birth", minimum_age=18)[:4] < "2006"


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("{{faker.random_int 5 7}}", lambda value: 5 <= value <= 7),
        ("{{faker.random_int(min=5, max=7)}}", lambda value: 5 <= value <= 7),
        ("{{faker.words 4}}", lambda value: len(value) == 4),
        ("{{faker.numerify '##-##'}}", lambda value: value[2] == "-"),
        ("{{faker.random_element ['a', 'b']}}", lambda value: value in "ab"),
        ("{{faker.boolean}}", lambda value: value in (True, False)),
        ("{{faker.email}} {{faker.city}}", lambda value: "@" in value),
        ("{{faker.pyfloat(max_value=9)}}", lambda value: value <= 9),
    ],
)
def test_arguments_are_given_to_it(text, holds):
    assert holds(rendered(text))


@pytest.mark.parametrize(
    "text",
    [
        "{{faker.wrods}}",
        "{{faker}}",
        "{{faker.name 1 2 3 4}}",
        "{{faker.words 'many'}}",
        "{{faker.words 1000000}}",
        "{{faker.text(max_nb_chars=10**9)}}",
        "{{faker.domain_name 1000}}",
        "{{faker.random_number 400}}",
        "{{faker.image_url(placeholder_url='{width.__class__}')}}",
        "{{faker.date '%999999999Y'}}",
        "{{faker.random_element [now]}}",
        "{{faker.uuid4(cast_to='x')}}",
        "{{faker.password(length=100000)}}",
        "{{faker.pystr_format '{{binary}}'}}",
        "{{faker.tar}}",
    ],
)
def test_what_it_does_not_take_is_an_error_at_once(text):
    if "now" in text:
        assert rendered(text) is None
        return
    with pytest.raises(ConfigError):
        compile_template(text, where="x")


def test_a_wrong_argument_of_a_client_is_nothing():
    assert rendered("{{ faker.words(body.n) }}", body={"n": "x"}) is None
    assert rendered("{{ faker.words(body.n) }}", body={"n": 10**9}) is None


@pytest.mark.parametrize("given", [[["x"] * 2000], ["x" * 2000], [2**70], [object()]])
def test_arguments_are_bounded(given):
    with pytest.raises(Unfit):
        faking.checked("random_element", given, {})
