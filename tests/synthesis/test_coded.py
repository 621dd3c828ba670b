"""Fields hold codes as those who issue them write them."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mockforge.chance import rng
from mockforge.learning.fields.seen import MISSING
from mockforge.synthesis import Maker, Wanted
from mockforge.synthesis.coded import VOICES, _table, coded, filled, rows_of
from tests.synthesis.asks import thing
from tests.synthesis.things import NOW, entity, field

NAMES = sorted(_table())


def document(fields, path="/things/7", **members):
    schema = thing(fields, **members)
    return Maker(schema).made(Wanted(schema, path=path), rng(1, path), now=NOW)


def test_every_form_can_be_written():
    for several in _table().values():
        for row in several:
            for form in row.forms:
                assert form
                assert {*re.findall(r"\{(\w+)\}", form)} <= VOICES.keys()


@given(
    st.sampled_from(NAMES),
    st.sampled_from(["{}", "main_{}", "{}_value", "customer_{}"]),
    st.integers(0, 99),
)
@settings(max_examples=50, deadline=None)
def test_what_is_written_is_a_text_without_marks(name, around, seed):
    made = coded(entity("device", seed=seed), field(around.format(name)))

    assert made is MISSING or (isinstance(made, str) and made)
    assert "{" not in str(made)


@pytest.mark.parametrize(
    ("fields", "path", "looks"),
    [
        ("traceId", "/spans/7", r"[0-9a-f]{32}"),
        ("span_id", "/spans", r"[0-9a-f]{16}"),
        ("isbn13", "/books/7", r"97[89]\d{10}"),
        ("imei", "/phones/7", r"\d{15}"),
        ("pnr", "/bookings/7", r"[A-Z0-9]{6}"),
        ("branch commit", "/builds/7", r"main|develop|(feature|fix|chore)/[\w-]+"),
        ("image", "/pods/7/containers", r"[\w./-]+:[\w.-]+"),
        ("restartPolicy", "/k8s/pods/7", r"Always|OnFailure|Never"),
        ("protocol containerPort:i", "/pods/7/ports", r"TCP|UDP"),
        ("cron", "/jobs/7", r"\S+ \S+ \S+ \S+ \S+"),
        ("subnetMask", "/networks/7", r"255\.255\.25\d\.0"),
        ("orcid", "/authors/7", r"(\d{4}-){3}\d{3}[\dX]"),
        ("sha256", "/files/7", r"[0-9a-f]{64}"),
        ("vin", "/cars/7", r"[A-HJ-NPR-Z0-9]{17}"),
        ("brand last4", "/cards/7", r"visa|mastercard|amex"),
        ("mmsi", "/vessels/7", r"\d{9}"),
        ("dialCode", "/countries/7", r"\+\d{1,3}"),
    ],
)
def test_a_field_has_the_code_that_its_name_asks_for(fields, path, looks):
    made = document(fields, path)[fields.split(" ")[0]]

    assert re.fullmatch(looks, made), made


@pytest.mark.parametrize(
    ("fields", "path", "not_like"),
    [
        ("image", "/products/7", r"[\w.-]+:[\d.]+"),
        ("region", "/customers/7", r"\w+-\w+-\d"),
        ("brand", "/products/7", r"visa|mastercard|amex"),
        ("gateway name", "/payments/7", r"[\d.]+"),
        ("key name", "/lockers/7", r"[A-Z]+-\d+"),
    ],
)
def test_what_is_around_tells_what_a_name_means(fields, path, not_like):
    made = document(fields, path)[fields.split(" ")[0]]

    assert not re.fullmatch(not_like, made), made


def test_what_a_schema_allows_counts_for_more():
    pattern = {"type": "string", "pattern": "^[0-9]{13}$"}
    short = {"type": "string", "minLength": 7, "maxLength": 7}
    made = document("", isbn=pattern, commit=short, mac={"type": "string",
                    "pattern": "^[0-9a-f]{12}$"})  # fmt: skip

    assert len(made["isbn"]) == 13
    assert len(made["commit"]) == 7
    assert re.fullmatch("[0-9a-f]{12}", made["mac"])


def test_spans_are_of_the_trace_they_are_in():
    made = document(
        "traceId",
        "/traces/7",
        spans={"type": "array", "minItems": 3, "items": thing("traceId spanId")},
    )

    assert {one["traceId"] for one in made["spans"]} == {made["traceId"]}
    assert len({one["spanId"] for one in made["spans"]}) == len(made["spans"])


def test_names_that_ask_for_nothing_have_no_rows():
    assert rows_of("favourite_thing") == ()
    assert coded(entity(), field("favourite_thing")) is MISSING


def test_a_form_is_filled_sign_by_sign():
    assert re.fullmatch(r"A[1-3]-\d\d-[0-9a-f]{4}", filled("A[1-3]-##-~~~~", rng(1)))


def test_the_code_of_a_country_is_none_of_what_is_bought():
    address = thing("first_name city zip country_code")
    schema = thing("id discount:n promotion coupon_code", shipping_address=address)
    made = Maker(schema).made(Wanted(schema, path="/orders/7"), rng(1, "a"), now=NOW)

    assert len(made["shipping_address"]["country_code"]) == 2
    assert len(made["coupon_code"]) > 2
