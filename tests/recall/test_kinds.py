import pytest

from mockforge.http import Response
from mockforge.recall.kinds import READ, kind_of
from tests.worlds import JSON


def kind(status=200, body=b'{"id": 1}', headers=(JSON,)):
    return kind_of(Response(status, headers, body))


def test_answers_with_other_values_are_of_a_kind():
    assert kind() == kind(body=b'{"id": 2}')


@pytest.mark.parametrize(
    "other",
    [{"status": 201}, {"body": b"[]"}, {"body": b'{"name": 1}'}, {"headers": ()}],
)
def test_another_status_type_or_form_is_another_kind(other):
    assert kind() != kind(**other)


def test_refusals_are_told_by_their_status():
    assert kind(404, b'{"a": 1}') == kind(404, b'{"b": 1}')


def test_a_long_answer_is_not_read():
    assert kind(body=b'{"a": 1}' + b" " * READ) == kind(body=b'{"b": 1}' + b" " * READ)
