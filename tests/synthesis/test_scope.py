"""The fields of things in a list are told from those beside it."""

from mockforge.learning.fields.composing import Composing
from mockforge.synthesis.scope import Scope
from mockforge.synthesis.spots import spots_in
from tests.synthesis.asks import several, thing


def test_fields_of_things_are_told_from_those_around_and_within():
    item = thing("order_id", lines=several(thing("sku")))
    schema = thing("total:i", data=several(item))
    spots = spots_in(schema, Composing({}))
    scope = Scope(spots, ("data", "*"), ("order",), is_list=True)
    named = {str(spot.path[-1]): spot for spot in spots}

    assert [name for name in named if scope.is_item(named[name])] == ["order_id"]
    assert [name for name in named if scope.is_outer(named[name])] == ["total"]
    assert scope.called(named["order_id"]) == (("order", "id"), ("id",))
