"""Statuses come one after the other."""

import pytest

from mockforge.synthesis.ranks import RANKS


@pytest.mark.parametrize(
    "words",
    [
        ("draft", "pending", "approved", "paid", "delivered", "refunded"),
        ("new", "open", "assigned", "in_progress", "resolved", "archived"),
        ("todo", "queued", "accepted", "running", "completed", "failed"),
    ],
)
def test_each_comes_after_the_one_before(words):
    ranks = [RANKS[word] for word in words]

    assert ranks == sorted({*ranks})
