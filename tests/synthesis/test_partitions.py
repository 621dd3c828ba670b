"""Each row of the partitions can be read."""

from mockforge.synthesis.partitions import ROWS
from mockforge.synthesis.wholes import splits_of


def test_parts_of_a_row_are_told_apart():
    for row in ROWS.replace("\\\n", "").strip().splitlines():
        parts = [one.partition(":")[0].split() for one in row.split("|")[4:]]
        words = [word for part in parts for word in part]

        assert len(parts) > 1
        assert len(words) == len({*words}), row


def test_the_first_word_of_each_part_is_one():
    for row in ROWS.replace("\\\n", "").strip().splitlines():
        noun, _, _, _, first, second, *_ = row.split("|")
        names = tuple(f"{one.split()[0]}_{noun}s" for one in (first, second))

        assert splits_of((f"total_{noun}s", *names)), row
