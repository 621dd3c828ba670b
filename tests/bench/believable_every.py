"""Laws that hold of every document, whatever it is about."""

import re

from tests.bench.believable_laws import (
    DAY,
    NOW,
    Law,
    Missing,
    days,
    moment,
    number,
    rows,
    sure,
    tokens,
    walk,
)
from tests.bench.believable_tables import (
    BABBLE,
    BEFORE,
    COUNTRIES,
    CURRENCIES,
    LATER,
    MONEY,
    PAIRS,
    PAST,
    PROSE,
    STOPGAP,
    TITLES,
    WRITTEN,
)

HUNDRED_MILLION = 1e8
"""From here on a number may be a moment."""


def texts(document, names=None):
    """Yield the texts of *document*, of the fields that *names* fits."""
    for name, value in walk(document):
        if isinstance(value, str) and (names is None or names.search(name)):
            yield name, value


def no_stopgaps(document):
    """No text stands in for another, and none is empty."""
    return [
        f"{name}={value!r}"
        for name, value in texts(document)
        if not value.strip() or STOPGAP.fullmatch(value.strip())
    ]


def no_babble(document):
    """No words of nobody."""
    return [f"{n}={v!r}"[:160] for n, v in texts(document) if BABBLE.search(v)]


def prose_is_prose(document):
    """Texts of some length begin with a capital; a review or a body is no one word."""
    found = list(texts(document, WRITTEN))
    if not found:
        return None
    return [
        f"{name}={value!r}"[:160]
        for name, value in found
        if value[0].islower()
        or "  " in value
        or (len(value.split()) < 2 and not name.endswith("description"))
    ]


def no_echo(document):
    """Within an object no long text comes twice, and no sentence in a text."""
    wrong = []
    for row in rows(document):
        long = [v for v in row.values() if isinstance(v, str) and len(v.split()) > 3]
        wrong += [repr(each)[:160] for each in long if long.count(each) > 1]
        for each in long:
            parts = [p for p in re.split(r"(?<=[.!?]) ", each) if len(p.split()) > 3]
            wrong += [repr(each)[:160]] if len(parts) > len(set(parts)) else []
    return wrong


def past_is_past(document):
    """What has happened was before now."""
    found = [(n, v) for n, v in walk(document) if PAST.search(n) and v is not None]
    found = [(n, v) for n, v in found if isinstance(v, str) or v > HUNDRED_MILLION]
    if not found:
        return None
    is_past = lambda v: NOW - 40 * 365 * DAY < moment(v) <= NOW  # noqa: E731
    return [f"{n}={v!r}" for n, v in found if not sure(is_past, v)]


def in_order(document):
    """What is later comes later."""
    wrong, asked = [], False
    for row in rows(document):
        pairs = [
            (a, b) for a in row if BEFORE.search(a) for b in row if LATER.search(b)
        ]
        pairs += [(a, b) for a, b in PAIRS if a in row and b in row]
        for one, other in pairs:
            try:
                asked, wrong = (
                    True,
                    wrong
                    if days(getattr(row, one), getattr(row, other)) >= 0
                    else [*wrong, f"{one}={row[one]!r} {other}={row[other]!r}"],
                )
            except (Missing, TypeError, ValueError, AttributeError):
                continue
    return wrong if asked else None


def people_agree(document):
    """An address of mail is of the person or the firm beside it."""
    wrong, asked = [], False
    for row in rows(document):
        names = [
            str(value)
            for name, value in row.items()
            if re.search(
                r"^(full_|display_|first_|last_|user)?name$|^(given|family)", name
            )
            and value
        ]
        for name, value in row.items():
            if not re.fullmatch(r"e_?mail(_address)?", name) or not value or not names:
                continue
            asked = True
            known = {each[:4] for one in names for each in tokens(one)}
            if not any(each in str(value).lower() for each in known):
                wrong.append(f"{names} {value}")
    return wrong if asked else None


def money_is_money(document):
    """Prices have at most two decimals and are not below nothing."""
    found = [(n, v) for n, v in walk(document) if MONEY.search(n) and v is not None]
    found = [(n, v) for n, v in found if isinstance(v, int | float)]
    if not found:
        return None
    return [f"{n}={v}" for n, v in found if round(v, 2) != v or v < 0]


def codes_are_codes(document):
    """Currencies, addresses of mail, links and places on earth are of their forms."""
    forms = (
        (r"(^|_)currency(_code)?$", lambda v: CURRENCIES.fullmatch(v.upper())),
        (r"(^|_)country_code$", lambda v: re.fullmatch(r"[A-Z]{2,3}", v)),
        (r"(^|_)e_?mail$", lambda v: re.fullmatch(r"[\w.+'-]+@[\w-]+(\.[\w-]+)+", v)),
        (r"(^|_)(url|website|link|href)$", lambda v: re.match(r"https?://\w|/\w", v)),
        (r"^(lat|latitude)$", lambda v: 0.5 < abs(number(v)) < 75),
        (r"^(lon|lng|long|longitude)$", lambda v: 0.05 < abs(number(v)) <= 180),
        (r"(^|_)(phone|mobile|tel)(_number)?$", lambda v: 7 <= len(digits(v)) <= 15),
        (r"(^|_)ip(_address)?$", lambda v: re.fullmatch(r"[\d.]+|[\da-f:]+", v)),
        (r"(^|_)iban$", is_iban),
        (r"(^|_)isbn(_?13)?$", is_ean),
        (r"(^|_)(ean|gtin|barcode)(_?13)?$", is_ean),
    )
    wrong, asked = [], False
    for pattern, is_right in forms:
        for name, value in walk(document):
            if value is None or isinstance(value, dict | list):
                continue
            if re.search(pattern, name):
                asked = True
                wrong += [] if sure(is_right, value) else [f"{name}={value!r}"]
    return wrong if asked else None


def digits(text):
    """Return the digits of a text."""
    return re.sub(r"\D", "", str(text))


def is_iban(text):
    """Whether the check digits of an IBAN are right."""
    text = text.replace(" ", "")
    turned = "".join(str(int(each, 36)) for each in text[4:] + text[:4])
    return int(turned) % 97 == 1


def is_ean(text):
    """Whether the check digit of an EAN or ISBN-13 is right; an ISBN-10 is let be."""
    found = digits(text)
    if len(found) != 13:
        return len(found) in {8, 9, 10, 12}
    total = sum(int(d) * (3 if n % 2 else 1) for n, d in enumerate(found))
    return total % 10 == 0


def ids_differ(document):
    """No two of a list have one id."""
    wrong, asked = [], False
    lists = [v for _, v in [("", document), *walk(document)] if isinstance(v, list)]
    for each in lists:
        ids = [str(one["id"]) for one in each if isinstance(one, dict) and "id" in one]
        asked = asked or len(ids) > 1
        wrong += [f"{ids}"[:160]] if len(set(ids)) < len(ids) else []
    return wrong if asked else None


def lists_vary(document):
    """In a list of four or more, texts differ, and so do the numbers."""
    wrong, asked = [], False
    for each in (v for _, v in [("", document), *walk(document)]):
        if not (isinstance(each, list) and len(each) > 3 and isinstance(each[0], dict)):
            continue
        items = [one for one in rows(each) if one.keys() == set(one) and len(one) > 1]
        for name in dict.fromkeys(n for one in items for n in one):
            values = [one[name] for one in items if isinstance(one.get(name), str)]
            if len(values) < 4 or not (PROSE.search(name) or TITLES.fullmatch(name)):
                continue
            asked = True
            share = len(set(values)) / len(values)
            wrong += [f"{name}: {values}"[:160]] if share < (0.75) else []
    for each in (v for _, v in walk(document) if isinstance(v, list)):
        if len(each) > 1 and all(isinstance(one, str) for one in each):
            asked = True
            wrong += [f"{each}"[:160]] if len(set(each)) < len(each) else []
    return wrong if asked else None


def places_agree(document):
    """Currency, telephone, post code and position are of the country beside them."""
    wrong, asked = [], False
    for row in rows(document):
        known = country_of(row)
        if known is None:
            continue
        _, currency, prefix, lats, lons, post = COUNTRIES[known]
        tests = {
            "currency": lambda v, c=currency: v.upper() == c,
            "phone": lambda v, p=prefix: not v.startswith("+") or v.startswith(p),
            "postal_code": lambda v, p=post: not p or re.fullmatch(p, v),
            "postcode": lambda v, p=post: not p or re.fullmatch(p, v),
            "zip": lambda v, p=post: not p or re.fullmatch(p, v),
            "latitude": lambda v, b=lats: b[0] <= number(v) <= b[1],
            "lat": lambda v, b=lats: b[0] <= number(v) <= b[1],
            "longitude": lambda v, b=lons: b[0] <= number(v) <= b[1],
            "lon": lambda v, b=lons: b[0] <= number(v) <= b[1],
        }
        for name, is_right in tests.items():
            if row.get(name) is not None:
                asked = True
                told = f"{known}: {name}={row[name]!r}"
                wrong += [] if sure(is_right, row[name]) else [told]
    return wrong if asked else None


def country_of(row):
    """Return the code of the country of an object, if it is one that is known."""
    for name in ("country_code", "country"):
        told = row.get(name)
        for code, (names, *_) in COUNTRIES.items():
            if isinstance(told, str) and re.fullmatch(f"{code}|{names}", told):
                return code
    return None


def kinds_fit(document):
    """`is_…` is true or false, counts are whole, times are times."""
    forms = (
        (r"^(is|has|can)_", lambda v: isinstance(v, bool)),
        (r"_count$", lambda v: isinstance(v, int) and v >= 0),
        (r"[^_]_at$", lambda v: moment(v) > 0),
        (r"(^|_)(percent|pct|percentage)$", lambda v: -100 <= number(v) <= 100),
    )
    found = [
        (name, value, is_right)
        for pattern, is_right in forms
        for name, value in walk(document)
        if value is not None and re.search(pattern, name)
    ]
    wrong = [f"{n}={v!r}" for n, v, is_right in found if not sure(is_right, v)]
    return wrong if found else None


EVERY = [
    Law("placeholders", "no stopgaps", no_stopgaps),
    Law("placeholders", "no babble", no_babble),
    Law("texts", "prose is prose", prose_is_prose),
    Law("diversity", "no text twice in an object", no_echo),
    Law("times", "the past is past", past_is_past),
    Law("times", "times in order", in_order),
    Law("people", "mail fits the name", people_agree),
    Law("quantity", "money has two decimals", money_is_money),
    Law("codes", "codes are codes", codes_are_codes),
    Law("diversity", "ids differ", ids_differ),
    Law("diversity", "texts of a list differ", lists_vary),
    Law("places", "places agree", places_agree),
    Law("typed", "kinds fit names", kinds_fit),
]
