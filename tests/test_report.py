"""The report: JSON, JUnit and text, and the verdict."""

import json
from xml.etree import ElementTree

import pytest

from mockforge.engine import Engine, OnMiss
from mockforge.errors import MockforgeError
from mockforge.exchange import Failure, FailureKind
from mockforge.http import Response
from mockforge.report import report_of
from tests.worlds import API, exchange, recorded, recording, replaying, request

US = "http://127.0.0.1:8080"


async def played(*targets, on_miss=OnMiss.FAIL):
    """Return an engine that was asked for *targets*; /a and /b are recorded."""
    shop = recording(exchange(url=f"{API}/a"), exchange(url=f"{API}/b"))
    engine = Engine(recorded=await recorded(shop), on_miss=on_miss)
    for target in targets:
        plan = await engine.plan(request(url=f"{US}{target}"))
        said = Response(200, (), b"fresh") if plan.wants_upstream else None
        await engine.finish(plan, said)
    return engine


@pytest.mark.parametrize(
    ("targets", "on_miss", "code", "why"),
    [
        (["/a", "/b"], OnMiss.FAIL, 0, "answered from the recordings"),
        (["/a", "/none"], OnMiss.FAIL, 1, "1 request had no recorded answer"),
        (["/none", "/none"], OnMiss.FAIL, 1, "2 requests had no recorded answer"),
        ([], OnMiss.FAIL, 7, "no request came"),
        (["/a", "/none"], OnMiss.UPSTREAM, 0, "1 request went to the upstream"),
        (["/none"], OnMiss.UPSTREAM, 7, "no answer came from the recordings"),
    ],
)
async def test_the_verdict_is_the_exit_code(targets, on_miss, code, why):
    report = report_of(await played(*targets, on_miss=on_miss))

    assert report.exit_code == code
    assert why in report.why


async def test_a_recording_without_exchanges_verifies_nothing():
    report = report_of(Engine(recorded=await recorded(recording())))

    assert report.exit_code == 7
    assert "no recorded exchange was loaded" in report.why


async def test_the_json_form_names_everything():
    report = report_of(await played("/a", "/a", "/none"))

    told = json.loads(json.dumps(report.json()))
    (miss,) = told["missed"].pop("requests")
    assert told.pop("mockforge")
    assert told == {
        "schema": 1,
        "exit_code": 1,
        "why": "1 request had no recorded answer",
        "seen": 3,
        "loaded": {
            "exchanges": 2,
            "recordings": [
                {"name": "shop", "location": "recordings/shop.jsonl", "exchanges": 2}
            ],
        },
        "served": {"total": 2, "exact": 2},
        "missed": {"total": 1},
        "fetched": [],
        "used": {
            "total": 1,
            "exchanges": [
                {
                    "recording": "shop",
                    "id": 1,
                    "method": "GET",
                    "url": f"{API}/a",
                    "count": 2,
                }
            ],
        },
        "never_used": {
            "total": 1,
            "exchanges": [
                {"recording": "shop", "id": 2, "method": "GET", "url": f"{API}/b"}
            ],
        },
        "gaps": [],
    }
    assert miss["class"] == "no path"
    assert miss["request"]["url"] == f"{API}/none"


async def test_what_was_fetched_is_listed():
    engine = await played("/a", "/none", on_miss=OnMiss.UPSTREAM)
    plan = await engine.plan(request(url=f"{US}/gone"))
    engine.unanswered(plan, Failure(FailureKind.REFUSED, "refused"))

    report = report_of(engine)

    assert [each["status"] for each in report.json()["fetched"]] == [200, None]
    assert report.json()["served"] == {"total": 2, "exact": 1, "upstream": 1}
    assert report.exit_code == 1


async def test_the_junit_form_is_for_a_build(tmp_path):
    file = tmp_path / "out.XML"
    report_of(await played("/a", "/none")).write(file)

    suite = ElementTree.parse(file).getroot()
    assert suite.attrib == {
        "name": "mockforge replay",
        "tests": "3",
        "failures": "1",
        "skipped": "1",
        "errors": "0",
    }
    passed, failed, skipped = suite
    assert passed.attrib == {"classname": "shop", "name": f"GET {API}/a #1"}
    assert list(passed) == []
    failure = failed.find("failure")
    assert failure is not None
    assert failure.get("type") == "no path"
    assert failure.text is not None
    assert "no recording answers GET" in failure.text
    assert skipped.find("skipped") is not None


async def test_a_build_sees_that_nothing_was_verified():
    suite = ElementTree.fromstring(report_of(await played()).junit())

    assert suite.get("errors") == "1"
    (error,) = suite.findall("testcase/error")
    assert "no request came" in error.get("message", "")


async def test_the_junit_form_survives_what_xml_cannot_hold():
    engine = await replaying(exchange())
    await engine.answer(request("POST", f"{US}/\x01", b'{"a": "\\u0000\\ud800"}'))

    suite = ElementTree.fromstring(report_of(engine).junit())

    assert suite.get("failures") == "1"


async def test_an_account_with_gaps_verifies_nothing():
    """Whoever did not tell may have missed something."""
    engine = await played("/a")
    engine.ledger.gaps.append("worker 2 was killed")

    report = report_of(engine)

    assert (report.exit_code, report.json()["gaps"]) == (1, ["worker 2 was killed"])
    assert "  gap         worker 2 was killed\n" in report.text()
    (error,) = ElementTree.fromstring(report.junit()).findall("testcase/error")
    assert "worker 2 was killed" in error.get("message", "")


async def test_the_text_form_is_for_a_terminal():
    report = report_of(await played("/a", "/none"))

    assert report.text() == (
        "replayed shop: 2 requests\n"
        "  exact       1\n"
        "  missed      1\n"
        "  never used  1 of 2\n"
        f"  missed GET {API}/none: its path is not recorded\n"
        "exit code 1: 1 request had no recorded answer"
    )


async def test_a_report_that_cannot_be_written_is_told(tmp_path):
    report = report_of(await played("/a"))

    with pytest.raises(MockforgeError, match="cannot be written"):
        report.write(tmp_path / "none" / "out.json")


async def test_no_secret_is_in_any_form():
    secret = "sk-live-3f9a8b7c6d5e4f3a2b1c0d9e8f7a6b5c"
    engine = await replaying(exchange())
    await engine.answer(
        request(
            "POST",
            f"{US}/x?api_key={secret}",
            b'{"password": "correct-horse-battery"}',
            [("Authorization", f"Bearer {secret}")],
        )
    )

    report = report_of(engine)

    for shown in (json.dumps(report.json()), report.junit(), report.text()):
        assert secret not in shown
        assert "correct-horse" not in shown


async def test_what_an_import_holds_is_not_shown():
    secret = "sk-live-3f9a8b7c6d5e4f3a2b1c0d9e8f7a6b5c"
    engine = await replaying(
        exchange(url=f"{API}/a?api_key={secret}"),
        exchange(url=f"{API}/b?api_key={secret}"),
    )
    await engine.answer(request(url=f"{US}/a?api_key={secret}"))
    await engine.answer(request(url=f"{US}/b?api_key=other"))

    report = report_of(engine)

    assert (len(report.used), len(report.never_used)) == (1, 1)
    assert secret not in report.junit() + json.dumps(report.json()) + report.text()
