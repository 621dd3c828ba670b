"""What the path alone gives has the fields of its kind."""

import pytest

from tests.synthesis.asks import ask

KINDS = [
    ("/senators", "party district"),
    ("/petitions", "signatures goal"),
    ("/tax-returns", "tax_year taxable_income"),
    ("/company-register", "registration_number directors"),
    ("/tenders", "buyer estimated_value"),
    ("/police-reports", "case_number officer"),
    ("/inmates", "inmate_number cell"),
    ("/patients/3/allergies", "substance reaction"),
    ("/surgeries", "procedure operating_room"),
    ("/clinical-trials", "phase sponsor"),
    ("/students/4/grades", "course_name letter_grade"),
    ("/scholarships", "amount deadline"),
]


@pytest.mark.parametrize(("path", "fields"), KINDS)
def test_a_path_alone_gives_things_of_the_kind(path, fields):
    for one in ask(path, path, count=3):
        assert {*fields.split()} <= {*one}, one
