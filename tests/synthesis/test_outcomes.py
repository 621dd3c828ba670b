"""How it ended, and how grave it is, are told alike."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mockforge.chance import rng
from mockforge.synthesis import Maker, Wanted
from mockforge.synthesis.members import Members
from mockforge.synthesis.outcomes import agree

CODES = st.sampled_from([200, 204, 302, 400, 404, 500, 503])


def agreed(made, kept=(), **told):
    members = Members({"properties": told}, made, set(kept), lambda *_: True)
    agree(members, rng(1))
    return made


@settings(max_examples=40, deadline=None)
@given(
    st.sampled_from(["level", "severity", "logLevel"]),
    st.sampled_from(["ERROR", "warn", "info", "debug", "fatal"]),
    st.sampled_from(["status", "statusCode", "http_status", "response_code"]),
    CODES,
)
def test_errors_go_with_five_hundreds(level, word, code, number):
    made = agreed({level: word, code: number})
    wanted = {"e": 5, "f": 5, "w": 4, "i": 2, "d": 2}[word[0].lower()]

    assert made[code] // 100 == wanted
    assert made[level] == word


@pytest.mark.parametrize(
    ("code", "level"), [(503, "ERROR"), (404, "WARNING"), (200, "INFO")]
)
def test_a_status_that_is_given_tells_the_level(code, level):
    made = agreed({"level": "DEBUG" if code > 399 else "ERROR", "status": code},
                  kept=("status",))  # fmt: skip

    assert (made["level"], made["status"]) == (level, code)


@settings(max_examples=30, deadline=None)
@given(CODES, st.booleans())
def test_what_went_well_has_no_error(code, flag):
    made = agreed({"statusCode": code, "success": flag, "error": "Record not found"})

    assert made["success"] is (made["statusCode"] < 400)
    assert ("error" in made and made["error"] is not None) is (not made["success"])


def test_a_delivery_that_failed_has_no_good_answer():
    made = agreed({"status": "failed", "response_code": 200})
    assert made["response_code"] >= 500

    made = agreed({"status": "delivered", "response_code": 503})
    assert made["response_code"] < 300


def test_a_method_has_its_own_status():
    assert agreed({"method": "DELETE", "status": 200, "level": "info"})["status"] == 204


@pytest.mark.parametrize(
    ("severity", "priority"), [("critical", "urgent"), ("low", "low")]
)
def test_what_is_grave_is_urgent(severity, priority):
    other = {"critical": "low", "low": "urgent"}[severity]
    made = agreed({"severity": severity, "priority": other, "is_urgent": True})

    assert made["priority"] == priority
    assert made["is_urgent"] is (priority == "urgent")


def test_a_priority_is_one_of_its_enum():
    told = {"priority": {"enum": ["P1", "P2", "P3", "P4"]}}
    made = agreed({"severity": "critical", "priority": "P4"}, **told)

    assert made["priority"] == "P1"


def test_logs_of_a_list_agree():
    item = {"type": "object", "required": ["timestamp", "level", "status"],
            "properties": {"timestamp": {"type": "string", "format": "date-time"},
                           "level": {"enum": ["DEBUG", "INFO", "WARN", "ERROR"]},
                           "status": {"type": "integer", "minimum": 100,
                                      "maximum": 599}}}  # fmt: skip
    made = Maker(item).made(Wanted(path="/logs", count=12), rng(3), now=1.7e9)

    assert all((one["level"] == "ERROR") is (one["status"] >= 500) for one in made)
