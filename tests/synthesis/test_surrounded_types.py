"""Types, stages and statuses by what they are in."""

from __future__ import annotations

import pytest

from mockforge.synthesis import surrounded_types
from tests.synthesis.asks import several, thing
from tests.synthesis.test_surrounded import made


def test_groups_have_a_place_columns_and_rows():
    for block in surrounded_types.GROUPS.strip().split("\n\n"):
        assert len(block.splitlines()) >= 3


@pytest.mark.parametrize(
    ("fields", "path", "name", "some"),
    [
        ("name type ttl:i value", "/dns/records/7", "type", "A AAAA CNAME MX TXT NS"),
        ("mountpoint filesystem", "/disks/7", "filesystem", "ext4 xfs ntfs"),
        ("bucket key storageClass", "/objects/7", "storageClass",
         "STANDARD STANDARD_IA GLACIER"),
        ("email displayName responseStatus", "/attendees/7", "responseStatus",
         "accepted needsAction tentative declined"),
    ],
)  # fmt: skip
def test_what_is_usual_there_is_taken(fields, path, name, some):
    for seed in range(3):
        assert made(thing(fields), path, seed)[name] in some.split()


def test_a_file_has_the_ending_of_its_type():
    endings = {"image/png": "png", "application/pdf": "pdf", "image/jpeg": "jpg",
               "text/plain": "log", "text/csv": "csv"}  # fmt: skip
    for each in made(several(thing("id filename content_type")), "/attachments"):
        assert each["filename"].endswith(endings[each["content_type"]])


@pytest.mark.parametrize(
    ("fields", "path", "never"),
    [
        ("id name pipeline stage amount:n", "/crm/deals", "build test lint deploy"),
        ("id symbol type volume:i", "/trades", "ext4 xfs ntfs"),
        ("id patient type record", "/medical-records", "A AAAA CNAME MX TXT NS"),
        ("id name stage applied_at", "/jobs/7/candidates", "build test lint deploy"),
    ],
)
def test_a_word_alone_takes_nothing_from_elsewhere(fields, path, never):
    for each in made(several(thing(fields)), path):
        assert not {each.get("stage"), each.get("type")} & {*never.split()}
