import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from mockforge.errors import ConfigError
from mockforge.templates import compile_template, find_problems
from mockforge.templates.reading import is_template
from tests.templates.scopes import rendered


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("{{rand.int 1 6}}", "{{ rand.int(1, 6) }}"),
        ("{{rand.int -5 -2}}", "{{ rand.int(-5, -2) }}"),
        ("{{rand.choice 'a' 'b c'}}", "{{ rand.choice('a', 'b c') }}"),
        ("{{rand.choice ['a', 'b'] }}", "{{ rand.choice(['a', 'b']) }}"),
        ("{{rand.choice body.items}}", "{{ rand.choice(body.items) }}"),
        ("{{rand.sample session.cart 2}}", "{{ rand.sample(session.cart, 2) }}"),
        ("{{random_number low=3 high=4}}", "{{ random_number(low=3, high=4) }}"),
        ("{{ (rand.int 1 6) + 1 }}", "{{ rand.int(1, 6) + 1 }}"),
        ("{{ rand.int 1 6 | string }}", "{{ rand.int(1, 6) | string }}"),
        ("{% set x = rand.int 1 6 %}{{ x }}", "{% set x = rand.int(1, 6) %}{{ x }}"),
        ("{{faker.words 3}}", "{{ faker.words(3) }}"),
        ("{{now 'yyyy'}}", "{{ now('yyyy') }}"),
        ("{{now offset='3 days'}}", "{{ now + 3 * 86400 }}"),
        ("{{now+1h}}", "{{ now + 3600 }}"),
        ("{{ now - 1.5h }}", "{{ now - 5400 }}"),
        ("{{now+1d+30m}}", "{{ now + 88200 }}"),
        ("{{ now + 2 days }}", "{{ now + 172800 }}"),
        ("{{ now - 90s if true else 1 }}", "{{ now - 90 }}"),
        ("{{headers.x-request-id}}", "{{ headers['X-Request-Id'] }}"),
        ("{{request.headers.X-Request-Id | upper}}", "{{ 'R1' }}"),
        ("{{ body.items.0.sku }}", "{{ body.items[0].sku }}"),
        ("{{ session.cart | join ',' }}", "{{ session.cart | join(',') }}"),
    ],
)
def test_a_word_may_have_its_arguments_behind_spaces(short, long):
    assert rendered(short) == rendered(long)
    assert rendered(short) is not None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("{{ 1 if body.user.vip else 2 }}", 1),
        ("{{ body.user.age - 1 }}", 40),
        ("{{ 3 is divisibleby 3 }}", True),
        ("{{ 1 in session.cart and not 9 in session.cart }}", True),
        ("{{ body.user.age -1 }}", 40),
    ],
)
def test_what_jinja_means_by_a_space_stays(text, value):
    assert rendered(text) == value


@pytest.mark.parametrize("text", ["{{#if x}}", "{{/if}}", "{{> part}}", "{{@index}}"])
def test_blocks_of_other_languages_are_told_how_they_are_written(text):
    with pytest.raises(ConfigError, match=r"write \{% if %\}"):
        compile_template(text, where="x")


def test_braces_alone_are_no_template():
    assert not is_template('{"a": {"b": 1}} {# css #}')
    assert is_template("{% if 1 %}")


def test_what_is_not_closed_is_told():
    (problem,) = find_problems("{{ unclosed ")

    assert problem.what.endswith("end of template, expected '}}'")


_PIECES = st.lists(
    st.sampled_from([*"1-+[().|", "}}", "{%", "uuid", "1h", "'a'", "headers", "is"])
    | st.just(" "),
    max_size=8,
)


@settings(max_examples=50)
@given(_PIECES)
@example([" ", "unclosed", " "])
@example(["headers", ".", "x", "-"])
def test_whatever_begins_a_template_is_read_or_told(pieces):
    for problem in find_problems("{{" + "".join(pieces)):
        assert problem.what
