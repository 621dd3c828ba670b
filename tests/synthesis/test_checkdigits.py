"""Check digits are those of numbers that are known to be right."""

import pytest

from mockforge.synthesis import checkdigits as checks


@pytest.mark.parametrize(
    ("check", "body", "whole"),
    [
        (checks.luhn, "49015420323751", "490154203237518"),
        (checks.gs1, "978030640615", "9780306406157"),
        (checks.gs1, "400638133393", "4006381333931"),
        (checks.gs1, "03600029145", "036000291452"),
        (checks.isbn10, "030640615", "0306406152"),
        (checks.isbn10, "080442957", "080442957X"),
        (checks.issn, "0378595", "0378-5955"),
        (checks.mod11_2, "000000021825009", "0000000218250097"),
        (checks.mod11_10, "13669597", "136695976"),
        (checks.luhn, "0074311015", "00743110157"),
        (checks.imo, "907472", "9074729"),
        (checks.container, "CSQU305438", "CSQU3054383"),
        (checks.isin, "US037833100", "US0378331005"),
        (checks.cusip, "03783310", "037833100"),
        (checks.sedol, "026349", "0263494"),
        (checks.routing, "11100002", "111000025"),
        (checks.provider, "123456789", "1234567893"),
        (checks.vin, "1M8GDM9A0KP042788", "1M8GDM9AXKP042788"),
    ],
)
def test_a_number_has_its_check_digit(check, body, whole):
    assert check(body) == whole


def test_an_account_has_its_check_digits():
    assert checks.iban("DE", "370400440532013000") == "DE89370400440532013000"
    assert checks.iban("GB", "WEST12345698765432") == "GB82WEST12345698765432"


def test_a_company_in_australia_has_its_first_digits():
    assert checks.abn("824753556") == "51824753556"
