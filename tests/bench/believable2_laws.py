"""What the laws of the second set share beside those of the first."""

import re
from itertools import pairwise

from tests.bench.believable_laws import DAY, NOW, Law, moment, number, plain

WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SEMVER = r"v?\d+\.\d+(\.\d+)*([-+.][\w.-]+)?"
HEX = "[0-9a-f]"
ZONE = r"(Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)/[\w/+-]+|UTC"
LOCALE = "[a-z]{2}([-_][A-Z]{2})?"
MAKES = (
    "audi|bmw|ford|vauxhall|opel|volkswagen|vw|toyota|nissan|honda|kia|hyundai|mazda"
    "|mercedes|mini|peugeot|citroen|renault|seat|skoda|suzuki|tesla|volvo|fiat|jaguar"
    "|land rover|lexus|dacia|mg|mitsubishi|subaru|porsche|jeep|chevrolet|cupra|polestar"
    "|alfa|smart|gmc|dodge|ram|chrysler|cadillac|buick|man|scania|daf|iveco|byd"
)
"""Beginnings of makes of cars."""
BEGAN = NOW // DAY * DAY
"""What is made is near to the day the program began on: just now is since then."""


def spares(text):
    """Return what lets a document off a law of every document."""
    return Law("", text, None)


def just_now(value):
    """Whether a moment is of these minutes, as the program counts them."""
    return BEGAN - 3600 <= moment(value) <= NOW + 60


def close(one, other, share=0.02):
    """Whether two numbers are the same but for a share."""
    one, other = number(one), number(other)
    return abs(one - other) <= share * max(abs(one), abs(other)) + 1e-9


def slug(text):
    """Return *text* as it stands in links."""
    return re.sub(r"[^a-z0-9]+", "-", plain(text)).strip("-")


def even(moments, most=1.0):
    """Whether moments are at even steps."""
    steps = [abs(b - a) for a, b in pairwise(moments)]
    return min(steps) > 0 and max(steps) - min(steps) <= most


def minutes(clock):
    """Return the minutes since midnight of 08:15, 8:15am or 08:15:00."""
    found = re.fullmatch(r"(\d{1,2}):(\d\d)(:\d\d)?\s*([ap]m)?(Z|[+-].*)?", clock, re.I)
    hour = int(found[1])
    if found[4]:
        hour = hour % 12 + (12 if found[4].lower() == "pm" else 0)
    return hour * 60 + int(found[2])


def is_isbn10(text):
    """Whether the check digit of an ISBN-10 is right."""
    found = text.replace("-", "")
    if not re.fullmatch(r"\d{9}[\dX]", found):
        return False
    each = [10 if one == "X" else int(one) for one in found]
    return sum(one * (10 - n) for n, one in enumerate(each)) % 11 == 0


def one_of_each(rows, key, told):
    """Whether rows of one *key* tell one and the same."""
    seen = {}
    return all(seen.setdefault(key(row), told(row)) == told(row) for row in rows)


def differ(values):
    """Whether no two are the same."""
    values = list(values)
    return len(set(values)) == len(values)
