"""People have what fits their name and age."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from mockforge.chance import rng
from mockforge.synthesis.people import plain, someone

TODAY = date(2025, 3, 1)


@given(st.integers(0, 10**9), st.integers(18, 40), st.integers(0, 40))
def test_someone_is_as_old_as_wanted(seed, low, more):
    person = someone(rng(seed), TODAY, (low, low + more))

    assert low <= person.age(TODAY) <= low + more
    assert person.email().isascii()
    assert person.username.isascii()


def test_names_are_written_plainly_in_addresses():
    assert plain("Zoë O'Neil-Ñandú") == "zoeoneilnandu"


def test_an_address_is_at_the_host_or_at_one_for_examples():
    person = someone(rng(1), TODAY, (30, 40))

    assert person.email("firm.example").endswith("@firm.example")
    assert "@example." in person.email()


def test_names_are_of_the_country():
    from mockforge.synthesis.places import PLACES

    for code in {place.country.code for place in PLACES} | {""}:
        found = [someone(rng(3, at), date(2025, 1, 1), (20, 30), None, code)
                 for at in range(20)]  # fmt: skip
        assert all(one.first and one.last and "@" in one.email() for one in found)
        assert all(ord(mark) < 0x250 for one in found for mark in one.full), code
