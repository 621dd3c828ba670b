"""Formats that no check knows are followed as well."""

from __future__ import annotations

import re
from typing import Any

import pytest

from mockforge.chance import rng
from mockforge.synthesis import Maker, Wanted
from mockforge.synthesis.formats import role_for, voice_for


def _made(schema: dict[str, Any], name: str = "value") -> str:
    told = {"type": "object", "required": [name], "properties": {name: schema}}
    made: Any = Maker(told).made(Wanted(path="/things"), rng(4), now=1.7e9)
    return str(made[name])


@pytest.mark.parametrize(
    ("name", "outline"),
    [
        ("phone", r"\+[\d ()-]{8,}"), ("phoneNumber", r"\+[\d ()-]{8,}"),
        ("iban", r"[A-Z]{2}\d{2}\w{11,}"), ("color", r"#[0-9A-F]{6}"),
        ("currency", r"[A-Z]{3}"), ("country-code", r"[A-Z]{2}"),
        ("countryCode", r"[A-Z]{2}"), ("cidr", r"10\.\d+\.\d+\.0/24"),
        ("duration", r"P.+"), ("password", r"\S+"), ("binary", r"[\w+/=]+"),
        ("byte", r"[\w+/=]+"), ("int64", r"\d+"), ("decimal", r"\d+\.\d\d"),
        ("uuid", r"[0-9a-f-]{36}"), ("guid", r"[0-9a-f-]{36}"),
        ("time", r"\d\d:\d\d:\d\dZ"), ("semver", r"\d+\.\d+\.\d+"),
        ("ulid", r"01J\w{23}"), ("object-id", r"[0-9a-f]{24}"),
        ("jwt", r"eyJ[\w-]+\.eyJ[\w-]+\.[\w-]+"), ("mac", r"([0-9A-F]{2}:){5}\w\w"),
        ("slug", r"[a-z0-9-]+"), ("timezone", r"\w+/.+"), ("locale", r"[a-z]{2}-..|.."),
        ("uri-reference", r"/\S+"), ("year", r"20\d\d"), ("sha256", r"[0-9a-f]{64}"),
        ("city", r"\w.+"), ("unheard-of", r"[A-Z].+"),
    ],
)  # fmt: skip
def test_a_format_tells_what_it_is(name, outline):
    assert re.fullmatch(outline, _made({"type": "string", "format": name}))


@pytest.mark.parametrize(
    ("schema", "outline"),
    [
        ({"contentEncoding": "base64"}, r"[\w+/]+=*"),
        ({"contentMediaType": "application/json"}, r"\{.+\}"),
        ({"contentMediaType": "application/json", "contentEncoding": "base64"},
         r"eyJ[\w+/]+=*"),
    ],
)  # fmt: skip
def test_encodings_tell_it_too(schema, outline):
    assert re.fullmatch(outline, _made({"type": "string", **schema}))


def test_bounds_and_patterns_count_for_more():
    assert len(_made({"type": "string", "format": "currency", "maxLength": 2})) <= 2
    made = _made({"type": "string", "format": "phone", "pattern": r"^\d{4}$"})
    assert re.fullmatch(r"\d{4}", made)


@pytest.mark.parametrize("told", [None, 3, [], "", "no-such-format"])
def test_what_is_no_format_asks_for_nothing(told):
    assert role_for(told) == ""
    assert voice_for({"format": told}) is None
