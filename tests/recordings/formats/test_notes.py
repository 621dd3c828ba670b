from mockforge.recordings.formats.notes import Notes


def test_the_same_is_said_once_for_all_its_places():
    notes = Notes()
    for number in range(5):
        notes.add("the length was set", f"entry {number}")
    notes.add("left out", "entry 9")

    assert notes.lines() == (
        "entry 0, entry 1, entry 2 and 2 more: the length was set",
        "entry 9: left out",
    )
