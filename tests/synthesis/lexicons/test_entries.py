"""Entries of logs differ by level."""

from mockforge.synthesis.lexicons.entries import ENTRIES, LEVELS


def test_every_level_has_entries_of_its_own():
    said = [one for texts in ENTRIES.values() for one in texts]

    assert len({*said}) == len(said)
    assert {*LEVELS.values()} == {*ENTRIES}
