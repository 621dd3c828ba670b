"""What is paid, given back, lent and moved fits together."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mockforge.chance import rng
from mockforge.synthesis.members import Members
from mockforge.synthesis.payments import balance, claim, loan, payslip, refund

AMOUNTS = st.floats(1, 900).map(lambda one: round(one, 2))
NOW = 1_763_700_000.0


def members(made, kept=()):
    return Members({}, made, set(kept), lambda schema, value: True)


@settings(max_examples=50, deadline=None)
@given(
    AMOUNTS,
    AMOUNTS,
    AMOUNTS,
    st.sampled_from(["", "pending", "succeeded", "refunded", "partially_refunded"]),
    st.integers(0, 99),
)
def test_no_more_is_given_back_than_was_taken(amount, taken, back, status, seed):
    made = {"amount": amount, "amountCaptured": taken, "amountRefunded": back}
    made |= {"status": status} if status else {}
    refund(members(made), rng(seed))

    assert 0 <= made["amountRefunded"] <= made["amountCaptured"] <= amount
    if status == "refunded":
        assert made["amountRefunded"] == amount
    if status == "succeeded":
        assert made["amountRefunded"] == 0
    if status == "partially_refunded":
        assert 0 < made["amountRefunded"] < amount or amount < 0.1


@pytest.mark.parametrize("status", ["active", "paid_off", "pending"])
def test_a_loan_is_paid_back_in_equal_parts(status):
    made = {"principal": 12000, "interestRate": 6.0, "termMonths": 24,
            "monthlyPayment": 1.0, "totalPayable": 1.0, "totalInterest": 1.0,
            "outstandingBalance": 1.0, "status": status}  # fmt: skip
    loan(members(made), rng(1))

    assert made["monthlyPayment"] == pytest.approx(531.85, abs=0.01)
    assert made["totalPayable"] == pytest.approx(531.85 * 24, abs=0.3)
    assert made["totalInterest"] == pytest.approx(
        made["totalPayable"] - 12000, abs=0.01
    )
    assert 0 <= made["outstandingBalance"] <= 12000
    assert (made["outstandingBalance"] == 0) is (status == "paid_off")


@pytest.mark.parametrize(("kind", "sign"), [("debit", -1), ("deposit", 1)])
def test_a_balance_is_that_before_with_what_was_moved(kind, sign):
    made = {"type": kind, "amount": 25.0, "balanceBefore": 100.0, "balanceAfter": 1.0}
    balance(members(made))

    assert made["balanceAfter"] == 100 + sign * 25


def test_a_balance_does_not_go_below_nothing():
    made = {"amount": -250.0, "balance_before": 100.0, "balance_after": 1.0}
    balance(members(made))

    assert made["balance_after"] == pytest.approx(made["balance_before"] - 250)
    assert made["balance_after"] >= 0


def test_wages_of_the_year_are_those_of_its_months():
    made = {"periodEnd": "2025-03-31", "grossPay": 3200.0, "netPay": 2000.0,
            "hoursWorked": 9.0, "hourlyRate": 1.0, "ytdGross": 1.0,
            "ytdNet": 1.0}  # fmt: skip
    payslip(members(made), rng(1), NOW)

    assert (made["ytdGross"], made["ytdNet"]) == (9600.0, 6000.0)
    assert float(str(made["hoursWorked"])) * float(str(made["hourlyRate"])) == (
        pytest.approx(3200, abs=1)
    )


@pytest.mark.parametrize(
    ("status", "granted", "paid"),
    [("rejected", 0, 0), ("approved", 80.0, 0), ("paid", 80.0, 80.0)],
)
def test_a_claim_is_paid_once_it_is_granted(status, granted, paid):
    made = {"status": status, "amountClaimed": 100.0, "amountApproved": 80.0,
            "amountPaid": 3.0}  # fmt: skip
    claim(members(made))

    assert (made["amountApproved"], made["amountPaid"]) == (granted, paid)
