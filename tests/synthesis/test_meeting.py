"""What is said meets the fields that mean it, and no others."""

import pytest

from mockforge.learning.fields.composing import Composing
from mockforge.synthesis.facts import facts_in
from mockforge.synthesis.meeting import met
from mockforge.synthesis.scope import Scope
from mockforge.synthesis.spots import spots_in
from tests.synthesis.asks import ask, several, thing, wanted


def fields_met(pattern, url, fields, kind=("order",)):
    schema = thing(fields)
    scope = Scope(spots_in(schema, Composing({})), (), kind, is_list=False)
    return {spot.path[0]: values[0] for fact in facts_in(wanted(pattern, url))
            for spot, values in met(fact, scope)}  # fmt: skip


@pytest.mark.parametrize(
    ("query", "fields", "found"),
    [
        ("status=paid", "order_status payment_status", {"order_status": "paid"}),
        ("from=OSL", "fromAddress from_date origin", {"origin": "OSL"}),
        ("from=2026-01-01", "origin from:d", {"from": "2026-01-01"}),
        ("to=EUR", "to amount_to:n to_currency", {"to": "EUR", "to_currency": "EUR"}),
        ("category=x", "category_id:i category_name", {"category_name": "x"}),
        ("category=5", "category_id:i category_name", {"category_id": 5}),
        ("colour=x", "name", {}),
        ("base=EUR", "base_price:n base_currency", {"base_currency": "EUR"}),
    ],
)
def test_parameters_meet_fields(query, fields, found):
    assert fields_met("/orders", f"/orders?{query}", fields) == found


def test_whose_login_it_is_stands_in_each_item():
    row = thing("id activity username distance_km:n")

    rows = ask("/users/{username}/runs", "/users/kai_p/runs", several(row), count=3)

    assert {one["username"] for one in rows} == {"kai_p"}


@pytest.mark.parametrize(
    ("pattern", "url", "schema", "found"),
    [
        ("/registry/{package}", "/registry/tide-cache", thing("name version"),
         {"name": "tide-cache"}),
        ("/reports/{campaign_id}", "/reports/4269e57", thing("id campaign_title"),
         {"id": "4269e57"}),
        ("/rest/issue/{issueIdOrKey}", "/rest/issue/PAY-482",
         thing("id key", fields=thing("summary", project=thing("key name"))),
         {"key": "PAY-482", "fields.project.key": "PAY"}),
        ("/rest/issue/{issueIdOrKey}", "/rest/issue/10482", thing("id key"),
         {"id": "10482"}),
        ("/flights/{flight}/status", "/flights/BA117/status",
         thing("status", airline=thing("iata name")), {"airline.iata": "BA"}),
    ],
)  # fmt: skip
def test_the_end_of_a_path_meets_what_tells_it_apart(pattern, url, schema, found):
    made = ask(pattern, url, schema)

    for path, value in found.items():
        told = made
        for name in path.split("."):
            told = told[name]
        assert told == value


def test_what_is_nested_is_met():
    resource = thing("id", code=thing("code display"), subject=thing("reference"))
    bundle = thing("total:i", entry=several(thing("fullUrl", resource=resource)))
    found = ask("/Observation", "/Observation?patient=P-77&code=8480-6", bundle)
    rows = ask(
        "/projects/{org}/{project}/errors/",
        "/projects/acme/web-shop/errors/",
        several(thing("id title", project=thing("id name slug"))),
        count=3,
    )

    assert found["entry"]
    for each in found["entry"]:
        assert each["resource"]["code"]["code"] == "8480-6"
        assert each["resource"]["subject"]["reference"] == "Patient/P-77"
    assert {row["project"]["slug"] for row in rows} == {"web-shop"}


def test_rows_and_what_is_beside_them_are_of_what_is_asked_for():
    rows = ask(
        "/regions/{code}/population",
        "/regions/0301/population",
        several(thing("code year:i population:i")),
        count=3,
    )
    held = ask(
        "/buckets/{bucket}/objects",
        "/buckets/invoices/objects",
        thing("name", contents=several(thing("key size:i"))),
    )

    assert {row["code"] for row in rows} == {"0301"}
    assert held["name"] == "invoices"
