import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mockforge.chance import rng
from mockforge.errors import ConfigError
from mockforge.templates import (
    Problem,
    TemplateError,
    compile_template,
    find_problems,
)
from tests.templates.scopes import rendered, scope

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.text(max_size=8), inner, max_size=4)
    ),
    max_leaves=15,
)


@given(JSON)
@settings(max_examples=50)
def test_a_value_without_braces_is_itself(value):
    text = json.dumps(value)
    template = compile_template(value, where="x")

    if "{{" not in text and "{%" not in text:
        assert template.is_constant
        assert template.words == set()
        assert json.dumps(template.render(scope())) == text


@given(JSON)
@settings(max_examples=50)
def test_what_a_client_sends_comes_out_as_it_is(value):
    """One pass, and a whole value keeps its type."""
    assert rendered("{{body}}", body=value) == value
    assert rendered({"a": ["{{ body.x }}"]}, body={"x": value}) == {"a": [value]}


@given(st.text(max_size=30))
@settings(max_examples=50)
def test_a_text_of_a_client_is_never_filled_in(text):
    said = "{{uuid}}{% if x %}{{ " + text

    assert rendered("<{{body.x}}>", body={"x": said}) == f"<{said}>"
    assert rendered({"{{query.q}}": "{{params.p}}"}, query={"q": said}) == {said: None}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("{{body.user.age}}", 41),
        ("{{ body.user.vip }}", True),
        ("{{body.items[1].price}}", 3.5),
        ("{{body.none}}", None),
        ("{{body.user}}", {"name": "Ann", "age": 41, "vip": True}),
        ("{{ session.cart }}\n", [1, 2, 3]),
        ("{{query.missing}}", None),
        ("{{now}}", "2023-11-14T22:13:20Z"),
        (" {{body.user.age}}", " 41"),
        ("{{body.user.age}} years", "41 years"),
        ("{{body.user.vip}}!", "true!"),
        ("<{{body.none}}{{query.missing}}>", "<>"),
        ("x{{ session.cart }}", "x[1,2,3]"),
        ("{% raw %}{{uuid}}{% endraw %}", "{{uuid}}"),
        ("{# a note #}{{ 1 }}", 1),
    ],
)
def test_a_whole_value_keeps_its_type(text, value):
    assert rendered(text) == value


def test_keys_are_filled_in_too():
    assert rendered({"{{params.id}}": 1, "{{body.user.age}}": 2, 7: 3}) == {
        "42": 1,
        "41": 2,
        "7": 3,
    }


def test_every_rendering_is_fresh():
    template = compile_template({"a": [1], "b": "{{body}}"}, where="x")
    given = scope()
    template.render(given)["a"].append(2)
    template.render(given)["b"]["user"]["name"] = "Bob"

    assert template.render(given)["a"] == [1]
    assert given.body["user"]["name"] == "Ann"


def test_the_same_chance_gives_the_same():
    body = {"id": "{{uuid}}", "n": "{{rand.int}}", "who": "{{name}} {{faker.city}}"}
    template = compile_template(body, where="x")
    once, again, other = (
        template.render(scope(rng=rng(seed, "x"))) for seed in (5, 5, 6)
    )

    assert once == again
    assert once != other


def test_a_template_tells_what_it_reads():
    template = compile_template(
        {
            "a": "{{params.id}} {{now+1h}}",
            "b": ["{{rand.int 1 6}}", "{{faker.city}}"],
            "c": "{{headers.X-Request-Id}}{% if session.cart %}{{ extra }}{% endif %}",
        },
        where="x",
        names=["extra"],
    )

    assert template.words >= {
        "params.id",
        "now",
        "rand.int",
        "faker.city",
        "headers.X-Request-Id",
        "session.cart",
        "extra",
    }
    assert template.reads == {"request", "time", "chance", "session", "names"}
    assert not template.is_constant


def test_words_of_the_caller_are_words():
    template = compile_template("{{steps.login.token}}", where="x", names=["steps"])

    assert template.render(scope(names={"steps": {"login": {"token": 7}}})) == 7


def test_all_that_is_wrong_is_told_at_once_with_its_place():
    with pytest.raises(ConfigError) as failure:
        compile_template(
            {"id": "{{uid}}", "at": ["a\nb {{ nwo }} {{ x | uper }}"]},
            where="conf.yaml:3:5: body",
        )

    assert str(failure.value).splitlines() == [
        "conf.yaml:3:5: body.id: 'uid' is no word of templates (column 3);"
        " did you mean 'uuid'?",
        "conf.yaml:3:5: body.at[0]: 'nwo' is no word of templates (line 2, column 6);"
        " did you mean 'now'?",
        "conf.yaml:3:5: body.at[0]: 'x' is no word of templates (line 2, column 16)",
        "conf.yaml:3:5: body.at[0]: 'uper' is no filter (line 2, column 20);"
        " did you mean 'upper'?",
    ]


def test_one_thing_that_is_wrong_is_told_in_its_parts():
    with pytest.raises(ConfigError) as failure:
        compile_template({"id": "{{uid}}"}, where="body")

    assert failure.value.what == "'uid' is no word of templates"
    assert failure.value.where == "body.id, column 3"
    assert failure.value.nearest == "did you mean 'uuid'?"


def test_problems_can_be_had_without_an_error():
    assert find_problems({"a": "{{uuid}}"}) == []
    assert find_problems({"a": [1, "{{uid}}"]}) == [
        Problem(("a", 1), 1, 3, "'uid' is no word of templates", "did you mean 'uuid'?")
    ]


@pytest.mark.parametrize(
    "value",
    [
        "{{",
        "{{ uuid",
        "{{ }}",
        "{{ 1 + }}",
        "{% if %}",
        "{% if uuid %}",
        "{% endif %}",
        "{{ 'a }}",
        "{{" + "(" * 3000 + "1" + ")" * 3000 + "}}",
        "{{" + "[" * 300 + "]" * 300 + "}}",
        "{{" + "-" * 5000 + "1}}",
        "{{ 1" + " + 1" * 5000 + " }}",
        "{{" + "9" * 5000 + "}}",
        "{% if uuid %}" * 300 + "{% endif %}" * 300,
        "{{uuid}}" + "x" * 1_000_000,
        "{{ 1h2 }}",
        "{{ \x00 }}",
    ],
    ids=range(17),
)
def test_what_is_no_template_is_an_error(value):
    with pytest.raises(ConfigError):
        compile_template(value, where="x")


def test_a_body_that_is_too_deep_is_an_error():
    value: Any = "{{uuid}}"
    for _ in range(150):
        value = [value]

    with pytest.raises(ConfigError, match="deeper than 100"):
        compile_template(value, where="x")


@given(st.text(alphabet="{}%#ab.|('[,+-1 \n\"", max_size=40), st.booleans())
@settings(max_examples=200)
def test_any_text_is_a_template_or_an_error(text, is_whole):
    try:
        template = compile_template(
            "{{" + text + "}}" if is_whole else text, where="x", names=["a", "b"]
        )
    except ConfigError:
        return
    json.dumps(template.render(scope(names={"a": [1, "x"], "b": {"a": None}})))


WORDS = """
    body body.items body.user query.tag now a loop uuid name rand.int params 1 2.5 -3
    'x' [1] {} none true
"""
SIGNS = "+ - * / // % ** ~ == < >= in and or"
FILTERS = """
    upper length first int tojson base64 sort sum reverse items date unique join(',')
    default(1) replace('a','b') truncate(3) round map('sku')
"""
TREES = st.recursive(
    st.sampled_from(WORDS.split()),
    lambda inner: (
        st.builds(
            "({} {} {})".format,
            st.sampled_from(["body", "a", "loop", "now", "body.user.age"]),
            st.sampled_from(SIGNS.split()),
            inner,
        )
        | st.builds("({} | {})".format, inner, st.sampled_from(FILTERS.split()))
        | st.builds("[{}, {}]".format, inner, inner)
        | st.builds("({})['items']".format, inner)
        | st.builds("({}[{}])".format, inner, inner)
        | st.builds("({} if {} is number else {})".format, inner, inner, inner)
    ),
    max_leaves=8,
)


@given(TREES)
@settings(max_examples=200)
def test_whatever_an_expression_is_given_it_is_json_and_no_error(text):
    """A wrong type gives null, or nothing within a text."""
    template = compile_template(
        {"a": f"{{{{ {text} }}}}", "b": f"<{{{{ {text} }}}}>"},
        where="x",
        names=["a", "loop"],
    )
    json.dumps(template.render(scope(names={"a": {"items": [True, "é", None]}})))


@pytest.mark.parametrize(
    "text",
    [
        "{% for i in range(9999) %}{% for j in range(9999) %}x{% endfor %}{% endfor %}",
        "{% for i in range(1000) %}{{ 'x' * 100000 }}{% endfor %}",
        "{% for i in range(10000) %}{{ faker.paragraph(1000) }}{% endfor %}",
        "{% set x = 'ab' * 400000 %}" + "{{ x }}" * 30,
    ],
    ids=range(4),
)
def test_a_template_that_does_too_much_is_stopped(text):
    with pytest.raises(TemplateError, match=r"\(conf.yaml:1:1: body\)"):
        rendered(text)


@pytest.mark.parametrize(
    "text",
    [
        "{{ 'a' * body.n }}",
        "{{ 10 ** body.n }}",
        "{{ [1] * body.n }}",
        "{{ range(body.n) }}",
        "{{ '%999999999d' % body.n }}",
        "{{ body.s | pad(body.n) }}",
        "{{ rand.string(body.n) }}",
        "{{ faker.text(body.n) }}",
        "{{ faker.date(body.s) }}",
        "{{ now | date(body.s) }}",
        "{{ now + body.n * 10000 }}",
    ],
)
def test_a_giant_is_nothing(text):
    assert rendered(text, body={"n": 10**9, "s": "%999999999Y{0.__class__}"}) is None


def test_what_is_put_into_itself_again_and_again_is_nothing():
    sets = "{% set x = [x, x] %}" * 60
    text = "{% set x = [1, 2] %}" + sets + "{{ x | tojson }}{{ x == x }}"

    assert len(rendered(text)) < 1_000_000


@pytest.mark.parametrize(
    "text",
    [
        "{{ ''.__class__ }}",
        "{{ body.__class__.__mro__ }}",
        "{{ uuid.__globals__ }}",
        "{{ '{0.__class__}'.format(1) }}",
        "{{ '%s' | format(1) }}",
        "{{ self }}",
        "{{ cycler }}",
        "{{ lipsum.__globals__ }}",
        "{{ namespace() }}",
        "{{ body.clear() }}",
        "{{ body | attr('x') }}",
        "{% include '/etc/passwd' %}",
        "{% import 'os' as os %}",
        "{% extends 'x' %}",
        "{% macro x() %}{% endmacro %}",
        "{% block x %}{% endblock %}",
        "{% call x() %}{% endcall %}",
        "{{ env.HOME }}",
        "{{ open('/etc/passwd') }}",
        "{{ faker.binary(10) }}",
        "{{ faker.add_provider }}",
        "{{ faker.seed_instance(1) }}",
        "{{ faker.generator }}",
        "{{ faker.parse('{{binary}}') }}",
        "{{ rand.int(*[1, 2]) }}",
        "{{ rand.int(**{}) }}",
        "{{ range(10**9) }}",
        "{{ range(100000) }}",
        "{{ 'a' * 10**9 }}",
        "{{ 10 ** (10 ** 10) }}",
        "{{ 2 ** 4000 }}",
        "{{ '%999999999d' % 1 }}",
        "{{ 1 / 0 }}",
    ],
)
def test_what_leads_out_of_a_template_is_no_word_of_it(text):
    with pytest.raises(ConfigError):
        compile_template(text, where="x")


def test_the_members_of_a_body_are_its_keys_alone():
    assert rendered("{{ body['__class__'] }}{{ body.items.append }}") == ""
    assert rendered("{{ body.keys }}", body={"keys": 1}) == 1
