"""What a number is called: an index of the air is good, a score is an A."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from mockforge.synthesis.lifecycles import plain
from mockforge.synthesis.members import Members, is_number
from mockforge.synthesis.naming import words_of

_ROWS = """
aqi,air quality index,us aqi,aqi us|50 Good|100 Moderate|150 Unhealthy for Sensitive \
Groups|200 Unhealthy|300 Very Unhealthy|500 Hazardous
uv,uv index,uvi|2.9 Low|5.9 Moderate|7.9 High|10.9 Very High|20 Extreme
bmi,body mass index|18.4 Underweight|24.9 Normal|29.9 Overweight|60 Obese
credit score,fico score|579 Poor|669 Fair|739 Good|799 Very Good|850 Excellent
cvss,cvss score,base score|3.9 Low|6.9 Medium|8.9 High|10 Critical
risk score,fraud score,risk|33 Low|66 Medium|89 High|100 Critical
lead score|39 Cold|69 Warm|100 Hot
nps,nps score,likelihood to recommend|6 Detractor|8 Passive|10 Promoter
sentiment score,polarity|-0.25 Negative|0.25 Neutral|1 Positive
systolic,systolic bp|119 Normal|129 Elevated|139 High|250 Very High
magnitude|3.9 Minor|4.9 Light|5.9 Moderate|6.9 Strong|10 Major
ph|6.4 Acidic|7.5 Neutral|14 Alkaline
pain score,pain level,pain|3 Mild|6 Moderate|10 Severe
score,percentage,percent,final score,mark,total score,average score|59 F|69 D|79 C\
|89 B|100 A
stock,quantity,stock quantity,in stock quantity,qty,quantity on hand,inventory\
,available quantity,on hand,stock level|0 Out of Stock|10 Low Stock|1000000 In Stock
age|12 Child|19 Teen|64 Adult|120 Senior
battery,battery level,battery percent,battery pct|20 Low|60 Medium|100 High
"""
_LABELS = frozenset(("category", "level", "label", "band", "class", "classification",
                     "rating", "quality", "interpretation", "severity", "status",
                     "group", "condition", "concern", "risk", "tier", "temperature",
                     "sentiment", "type", "grade"))  # fmt: skip
_OWN = {"score": frozenset(("grade", "letter", "lettergrade")),
        "stock": frozenset(("stockstatus", "availability", "inventorystatus",
                            "stocklevel", "availabilitystatus")),
        "age": frozenset(("agegroup", "agecategory", "ageclass", "agerange")),
        "battery": frozenset(("batterystatus", "batterystate", "batterycondition")),
        "systolic": frozenset(("category", "bpcategory", "classification")),
        "magnitude": frozenset(("magnitudeclass", "class", "category")),
        "pain": frozenset(("painseverity", "painlevel", "severity")),
        "ph": frozenset(("phlevel", "classification", "acidity")),
        "risk": frozenset(("risklevel", "riskcategory", "riskrating", "riskband",
                           "riskclass")),
        "lead": frozenset(("temperature", "rating", "leadtemperature", "leadrating",
                           "heat"))}  # fmt: skip
"""Labels that are meant, where others may say something else."""


class _Row(NamedTuple):
    """Names of a number, and what it is called up to which value."""

    names: frozenset[str]
    bands: tuple[tuple[float, str], ...]
    labels: frozenset[str]


@lru_cache(maxsize=1)
def _rows() -> tuple[_Row, ...]:
    found = []
    for row in _ROWS.replace("\\\n", "").strip().splitlines():
        names, *bands = row.split("|")
        parted = [one.partition(" ") for one in bands]
        first = names.replace(",", " ").split()[0]
        found.append(_Row(
            frozenset("".join(one.split()) for one in names.split(",")),
            tuple((float(most), called) for most, _, called in parted),
            _OWN.get(first, _LABELS),
        ))  # fmt: skip
    return tuple(found)


@lru_cache(maxsize=2048)
def _labelled(names: tuple[str, ...]) -> tuple[tuple[str, str, _Row], ...]:
    """Return numbers with the names of what they are called."""
    joined = {"".join(words_of(name)): name for name in names}
    found = []
    for row in _rows():
        number = next((joined[one] for one in joined if one in row.names), None)
        if number is None:
            continue
        lead = "".join(words_of(number))
        label = next((name for key, name in joined.items() if name != number and (
            key in row.labels or (key.startswith(lead) and key[len(lead):] in _LABELS)
        )), None)  # fmt: skip
        if label is not None:
            found.append((number, label, row))
    return tuple(found)


def call(members: Members) -> None:
    """Call numbers as they are called, where a text beside them does."""
    for number, label, row in _labelled(tuple(members.made)):
        held, called = members.made.get(number), members.made.get(label)
        if not is_number(held) or not isinstance(called, str):
            continue
        most = row.bands[-1][0]
        worth = held * most if isinstance(held, float) and held <= 1 < most == 100 \
            else held  # fmt: skip
        if not members.is_given(label):
            _name(members, label, row, worth)


def _name(members: Members, label: str, row: _Row, worth: float) -> None:
    at = next((i for i, (most, _) in enumerate(row.bands) if worth <= most),
              len(row.bands) - 1)  # fmt: skip
    wanted, held = row.bands[at][1], str(members.made[label])
    enum = [one for one in members.told(label).get("enum", ()) if isinstance(one, str)]
    if len(wanted) == 1 and len(held) > 2 and not enum:
        return
    same = next((one for one in enum if plain(one) == plain(wanted)), None)
    if same is None and len(enum) == len(row.bands) and row.labels is _LABELS:
        same = enum[at]
    if same is not None:
        members.put(label, same)
    elif not enum:
        is_plain = held == held.lower()
        text = wanted.lower() if is_plain and len(wanted) > 1 else wanted
        members.put(label, plain(text) if "_" in held else text)


def is_called(names: tuple[str, ...]) -> bool:
    """Return whether any of *names* says what a number beside it is called."""
    return bool(_labelled(names))
