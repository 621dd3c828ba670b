"""The fields that a prompt names one by one: `with a queen's age, frames and yield`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from mockforge.synthesis.lexicons import WORDS
from mockforge.synthesis.naming import singular, tokens, words_of
from mockforge.synthesis.quantities.rows import Row, named
from mockforge.synthesis.roles import role_of
from mockforge.synthesis.sources import values_of

_ASKED = re.compile(
    r"\b(?:with|including|includes?|containing|fields?(?: are)?:?|having|such as|has|"
    r"have|each having|showing|shows?|consisting of|attributes:?|properties:?)\s+"
    r"(?:an?\s+|the\s+|their\s+|fields?\s+|realistic\s+)*:?\s*([^.;\n]{3,300})",
    re.IGNORECASE,
)
_APART = re.compile(
    r",|\band\b|\bas well as\b|\bplus\b|\bor\b|/|\bwith\b", re.IGNORECASE
)
_LEAD = re.compile(
    r"^(?:an?|the|their|its|some|realistic|diverse|varied|unique|random|valid|full|"
    r"different|detailed|typical|plausible|his|her|each|every|current|also|optional|"
    r"own|several|various|\s)+\s",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"^(?:the\s+)?(?:number|count|amount|total number)\s+of\s+", re.IGNORECASE
)
_WHETHER = re.compile(
    r"^(?:whether|if)\s+(?:or not\s+)?(?:it|they|he|she)?\s*"
    r"(?:is|are|has|have|was)?\s*",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"\s+(?:in|of|for|from|at|per|to|on|that|which|who|between|under|over|above|below|"
    r"such|like|so)\s.*$",
    re.IGNORECASE,
)
_SPENT = re.compile(
    r"(?:days|hours|minutes|years|weeks|months|miles) (?:in|at|of|on) \w+( \w+)?$",
    re.IGNORECASE,
)
_UNIT = re.compile(r"\s+(?:in\s+|\()([a-z][a-z /]{0,14}?)\)?$", re.IGNORECASE)
_UNITS = {
    "kilograms": "kg", "kilogram": "kg", "grams": "g", "kilometers": "km",
    "kilometres": "km", "meters": "m", "metres": "m", "centimeters": "cm",
    "millimeters": "mm", "liters": "l", "litres": "l", "degrees celsius": "celsius",
    "celsius": "celsius", "fahrenheit": "fahrenheit", "percent": "percent",
    "minutes": "minutes", "seconds": "seconds", "hours": "hours", "days": "days",
    "years": "years", "light years": "light_years", "miles": "miles", "feet": "feet",
    "pounds": "pounds", "knots": "knots", "tons": "tons", "tonnes": "tonnes",
    "watts": "watts", "kilowatts": "kw", "hectares": "hectares", "acres": "acres",
    "square meters": "sqm", "euros": "eur", "dollars": "usd", "months": "months",
    "milliseconds": "ms", "bytes": "bytes", "kg": "kg", "km": "km", "cm": "cm",
    "mm": "mm", "kwh": "kwh", "ms": "ms", "mb": "mb", "gb": "gb", "bpm": "bpm",
}  # fmt: skip
_NO_FIELDS = frozenset(
    tokens(
        """data values value items entries records information details examples example
    results fields things etc realistic names people variety diversity range mix it them
    one two three four five ten all any other others more different random sample test
    json response list array object schema each every"""
    )
)
_NUMBER = re.compile(r"-?\d+(\.\d+)?")
_DONE = frozenset(
    tokens(
        """flown completed won lost played sold made visited written found taken served
        scored read watched owned climbed hosted attended held issued opened closed"""
    )
)
_FLAGS = ("is", "has", "was", "can", "should", "allows", "supports")
_MOST_WORDS = 4


def asked(prompt: str, is_there: Callable[[str], bool]) -> Iterator[tuple[str, str]]:
    """Yield the names that *prompt* lists and what they are: `:n`, `:i`, `:b`, `:t`.

    Args:
        prompt: What is asked for.
        is_there: Tells whether there is a field of the same meaning.
    """
    for match in _ASKED.finditer(prompt):
        parts = [part for part in _APART.split(match[1]) if part.strip()]
        for part in parts:
            name, kind = _field(part, is_listed=len(parts) > 1)
            if name and not is_there(name):
                yield name, kind


def _field(part: str, *, is_listed: bool) -> tuple[str, str]:
    """Return the name that *part* of a sentence is for, or nothing, and its kind."""
    text = part.strip().strip("()\"'`:")
    is_flag = bool(_WHETHER.match(text))
    is_count = bool(_COUNTED.match(text))
    text = _COUNTED.sub("", _WHETHER.sub("", text) if is_flag else text)
    text = _LEAD.sub("", text + " ").strip()
    unit = _UNIT.search(text)
    ending = _UNITS.get(unit[1].lower().strip(), "") if unit else ""
    spent = _SPENT.match(text)
    if spent is not None:
        return "_".join(words_of(text)), ":i"
    text = _TAIL.sub("", text[: unit.start()] if unit and ending else text + " ")
    words = words_of(text.replace("e-mail", "email").replace("'s ", " "))
    if not 0 < len(words) <= _MOST_WORDS or not _NO_FIELDS.isdisjoint(words):
        return "", ""
    name = "_".join(words)
    if is_flag:
        return f"is_{name}", ":b"
    if is_count:
        return f"{name}_count" if singular(words[-1]) == words[-1] else name, ":i"
    if ending and ending not in words:
        return f"{name}_{ending}", ":n"
    kind = kind_of_field(words)
    if not is_listed and (kind is None or (not kind and len(words) > 2)):
        return "", ""
    return name, kind or ""


def kind_of_field(words: tuple[str, ...]) -> str | None:
    """Return what a field of *words* holds; None where nothing tells."""
    if words[0] in _FLAGS or words[-1] == "flag":
        return ":b"
    if len(words) > 1 and words[-1] in _DONE and singular(words[-2]) != words[-2]:
        return ":i"
    rows = named(words, counted=False)
    if rows and len(words) > 1:
        return _figure(rows)
    role = role_of("_".join(words))
    if role.name == "size" and role.whose:
        # A party has a size, and no shirt of it.
        return ":i"
    if role.name:
        return _OF_ROLE.get(role.name, "")
    told = () if rows and words[0] not in WORDS else values_of(words)
    if told:
        return _of_values(words, told)
    rows = rows or named(words[-1:], counted=False)
    return _figure(rows) if rows else None


def _figure(rows: list[tuple[Row, int]]) -> str:
    return ":n" if rows[0][0].decimals else ":i"


def _of_values(words: tuple[str, ...], told: tuple[str, ...]) -> str:
    if all(_NUMBER.fullmatch(one) for one in told):
        return ":n" if any("." in one for one in told) else ":i"
    return ":t" if singular(words[-1]) != words[-1] else ""


_OF_ROLE = {"age": ":i", "year": ":i", "lat": ":n", "lng": ":n", "headcount": ":i",
            "tags": ":t", "features": ":t", "http status": ":i"}  # fmt: skip
