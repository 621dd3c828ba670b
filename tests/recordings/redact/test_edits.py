"""Edits that are gathered and made."""

from __future__ import annotations

from mockforge.recordings.redact.edits import Edits


def test_edits_are_made_wherever_and_in_whatever_order_they_were_put():
    edits = Edits(b"one two three")
    edits.put(8, 13, bytes.upper)
    edits.put(0, 3, lambda old: b"1")

    assert edits.made() == b"1 two THREE"


def test_what_was_put_first_wins():
    edits = Edits(b"abcdef")
    edits.put(2, 4, bytes.upper)
    for start, end in ((0, 3), (3, 6), (2, 4), (0, 6), (2, 3)):
        edits.put(start, end, lambda old: b"no")
    edits.put(0, 2, bytes.upper)
    edits.put(4, 6, bytes.upper)

    assert edits.made() == b"ABCDEF"


def test_a_change_to_the_same_is_none():
    data = b"abc"
    edits = Edits(data)

    assert edits.made() is data
    edits.put(0, 3, bytes)
    assert edits.made() is data
