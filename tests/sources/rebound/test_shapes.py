"""Shapes: what a list is, and what only wraps one."""

from mockforge.sources.rebound.effects import Effects
from mockforge.sources.rebound.journal import Journal
from mockforge.sources.rebound.shapes import are_apart, is_wrapper, texts_of
from tests.sources.rebound.sides import request, response


def told(body):
    journal = Journal(Effects())
    moment = journal.ask(request("GET", "/x"), "GET /x", {}, 1.0)
    head = {"Content_Type": "text/xml"} if isinstance(body, bytes) else {}
    journal.tell(moment, response(200, body, **head))
    return [moment]


def test_a_list_of_one_without_fields_of_its_own_is_a_wrapper():
    wrapped = told(b"<all><one><inner><a>1</a><b>2</b></inner></one></all>")

    assert is_wrapper(wrapped, ("body", "all", "one"))
    assert not is_wrapper(wrapped, ("body", "all", "one", "*", "inner"))


def test_a_list_of_json_wraps_nothing():
    assert not is_wrapper(told({"all": [{"id": 1}]}), ("body", "all"))


def test_names_are_apart_if_no_two_items_share_one():
    moments = told({"all": [{"id": 1, "k": "x"}, {"id": 2, "k": "x"}]})

    assert texts_of(moments, ("body", "all"), ("id",)) == {"1", "2"}
    assert are_apart(moments, ("body", "all"), ("id",))
    assert not are_apart(moments, ("body", "all"), ("k",))
