from typing import Any

import pytest

from mockforge.errors import ConfigError
from mockforge.templates import compile_template, people
from mockforge.templates.words import ELSEWHERE, WORDS, inside, meant
from tests.templates.scopes import rendered


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("{{params.id}}", "42"),
        ("{{query.page}}", "2"),
        ("{{query.tag}}", ["a", "b"]),
        ("{{query.tag[1]}}", "b"),
        ("{{headers.x-request-id}}", "r1"),
        ("{{headers['X-REQUEST-ID']}}", "r1"),
        ("{{request.headers['X-Request-Id']}}", "r1"),
        ("{{cookies.theme}}", "dark"),
        ("{{request.cookies.a}}", "b"),
        ("{{method}} {{path}}", "POST /orders/42/lines"),
        ("{{request.method}} {{request.path}}", "POST /orders/42/lines"),
        ("{{request.segments[1]}}", "42"),
        ("{{request.body.user.name}}", "Ann"),
        ("{{request.query.page}}", "2"),
        ("{{request.params.id}}", "42"),
        ("{{body.user['name']}}", "Ann"),
        ("{{body.items[-1].sku}}", "y"),
        ("{{body.items[0:1]}}", [{"sku": "x", "price": 2}]),
        ("{{session.cart[0]}}", 1),
        ("{{body.items.nope.deeper[3]}}", None),
        ("{{body[query.none]}}", None),
    ],
)
def test_the_request_is_read(text, value):
    assert rendered(text) == value


def test_a_request_of_nothing_is_read_as_nothing():
    nothing: dict[str, Any] = {
        "headers": {},
        "query": {},
        "params": {},
        "body": None,
        "session": {},
    }
    texts = ["{{cookies.a}}", "{{headers.x}}", "{{body.a[0].b}}", "{{session.a.b}}"]

    assert rendered(texts, **nothing) == [None] * 4
    assert rendered("{{query.page | default(1)}}", **nothing) == 1


def test_every_example_on_the_page_is_a_template():
    for word in WORDS.values():
        end = "{% endfor %}" if word.example.startswith("{% for") else ""
        compile_template(word.example + end, where=word.name)
        assert word.about
        assert word.name in word.example


def test_the_words_for_people_are_all_words():
    assert people.WORDS.keys() <= WORDS.keys()


@pytest.mark.parametrize("name", sorted(ELSEWHERE))
def test_what_other_programs_say_is_told_as_it_is_here(name):
    """And what is told is a template itself."""
    assert meant(name, WORDS, is_word=True) == f"write {ELSEWHERE[name]}"
    if name not in WORDS:
        with pytest.raises(ConfigError):
            compile_template(f"{{{{{name}}}}}", where="x")
    if ":" not in ELSEWHERE[name]:
        compile_template(f"{{{{{ELSEWHERE[name]}}}}}", where="x")


@pytest.mark.parametrize(
    ("name", "nearest"),
    [
        ("uid", "did you mean 'uuid'?"),
        ("random_numbr", "did you mean 'random_number'?"),
        ("rand.integer", "did you mean 'rand.int'?"),
        ("qqqqq", None),
    ],
)
def test_the_nearest_word_is_told(name, nearest):
    assert meant(name, WORDS, is_word=True) == nearest


def test_a_word_that_says_nothing_alone_tells_what_it_may_say():
    assert inside("rand") == "write rand.bool"
    assert inside("faker") == "write faker.name"
