"""Known forms of tokens: found by their prefix, wherever they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple


class Found(NamedTuple):
    """Where a secret stands, and what it looks like."""

    start: int
    end: int
    kind: str
    noted: bool = True
    """Whether to look for it elsewhere too."""


# Every form below begins with, or has right after its prefix's dot, at least this
# many letters, digits, dashes and underscores in a row. Most text has no such run
# but in addresses and UUIDs, so the expressions are tried at few places.
RUN = 16
UUID = 36
_LONG = b"a" * RUN
_RUNS = bytes(
    97 if (48 <= c <= 57 or 65 <= c <= 90 or 97 <= c <= 122 or c in b"-_") else 32
    for c in range(256)
)

_W = rb"[A-Za-z0-9_-]"
_A = rb"[A-Za-z0-9]"
_FORMS = {
    "jwt": rb"eyJ%b{8,}\.(?:eyJ%b+(?:\.%b*)?|%b*\.%b+\.%b+\.%b+)" % ((_W,) * 7),
    "aws_access_key_id": rb"(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}(?!%b)" % _A,
    "github_token": rb"gh[pousr]_%b{16,255}|github_pat_%b{20,255}" % (_A, _W),
    "gitlab_token": rb"gl(?:pat|dt|rt|cbt|ptt|ft|soat|imt|agent|oas)-%b{16,}" % _W,
    "slack_token": rb"xox[abceoprs](?:\.xox[a-z])?-%b{10,}|xapp-%b{16,}" % (_W, _W),
    "stripe_key": rb"(?:sk|rk)_(?:live|test)_%b{10,}|whsec_[A-Za-z0-9+/=]{16,}" % _A,
    "api_key": rb"sk-(?=%b*[0-9])%b{16,}" % (_W, _W),
    "google_key": rb"AIza%b{30,}|GOCSPX-%b{20,}" % (_W, _W),
    "npm_token": rb"npm_%b{30,}" % _A,
    "pypi_token": rb"pypi-%b{16,}" % _W,
    "hugging_face_token": rb"hf_%b{30,}" % _A,
    "digitalocean_token": rb"do[opr]_v1_[0-9a-f]{40,}",
    "shopify_token": rb"shp(?:at|ca|pa|ss)_[0-9a-fA-F]{32}",
    "notion_token": rb"ntn_%b{40,}|secret_%b{43}(?!%b)" % (_A, _A, _A),
    "linear_key": rb"lin_api_%b{32,}" % _A,
    "databricks_token": rb"dapi[0-9a-f]{32}(?!%b)" % _A,
    "mailgun_key": rb"key-[0-9a-f]{32}(?!%b)" % _A,
    "square_token": rb"sq0[a-z]{3}-%b{22,}" % _W,
    "discord_token": rb"[MNO]%b{23,27}\.%b{6,7}\.%b{27,}" % (_W, _W, _W),
    "telegram_token": rb"(?<=[0-9]:)AA%b{33}(?!%b)" % (_W, _W),
}
_AT_RUN = re.compile(
    b"|".join(b"(?P<%b>%b)" % (k.encode(), v) for k, v in _FORMS.items())
)
# Those with a joint after a short prefix: the run begins behind it.
_BEHIND = re.compile(
    rb"(?P<google_token>ya29\.[A-Za-z0-9._-]{10,}|1//0%b{20,})"
    rb"|(?P<sendgrid_key>SG\.%b{16,}\.%b{16,})"
    rb"|(?P<vault_token>hv[sbr]\.%b{20,})"
    rb"|(?P<slack_webhook>services/T[A-Z0-9]{6,}/B[A-Z0-9]{6,}/%b{20,})"
    % (_W, _W, _W, _W, _A)
)
_JOINTS = (b"ya29.", b"1//", b"SG.", b"hvs.", b"hvb.", b"hvr.")
_PEM = re.compile(
    rb"-----BEGIN (?!CERTIFICATE|PUBLIC|X509 CRL)[A-Z0-9 ]{0,40}KEY[A-Z ]{0,20}-----"
    rb"[^-]{16,}(?:-----END [A-Z0-9 ]+-----)?"
)
# Beside an access key id 40 characters of base64 with all three classes are its
# secret; a SHA-1 in hexadecimal has one class of letters alone.
_AWS_SECRET = re.compile(
    rb"(?<![A-Za-z0-9/+])(?=[A-Za-z0-9/+]*[a-z])(?=[A-Za-z0-9/+]*[A-Z])"
    rb"(?=[A-Za-z0-9/+]*[0-9])[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+=])"
)
_BEARER = re.compile(rb"(?i:bearer|basic)\s+([A-Za-z0-9._~+/-]{16,}=*)(?![\w\"'=])")
_USERINFO = re.compile(rb"://([^\s/?#\"'<>\\@:]*):([^\s/?#\"'<>\\@]+)@")
_USER_ALONE = re.compile(rb"://([^\s/?#\"'<>\\@:]{16,})@")


def runs(data: bytes) -> list[tuple[int, int]]:
    """Return where *data* has runs long enough for a token that are no UUID."""
    shape = data.translate(_RUNS)
    out, start = [], shape.find(_LONG)
    while start >= 0:
        end = shape.find(b" ", start)
        end = len(data) if end < 0 else end
        if data[start + 8 : start + 24 : 5] != b"----" or end - start != UUID:
            out.append((start, end))
        start = shape.find(_LONG, end)
    return out


def find(data: bytes, places: Sequence[tuple[int, int]]) -> Iterator[Found]:
    """Yield the tokens in *data* that are known by their form, and keys in PEM.

    Args:
        data: Any text.
        places: Its runs.
    """
    if b"@" in data and b"://" in data:
        yield from _userinfo(data)
    if not places:
        return
    yield from _keys(data)
    yield from _bearers(data)
    aws = False
    for start, end in places:
        if found := _at(data, start, end):
            yield found
            aws = aws or found.kind == "aws_access_key_id"
    if aws:
        for secret in _AWS_SECRET.finditer(data):
            yield Found(*secret.span(), "aws_secret_key")


def _keys(data: bytes) -> Iterator[Found]:
    if b"-----BEGIN" in data:
        for pem in _PEM.finditer(data):
            yield Found(*pem.span(), "private_key")


def _bearers(data: bytes) -> Iterator[Found]:
    if b"earer " in data or b"asic " in data:
        for bearer in _BEARER.finditer(data):
            if is_strong(bearer[1]):
                yield Found(*bearer.span(1), "credentials")


def _at(data: bytes, start: int, end: int) -> Found | None:
    """Return the token at or inside the run from *start* to *end*."""
    before, found = data[start - 1 : start], None
    if before == b"\\" and data[start] in b"nrt":
        # The n of an escaped line break is no part of what follows it.
        start += 1
    if data[start] in _FIRST:
        found = _AT_RUN.match(data, start)
    if found is None and before in (b".", b"/"):
        low = max(0, start - 40)
        if (
            data.endswith(_JOINTS, low, start)
            or data.find(b"services/T", low, start) >= 0
        ):
            found = _BEHIND.search(data, low, end + 300)
    if found is None and (joint := _JOINT.search(data, start, end)):
        # Behind another word: `token_ghp_...`.
        found = _AT_RUN.match(data, joint.end())
    return Found(*found.span(), found.lastgroup or "token") if found else None


# What the forms begin with: a UUID or a digest begins with another in most cases.
_FIRST = frozenset(b"eAgxsrwGphdnslkMNO")
_JOINT = re.compile(
    rb"[_-](?=eyJ|A[KS]IA|gh[pousr]_|github_|glpat|xox|[sr]k[_-]|AIza|npm_|pypi-)"
)


def _userinfo(data: bytes) -> Iterator[Found]:
    for found in _USERINFO.finditer(data):
        if found[1]:
            yield Found(*found.span(1), "userinfo", noted=False)
        yield Found(*found.span(2), "userinfo")
    for found in _USER_ALONE.finditer(data):
        if is_strong(found[1]):
            yield Found(*found.span(1), "userinfo")


def is_strong(value: bytes) -> bool:
    """Tell whether *value* looks drawn by chance, or at least is no word of a text.

    Only such a value may be replaced wherever it occurs: a password that is a word
    would take that word out of every text.
    """
    if len(value) < 8 or _PLAIN.fullmatch(value):
        return False
    if _WORDS.fullmatch(value):
        return len(value) >= 20 and not _JOINED.search(value)
    classes = sum(letters.search(value) is not None for letters in _CLASSES)
    return classes >= 2 or len(value) >= 16


_CLASSES = [
    re.compile(letters)
    for letters in (rb"[a-z]", rb"[A-Z]", rb"[0-9]", rb"[^A-Za-z0-9_.-]")
]
# Times, versions, addresses of machines and people, and pages.
_PLAIN = re.compile(
    rb"[0-9]{4}-[0-9]{2}-[0-9TZ:.+ -]+|v?[0-9]+(?:\.[0-9]+)+(?::[0-9]+)?"
    rb"|[A-Za-z0-9.+-]+@[A-Za-z0-9.-]+\.[A-Za-z]+|https?://[^?@]*"
)
# Possessive, or a long word would take for ever not to match.
# Words with or without capitals: a name in some program, a time zone, a phrase.
_WORDS = re.compile(rb"[A-Z]*+[a-z]++(?:[ _./-]?[A-Z]*+[a-z]++)*+")
_JOINED = re.compile(rb"[_./-]")
