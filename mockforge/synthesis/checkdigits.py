"""Numbers that have a check: of books, goods, devices, banks, ships and people.

Source:
    ISO 2108 (books), GS1 General Specifications (goods), ISO/IEC 7812-1 (Luhn),
    ISO 13616 (accounts), ISO 6346 (containers), ISO 6166 (securities), ISO 3779 and
    49 CFR 565 (vehicles), ISO 7064 (MOD 11-2, MOD 11,10, MOD 97-10).
"""

from __future__ import annotations

from collections.abc import Sequence

_VIN_VALUES = {
    **{str(one): one for one in range(10)},
    **dict(zip("ABCDEFGHJKLMNPRSTUVWXYZ",
               (1, 2, 3, 4, 5, 6, 7, 8, 1, 2, 3, 4, 5, 7, 9, 2, 3, 4, 5, 6, 7, 8, 9),
               strict=True)),
}  # fmt: skip
_VIN_WEIGHTS = (8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2)


def _sum(values: Sequence[int], weights: Sequence[int]) -> int:
    return sum(one * weights[at % len(weights)] for at, one in enumerate(values))


def _digits(text: str) -> list[int]:
    return [int(mark) for mark in text]


def _eleventh(value: int) -> str:
    return "X" if value == 10 else str(value)


def luhn(body: str) -> str:
    """Return *body* with the check digit of cards and devices behind it."""
    total = 0
    for at, one in enumerate(reversed(_digits(body))):
        doubled = one * 2 if at % 2 == 0 else one
        total += doubled - 9 if doubled > 9 else doubled
    return body + str(-total % 10)


def gs1(body: str) -> str:
    """Return *body* with the check digit of GTIN, EAN, UPC and ISBN-13 behind it."""
    weights = (3, 1)
    return body + str(-_sum(_digits(body)[::-1], weights) % 10)


def isbn10(body: str) -> str:
    """Return the nine digits *body* with their check digit."""
    return body + _eleventh(-_sum(_digits(body), range(10, 1, -1)) % 11)


def issn(body: str) -> str:
    """Return the seven digits *body* as the number of a journal: `2049-3630`."""
    check = _eleventh(-_sum(_digits(body), range(8, 1, -1)) % 11)
    return f"{body[:4]}-{body[4:]}{check}"


def mod11_2(body: str) -> str:
    """Return *body* with a check digit of ISO 7064 MOD 11-2, as ORCID has it."""
    total = 0
    for one in _digits(body):
        total = (total + one) * 2
    return body + _eleventh((12 - total % 11) % 11)


def mod11_10(body: str) -> str:
    """Return *body* with a check digit of ISO 7064 MOD 11,10."""
    product = 10
    for one in _digits(body):
        product = ((one + product) % 10 or 10) * 2 % 11
    return body + str((11 - product) % 10)


def valued(text: str) -> str:
    """Return *text* with numbers for letters: 10 for A up to 35 for Z."""
    return "".join(str(int(mark, 36)) for mark in text)


def mod97(body: str) -> str:
    """Return the two check digits of *body* by ISO 7064 MOD 97-10."""
    return f"{98 - int(valued(body) + '00') % 97:02d}"


def iban(country: str, body: str) -> str:
    """Return the number of an account in *country*."""
    return country + mod97(body + country) + body


def imo(body: str) -> str:
    """Return the six digits *body* as the number of a ship."""
    return body + str(_sum(_digits(body), range(7, 1, -1)) % 10)


def container(body: str) -> str:
    """Return *body*, four letters and six digits, with its check digit."""
    values = [int(mark, 36) for mark in body]
    # The multiples of 11 are left out.
    values = [one + (one - 1) // 10 if one > 9 else one for one in values]
    total = sum(one << at for at, one in enumerate(values))
    return body + str(total % 11 % 10)


def isin(body: str) -> str:
    """Return *body*, a country and nine signs, with its check digit."""
    return body + luhn(valued(body))[-1]


def cusip(body: str) -> str:
    """Return the eight signs *body* with their check digit."""
    total = 0
    for at, mark in enumerate(body):
        value = int(mark, 36) * (1 + at % 2)
        total += value // 10 + value % 10
    return body + str(-total % 10)


def sedol(body: str) -> str:
    """Return the six signs *body* with their check digit."""
    values = [int(mark, 36) for mark in body]
    return body + str(-_sum(values, (1, 3, 1, 7, 3, 9)) % 10)


def routing(body: str) -> str:
    """Return the eight digits *body* as the number of a bank in the United States."""
    return body + str(-_sum(_digits(body), (3, 7, 1)) % 10)


def provider(body: str) -> str:
    """Return the nine digits *body* as the number of who gives care (NPI)."""
    return luhn("80840" + body)[5:]


def abn(body: str) -> str:
    """Return the nine digits *body* as the number of a company in Australia."""
    weights = (10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19)
    for lead in range(10, 100):
        made = _digits(f"{lead}{body}")
        made[0] -= 1
        if _sum(made, weights) % 89 == 0:
            return f"{lead}{body}"
    return f"51{body}"


def vin(body: str) -> str:
    """Return the seventeen signs *body* with the ninth as their check."""
    total = sum(
        _VIN_VALUES[mark] * weight
        for mark, weight in zip(body, _VIN_WEIGHTS, strict=True)
    )
    return body[:8] + _eleventh(total % 11) + body[9:]
