import pytest
from hypothesis import given
from hypothesis import strategies as st

from mockforge.learning.endpoints import graphql


@pytest.mark.parametrize(
    ("document", "name", "operation"),
    [
        ("{ me { name } news(first: 2) { id } }", None, "query {me, news}"),
        ("query Orders($n: Int = 2) { orders(n: $n) { id } }", None, "query Orders"),
        (
            "mutation { pay: createPayment(id: 1) { ok } }",
            None,
            "mutation {createPayment}",
        ),
        ("query A { a } query B { b }", "B", "query B"),
        ("query A { a } mutation B { b }", "B", "mutation B"),
        ("# query X\nsubscription On { ticks }", None, "subscription On"),
        ("fragment F on User { id } query Q @live { me { ...F } }", None, "query Q"),
        ('{ find(text: "} mutation { x") { id } }', None, "query {find}"),
        ("{ ... on Query { me } a @skip(if: true) b }", None, "query {a, b}"),
        ("{", None, "query {}"),
        ("query", None, "query {}"),
    ],
)
def test_the_operation_of_a_document_is_found(document, name, operation):
    assert graphql.operation(document, name) == operation


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("{ me }", True),
        ("\n # hi\n query { me }", True),
        ("queryable {", False),
        ("shoes", False),
        ("query shoes", False),
    ],
)
def test_a_document_is_told_from_a_search(text, is_one):
    assert graphql.is_document(text) is is_one


@given(st.text(alphabet='{}()":@$ab.#\n ', max_size=60))
def test_no_text_is_too_odd(text):
    graphql.operation(text)
    graphql.operation("{ a " + text)
    graphql.arguments(text)
    graphql.arguments("{ a(b: " + text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("{ orders(first: 2) { id } }", [(("orders", "first"), 2)]),
        ('{ x: one(id: "9") }', [(("one", "id"), "9")]),
        ("query A($n: Int = 3) { orders(first: $n) { id } }", []),
        (
            "{ a(by: {name: ASC, of: {x: 2.5}}, on: true) { b(limit: -4) { c } } }",
            [
                (("a", "by", "name"), "ASC"),
                (("a", "by", "of", "x"), "2.5"),
                (("a", "on"), True),
                (("b", "limit"), -4),
            ],
        ),
        ("{ a @include(if: true) { b } }", []),
    ],
)
def test_literals_are_read_by_field_and_name(text, found):
    assert graphql.arguments(text) == found
