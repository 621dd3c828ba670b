"""Numbers are called what they are."""

import pytest

from mockforge.synthesis.levels import call, is_called
from mockforge.synthesis.members import Members


def called(made, **told):
    call(Members({"properties": told}, made, set(), lambda *_: True))
    return made


@pytest.mark.parametrize(
    ("names", "number", "label"),
    [
        (("aqi", "category"), 42, "Good"), (("aqi", "aqiLevel"), 170, "Unhealthy"),
        (("uvIndex", "uvIndexCategory"), 9, "Very High"),
        (("bmi", "classification"), 27.5, "Overweight"),
        (("creditScore", "rating"), 760, "Very Good"),
        (("cvss_score", "severity"), 9.8, "Critical"),
        (("nps", "category"), 9, "Promoter"), (("score", "grade"), 84, "B"),
        (("magnitude", "class"), 6.3, "Strong"),
        (("age", "age_group"), 71, "Senior"),
    ],
)  # fmt: skip
def test_a_text_says_what_the_number_says(names, number, label):
    was = "C" if names[1] == "grade" else "Something"
    made = called({names[0]: number, names[1]: was})

    assert made[names[1]] == label
    assert is_called(names)


def test_an_enum_says_it_in_its_own_words():
    told = {"enum": ["in_stock", "low_stock", "out_of_stock"]}
    made = called({"quantity": 0, "stock_status": "in_stock"}, stock_status=told)
    assert made["stock_status"] == "out_of_stock"

    told = {"enum": ["low", "medium", "high", "critical"]}
    made = called({"risk_score": 0.95, "risk_level": "low"}, risk_level=told)
    assert made["risk_level"] == "critical"


@pytest.mark.parametrize(
    "names", [("score", "status"), ("quantity", "category"), ("age", "name")]
)
def test_what_only_stands_beside_a_number_is_left(names):
    assert not is_called(names)
