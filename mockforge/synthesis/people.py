"""People: a name with what fits it."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from importlib import import_module
from random import Random  # noqa: TID251 - the type alone

from mockforge.synthesis.naming import slug, tokens

SELVES = frozenset(("profile", "person", "personal_info", "personalInfo", "details",
                    "personal_details", "identity", "about"))  # fmt: skip
"""Parts of a person that tell of the same person."""
AGES = {
    **dict.fromkeys(("student", "child"), (18, 27)),
    **dict.fromkeys(("patient", "person"), (19, 84)),
    **dict.fromkeys(("employee", "doctor", "driver", "teacher"), (24, 63)),
}
"""How old those of a kind are: at least, at most."""
WAYS = frozenset(("work", "business", "office", "corporate", "personal", "private",
                   "home", "mobile", "login", "secondary", "alternate", "alternative",
                   "recovery", "backup", "daytime"))  # fmt: skip
"""Ways to reach the same person."""
ENDS: dict[str | int, str] = {
    one: one for one in ("origin", "destination", "departure", "arrival", "from", "to")
}
"""Ends of a way, each with its place."""
_HOSTS = ("example.com", "example.org", "example.net")


@dataclass(slots=True)
class Person:
    """Someone."""

    first: str
    last: str
    is_female: bool
    birth: date
    mark: int
    """What tells them from others of the same name."""
    address: str = ""
    """Where they get their mail, once that is told."""

    @property
    def full(self) -> str:
        """The whole name."""
        return f"{self.first} {self.last}"

    @property
    def username(self) -> str:
        """A name to log in with."""
        first, last = plain(self.first), plain(self.last)
        mark = self.mark
        shapes = (f"{first}.{last}", f"{first[0]}{last}", f"{first}{last[0]}{mark}",
                  f"{first}_{last}", f"{first}{mark}")  # fmt: skip
        return shapes[self.mark % len(shapes)]

    def email(self, host: str = "") -> str:
        """Return the address at *host*, or at one kept for examples."""
        first, last = plain(self.first), plain(self.last)
        shapes = (f"{first}.{last}", f"{first}.{last}", f"{first[0]}{last}",
                  f"{first}{last[0]}")  # fmt: skip
        at = host or _HOSTS[self.mark % len(_HOSTS)]
        return f"{shapes[self.mark % len(shapes)]}@{at}"

    def age(self, today: date) -> int:
        """Return the years since they were born."""
        had = (today.month, today.day) >= (self.birth.month, self.birth.day)
        return today.year - self.birth.year - (not had)


def plain(name: str) -> str:
    """Return *name* in small letters without marks: `Zoë O'Neil` is `zoeoneil`."""
    flat = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return slug(flat).replace("-", "") or "someone"


@cache
def _names() -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    # Its lists and not its generator, which is shared and has one state for all.
    from faker.providers.person.en_US import Provider

    last = (*Provider.last_names, *_MORE)
    return (
        (*Provider.first_names_female, *_HERS),
        (
            *Provider.first_names_male,
            *_HIS,
        ),
        last,
    )


_HERS = tokens(
    """
    Aisha Mei Priya Ingrid Yuki Fatima Chiara Amara Leila Sofía Nadia Zofia
    Anaïs Freya Thandiwe Linh Camila Soo-jin Elif Noor Katarzyna Adaeze Marisol
    Hana
    """
)
_HIS = tokens(
    """
    Omar Kenji Mateo Arjun Lars Kwame Dmitri Rafael Yusuf Luca Tomasz Diego
    Emeka Hiroshi Søren Joaquín Ravi Min-jun Chidi Pavel Idris Thiago Anders Wei
    """
)
_MORE = tokens(
    """
    Okafor Tanaka Sharma Lindqvist Haddad Rossi Kowalski Mensah Yilmaz Petrov
    Silva Nakamura Andersson Moreau Nwosu Ferrari Iyer Novak Kaya Dubois Santos
    Osei Chen Wang Nguyen Ali Hassan Kim Park Lee Patel Singh Fernández Müller
    Schneider
    """
)


_LOCALES = {"DE": "de_DE", "AT": "de_AT", "CH": "de_CH", "FR": "fr_FR", "ES": "es_ES",
            "IT": "it_IT", "NL": "nl_NL", "PT": "pt_PT", "SE": "sv_SE", "DK": "da_DK",
            "NO": "no_NO", "PL": "pl_PL", "BR": "pt_BR", "MX": "es_MX", "IE": "en_IE",
            "GB": "en_GB", "IN": "en_IN", "NZ": "en_NZ"}  # fmt: skip
_WRITTEN = {
    "JP": ("Yuki Sakura Aoi Hana Yui Keiko Naoko Emi Akiko Haruka",
           "Haruto Kenji Hiroshi Ren Takumi Daichi Satoshi Yuto Kazuki Shota",
           "Sato Suzuki Takahashi Tanaka Watanabe Ito Yamamoto Nakamura Kobayashi Kato "
           "Yoshida Yamada Sasaki Matsumoto Inoue Kimura"),
    "KR": ("Ji-woo Seo-yeon Min-seo Ha-eun Soo-jin Yu-na Hye-jin Eun-ji",
           "Min-jun Seo-jun Do-yun Ji-ho Hyun-woo Sung-min Jae-won Tae-yang",
           "Kim Lee Park Choi Jung Kang Cho Yoon Jang Lim Han Shin Seo Kwon"),
    "KE": ("Wanjiru Achieng Njeri Akinyi Nyambura Chebet Amina Faith",
           "Kamau Otieno Kiprop Mwangi Ochieng Barasa Juma Brian",
           "Kariuki Odhiambo Mutua Wanjala Kimani Omondi Cheruiyot Njoroge Maina"),
    "SG": ("Mei Ling Hui Xin Siti Priya Jia Yi Nurul Kavitha",
           "Wei Jun Ming Arjun Hafiz Kai Raj Zhi",
           "Tan Lim Lee Ng Ong Wong Goh Chua Koh Teo Rahman Nair"),
    "ZA": ("Thandiwe Nomsa Lerato Zanele Anika Chantel Naledi Ayanda",
           "Sipho Thabo Johan Pieter Bongani Kagiso Mandla Ruan",
           "Nkosi Dlamini Botha Naidoo Mokoena Khumalo Pillay Pretorius"),
}  # fmt: skip


@cache
def _names_of(country: str) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Return the names that people of *country* have, in Latin letters."""
    if country in _WRITTEN:
        hers, his, lasts = (tokens(text) for text in _WRITTEN[country])
        return hers, his, lasts
    if country not in _LOCALES:
        return _names()
    found = import_module(f"faker.providers.person.{_LOCALES[country]}").Provider
    hers = getattr(found, "first_names_female", None) or found.first_names
    his = getattr(found, "first_names_male", None) or found.first_names
    sure = tuple(tuple(name for name in dict.fromkeys(some) if name[:1].isalpha())
                 for some in (hers, his, found.last_names))  # fmt: skip
    return sure[0], sure[1], sure[2]


def someone(
    rng: Random,
    today: date,
    ages: tuple[int, int],
    female: bool | None = None,
    country: str = "",
) -> Person:
    """Return a person of an age between *ages* years, with a name of *country*."""
    # People move.
    hers, his, lasts = _names_of(country if rng.random() < 0.85 else "")
    is_female = rng.random() < 0.5 if female is None else female
    age = rng.randint(*ages)
    year = today.year - age - 1
    birth = date(year, today.month, min(today.day, 28)).toordinal()
    # From the day after that birthday up to the next one.
    day = date.fromordinal(birth + rng.randint(1, 364))
    first = rng.choice(hers if is_female else his)
    return Person(first, rng.choice(lasts), is_female, day, rng.randint(10, 99))


def named(called: str, rng: Random, person: Person) -> Person:
    """Return *person*, *called* so in part; as before where nothing is said."""
    if not called:
        return person
    first, _, last = called.partition(" ")
    if last:
        return replace(person, first=first, last=last)
    if rng.random() < _BY_FIRST:
        return replace(person, first=first)
    return replace(person, last=first)


_BY_FIRST = 0.7
