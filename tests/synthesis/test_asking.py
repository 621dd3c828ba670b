"""A request, a prompt and a schema tell what is asked for."""

import pytest

from mockforge.synthesis import Wanted
from mockforge.synthesis.asking import Asking

TEXT, WHOLE = {"type": "string"}, {"type": "integer"}


def asking(schema=None, **wanted):
    return Asking(Wanted(schema, **wanted), schema or {})


@pytest.mark.parametrize(
    ("path", "prompt", "kind"),
    [
        ("/products/12", "", "product"),
        ("/api/v1/users/{id}/orders", "", "order"),
        ("/catalog", "Generate a diverse product catalog", "product"),
        ("/customers", "Customers are diverse companies", "company"),
        ("/customers", "retail customers", "customer"),
        ("/qwerties", "", ""),
    ],
)
def test_words_tell_a_kind(path, prompt, kind):
    assert asking(path=path, prompt=prompt).kind == kind


def test_bounds_in_a_query_hold():
    found = asking(query={"min_price": "5", "price[lte]": "9"}).shared(None, 0.0)

    assert found.statements.range_of("price") == (5.0, 9.0)


def test_what_is_given_has_the_type_of_its_schema():
    schema = {
        "type": "object",
        "properties": {"id": WHOLE, "open": {"type": "boolean"}},
    }
    found = asking(schema, path="/x/4", params={"id": "4"}, query={"open": "true"})

    assert found.given == {("id",): 4, ("open",): True}
