import pytest

from mockforge.exchange import FailureKind
from mockforge.learning.failures.outcomes import (
    is_said,
    may_pass,
    outcome_of,
    status_of,
)
from tests.learning.failures.talk import seen


@pytest.mark.parametrize(
    ("status", "failure", "outcome"),
    [
        (200, None, ""),
        (304, None, ""),
        (404, None, "404"),
        (503, None, "503"),
        (0, FailureKind.RESET, "reset"),
        (200, FailureKind.RESET, "reset"),
        (0, FailureKind.CLIENT, None),
        (200, FailureKind.CLIENT, ""),
        (0, None, None),
        (-7, None, None),
    ],
)
def test_an_exchange_ends_in_a_word(status, failure, outcome):
    ended = seen(1)._replace(status=status, failure=failure)

    assert outcome_of(ended) == outcome


@pytest.mark.parametrize(
    ("outcome", "passes", "says"),
    [
        ("503", True, False),
        ("429", True, False),
        ("529", True, False),
        ("timeout", True, False),
        ("501", False, True),
        ("404", False, False),
        ("422", False, True),
        ("nonsense", False, False),
    ],
)
def test_a_word_says_whether_it_may_be_well_the_next_time(outcome, passes, says):
    assert (may_pass(outcome), is_said(outcome)) == (passes, says)


def test_no_answer_has_no_status():
    assert (status_of("503"), status_of("reset")) == (503, 0)
