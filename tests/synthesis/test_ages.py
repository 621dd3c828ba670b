"""Years of a life fit one another."""

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mockforge.synthesis.ages import ages, existed
from mockforge.synthesis.members import Members
from tests.synthesis.things import NOW

TODAY = datetime.fromtimestamp(NOW, UTC)


def aged(made, kept=()):
    ages(Members({}, made, set(kept), lambda schema, value: True), NOW)
    return made


@settings(max_examples=50, deadline=None)
@given(st.integers(1930, 2004), st.integers(1, 12), st.integers(0, 99))
def test_an_age_is_that_of_the_birthday(year, month, age):
    found = aged({"birth_date": f"{year}-{month:02}-15", "age": age})
    had = (TODAY.month, TODAY.day) >= (month, 15)

    assert found["age"] == TODAY.year - year - (not had)


def test_a_birthday_fits_an_age_that_is_given():
    found = aged({"dob": "1950-01-01", "age": 30}, ["age"])

    assert found["dob"][:4] in ("1994", "1995")


@pytest.mark.parametrize("name", ["years_of_experience", "experienceYears"])
def test_nobody_works_as_a_child(name):
    assert aged({"age": 30, name: 25})[name] == 9


def test_years_in_a_firm_are_since_the_first_day():
    found = aged({"hire_date": "2020-06-01", "tenure_years": 19,
                  "years_of_experience": 1})  # fmt: skip

    assert found["tenure_years"] == 5
    assert found["years_of_experience"] >= 5


def test_nobody_is_hired_before_they_are_grown():
    found = aged({"birth_date": "2000-01-01", "hire_date": "2010-01-01"})

    assert found["hire_date"] > "2018-01-01"


def test_nothing_is_older_than_its_company():
    made = {"founded": 2024, "created_at": "2020-05-05T00:00:00Z"}
    existed(Members({}, made, set(), lambda *_: True), iter(()))

    assert made["founded"] == 2020
