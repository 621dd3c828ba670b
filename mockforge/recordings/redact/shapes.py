"""Known forms of tokens: found by their prefix, wherever they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
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
    "telegram_token": rb"(?<=[0-9]:)AA%b{33}(?!%b)" % (_W, _W),
}
_AT_RUN = re.compile(
    b"|".join(b"(?P<%b>%b)" % (k.encode(), v) for k, v in _FORMS.items())
)
# Those with a dot after a short prefix: the run begins behind it.
_BEHIND = re.compile(
    rb"(?P<google_token>ya29\.[A-Za-z0-9._-]{10,}|1//0%b{20,})"
    rb"|(?P<sendgrid_key>SG\.%b{16,}\.%b{16,})"
    rb"|(?P<vault_token>hv[sbr]\.%b{20,})"
    rb"|(?P<slack_webhook>services/T[A-Z0-9]{6,}/B[A-Z0-9]{6,}/%b{20,})"
    rb"|(?P<discord_token>[MNO]%b{23,27}\.%b{6,7}\.%b{27,})"
    % (_W, _W, _W, _W, _A, _W, _W, _W)
)
_PEM = re.compile(
    rb"-----BEGIN (?!CERTIFICATE|PUBLIC|X509 CRL)[A-Z0-9 ]*KEY[A-Z ]*-----"
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
_BESIDE = 400


def find(data: bytes) -> Iterator[Found]:
    """Yield the tokens in *data* that are known by their form, and keys in PEM."""
    if b"://" in data and b"@" in data:
        yield from _userinfo(data)
    runs = data.translate(_RUNS)
    at = runs.find(_LONG)
    if at < 0:
        return
    if b"-----BEGIN" in data:
        for pem in _PEM.finditer(data):
            yield Found(*pem.span(), "private_key")
    for bearer in (
        _BEARER.finditer(data) if b"earer " in data or b"asic " in data else ()
    ):
        if is_strong(bearer[1]):
            yield Found(*bearer.span(1), "credentials")
    aws = False
    while at >= 0:
        end = runs.find(b" ", at)
        end = len(data) if end < 0 else end
        found = _at(data, at, end)
        if found:
            yield found
            aws = aws or found.kind == "aws_access_key_id"
        at = runs.find(_LONG, end)
    if aws:
        for secret in _AWS_SECRET.finditer(data):
            yield Found(*secret.span(), "aws_secret_key")


def has_runs(data: bytes) -> bool:
    """Tell whether *data* has a run long enough for a token."""
    return _LONG in data.translate(_RUNS)


def _at(data: bytes, start: int, end: int) -> Found | None:
    """Return the token at or inside the run from *start* to *end*."""
    first = start
    if data[start - 1 : start] == b"\\" and data[start : start + 1] in (
        b"n",
        b"r",
        b"t",
    ):
        # The n of an escaped line break is no part of what follows it.
        first += 1
    found = _AT_RUN.match(data, first)
    if found is None:
        # Behind another word and a joint: `token_ghp_...`, `key-AKIA...`.
        for joint in _JOINT.finditer(data, first, end):
            if found := _AT_RUN.match(data, joint.end()):
                break
    if found is None:
        low = max(0, start - 40)
        for behind in _BEHIND.finditer(data, low):
            if behind.start() > start or behind.end() <= start:
                break
            found = behind
            break
    return Found(*found.span(), found.lastgroup or "token") if found else None


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
    if len(value) < 8:
        return False
    classes = (
        any(48 <= c <= 57 for c in value)
        + any(97 <= c <= 122 for c in value)
        + any(65 <= c <= 90 for c in value)
        + any(c > 126 or c in b" !\"#$%&'()*+,/:;<=>?@[\\]^`{|}~" for c in value)
    )
    if classes >= 2 and not _NAME.fullmatch(value):
        return True
    return len(value) >= 16 and (
        classes >= 2 or not value.isalpha() or len(value) >= 24
    )


# Words with capitals or joints and no digit, times, versions, addresses.
_NAME = re.compile(
    rb"[A-Z]?[a-z]+(?:[ _.-]?[A-Z]?[a-z]+)*|[0-9]{4}-[0-9]{2}-[0-9T:. -]+Z?"
    rb"|v?[0-9]+(?:\.[0-9]+)+|[a-z0-9.-]+@[a-z0-9.-]+\.[a-z]+|https?://[^?]*"
)
