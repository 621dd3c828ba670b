"""What only asks is told from what changes something."""

import pytest

from mockforge.exchange import Exchange
from mockforge.http import Request, Response
from mockforge.learning.learner import learn
from mockforge.learning.resources.readings import readings

JSON = ((b"Content-Type", b"application/json"),)


@pytest.mark.parametrize(
    ("method", "target", "body", "is_safe"),
    [
        ("GET", "/orders", b"", True),
        ("POST", "/orders", b'{"a": 1}', False),
        ("POST", "/graphql", b'{"query": "query Order { order { id } }"}', True),
        ("POST", "/graphql", b'{"query": "mutation Add { add { id } }"}', False),
    ],
)
def test_a_query_of_graphql_changes_nothing(method, target, body, is_safe):
    request = Request(method, "http", "api.test", target, JSON if body else (), body)
    other = Request(
        *("POST", "http", "api.test", "/graphql"),
        JSON,
        b'{"query": "query Other { other { id } }"}',
    )
    told = Response(200, JSON, b'{"data": {}}')
    learned = learn([Exchange(request, told, id=1), Exchange(other, told, id=2)])

    found = {each.number: each for each in readings(list(learned.samples))}

    assert found[1].is_safe is is_safe
