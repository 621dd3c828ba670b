"""Words written together are split where both are known."""

from __future__ import annotations

import pytest

from mockforge.synthesis.compounds import parted
from mockforge.synthesis.naming import words_of
from mockforge.synthesis.roles import role_of


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("jobtitle", ("job", "title")),
        ("lifecyclestage", ("lifecycle", "stage")),
        ("issuetype", ("issue", "type")),
        ("exposuretime", ("exposure", "time")),
        ("laststatuscode", ("last", "status", "code")),
        ("username", ("username",)),
        ("postcode", ("postcode",)),
        ("append", ("append",)),
        ("title", ("title",)),
    ],
)
def test_known_words_are_parted(name, words):
    assert parted(name) == words
    assert words_of(f"custom_{name}") == ("custom", *words)


def test_a_role_is_told_by_the_words():
    assert role_of("jobtitle").name == role_of("job_title").name == "job"
