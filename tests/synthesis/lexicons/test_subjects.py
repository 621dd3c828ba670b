"""Subjects have signs of their own, and enough to say."""

import pytest

from mockforge.synthesis.lexicons.subjects import SUBJECTS


@pytest.mark.parametrize("subject", SUBJECTS, ids=lambda one: one.signs[0])
def test_a_subject_has_themes_to_choose_from(subject):
    assert len(subject.themes) >= 7
    assert len(set(subject.themes)) == len(subject.themes)
    assert all(sign == sign.lower() for sign in subject.signs)
