"""Well known services are told by the fields that stand together."""

import re

import pytest

from mockforge.chance import rng
from mockforge.synthesis import Maker, Wanted
from mockforge.synthesis.platforms import ROWS
from tests.synthesis.asks import several, thing
from tests.synthesis.things import NOW


def made(schema, path):
    return Maker(schema).made(Wanted(schema, path=path), rng(1, path), now=NOW)


@pytest.mark.parametrize(
    ("fields", "path", "name", "looks"),
    [
        ("sid account_sid body", "/Messages/7", "sid", r"SM[0-9a-f]{32}"),
        ("sid account_sid body", "/Messages/7", "account_sid", r"AC[0-9a-f]{32}"),
        ("ok:b channel ts thread_ts", "/chat", "ts", r"\d{10}\.\d{6}"),
        ("Id StageName OwnerId", "/sobjects/7", "OwnerId", r"005\w{15}"),
        ("InstanceId VpcId ImageId", "/instances", "ImageId", r"ami-[0-9a-f]{17}"),
        ("name imdbId runtime:i", "/movies/7", "imdbId", r"tt\d{7}"),
        ("iban bban", "/v1/accounts/7", "bban", r"\w{10,26}"),
        ("traceId spanId kind", "/spans/7", "kind", r"SPAN_KIND_[A-Z]+"),
        ("id iCalUID summary", "/events/7", "iCalUID", r"[0-9a-z]+@[a-z.]+"),
        ("ref commit jobName", "/jobs/7", "jobName", r"[a-z0-9-]+"),
    ],
)
def test_a_code_is_that_of_its_service(fields, path, name, looks):
    found = made(thing(fields), path)[name]

    assert re.fullmatch(looks, found), found


def test_a_member_tells_what_a_name_is_for():
    schema = thing(
        "kind apiVersion",
        metadata=thing("name namespace"),
        containers=several(thing("name image", ports=several(thing("name protocol")))),
    )
    found = made(schema, "/api/v1/pods/7")

    assert re.fullmatch(r"[a-z]+-[0-9a-f]{9}-\w{5}", found["metadata"]["name"])
    for one in found["containers"]:
        assert re.fullmatch(r"[a-z]+", one["name"])
        assert all(port["protocol"] in ("TCP", "UDP") for port in one["ports"])


def test_a_test_and_its_code_belong_together():
    coding = several(thing("system code display"))
    found = made(thing("resourceType", code=thing("", coding=coding)), "/fhir/x/7")
    pairs = {(one["code"], one["display"]) for one in found["code"]["coding"]}

    assert all(re.fullmatch(r"\d+-\d", code) for code, _ in pairs)
    assert len(pairs) == len({code for code, _ in pairs})


def test_every_row_has_names_and_forms():
    for line in ROWS.strip().replace("\n  ", " ").splitlines():
        names, forms, *rest = line.split(" | ")

        assert names.strip()
        assert forms.strip()
        assert len(rest) < 2
