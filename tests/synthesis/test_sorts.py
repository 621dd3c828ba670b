"""Laws of things of no known kind."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mockforge.chance import rng
from mockforge.synthesis import Maker, Wanted
from mockforge.synthesis.sorts import SORTS, sort_of

NOW = 1_790_000_000.0


@pytest.mark.parametrize(
    ("noun", "sort"),
    [
        ("bridges", "place"),
        ("subpoena", "paper"),
        ("kiln", "machine"),
        ("rehearsal", "happening"),
        ("haiku", ""),
        ("cheese", "treat"),
        ("beekeeper", "person"),
        ("numismatist", "person"),
        ("checklist", ""),
        ("snorkel", ""),
    ],
)
def test_the_word_tells_the_sort(noun, sort):
    assert sort_of(noun) == sort


@pytest.mark.parametrize(
    ("path", "there"),
    [
        ("/quarries", {"address", "location"}),
        ("/subpoenas", {"reference_number", "status", "submitted_at"}),
        ("/kilns", {"serial_number", "installed_at"}),
        ("/rehearsals", {"start_time", "end_time"}),
        ("/beekeepers", {"first_name", "last_name", "email"}),
        ("/snorkels", {"name", "description"}),
    ],
)
def test_it_has_what_any_thing_of_its_sort_has(path, there):
    found = Maker().made(Wanted(path=path, count=6), rng(2), now=NOW)

    assert all(there <= {*each} for each in found)
    assert len({each["id"] for each in found}) == len(found)


@settings(max_examples=40, deadline=None)
@given(
    st.sampled_from(("snorkel", "grommet", "compost-bin", "kiln", "quarry", "parasol")),
    st.integers(0, 500),
)
def test_its_names_are_built_with_its_own_word_and_differ(noun, seed):
    wanted = Wanted(path=f"/{noun}s", count=8)
    found = Maker().made(wanted, rng(seed), now=NOW)
    names = [each["name"] for each in found]

    assert all(noun.split("-")[-1] in name.lower() for name in names)
    assert len({*names}) == len(names)
    assert len({each["description"] for each in found if "description" in each}) != 1


def test_no_sort_is_without_names_and_statuses():
    for name, sort in SORTS.items():
        assert name == "person" or (sort.names and sort.statuses and sort.blueprint)
