"""Segments of a path: what one is by its looks alone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from mockforge.bodies.reading import unquoted

LONGEST = 200
"""Characters of a segment that may be a word of the API."""

DEEPEST = 32
"""Segments of a path that are told apart; the rest counts as one."""

# What is never a word of the API, most special first.
_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        ("uuid", r"[0-9a-fA-F]{8}-?(?:[0-9a-fA-F]{4}-?){3}[0-9a-fA-F]{12}"),
        ("ip", r"\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?"),
        ("ip", r"[0-9a-fA-F]{1,4}(?::[0-9a-fA-F]{0,4}){2,7}"),
        ("time", r"\d{4}-\d\d-\d\d[T ]\d\d:?\d\d.*"),
        ("date", r"(?:19|20)\d\d-\d\d(?:-\d\d)?"),
        ("number", r"-?\d+"),
        ("decimal", r"-?\d+[.,]\d+(?:[,;]-?\d+\.\d+)*"),
        ("semver", r"v?\d+\.\d+\.\d+(?:[-+].*)?"),
        ("email", r"[^@\s/]+@[^@\s/]+\.[A-Za-z]{2,}"),
        ("digest", r"[a-z][a-z0-9]{1,9}[:-][0-9a-f]{32,}"),
        ("hex", r"(?=[a-f]*\d)(?=\d*[a-f])[0-9a-f]{7,}"),
        ("hex", r"(?=[A-F]*\d)(?=\d*[A-F])[0-9A-F]{7,}"),
        ("jwt", r"eyJ[\w-]+\.[\w-]+\.[\w-]*"),
        ("urn", r"(?:urn|arn|did):.+"),
        ("phone", r"\+\d{7,15}"),
    )
)  # fmt: skip
_PREFIXED = re.compile(r"[A-Za-z][A-Za-z0-9]{0,11}(?:_[a-z]+)?[_-]([A-Za-z0-9]{8,})")
_LETTERS = re.compile(rf"[a-z_-]{{1,{LONGEST}}}")
_TOKEN = re.compile(r"[A-Za-z0-9_=~+-]{8,}")
# Two letters name a country; of the others those that are no words of an API.
_HOST = re.compile(
    r"localhost|(?:[a-z0-9_](?:[a-z0-9_-]*[a-z0-9])?\.)+"
    r"(?:[a-z]{2}|com|net|org|dev|app|edu|gov|mil|biz|xyz|cloud|online|site|tech|store"
    r"|example|invalid|local|localhost|internal|arpa|xn--[a-z0-9-]+|[a-z]+(?=\.))"
    r"\.?(?::\d+)?"
)
VERSION = re.compile(
    r"[vV]\d{1,3}(?:[._]\d+)*(?:(?:p\d+)?(?:alpha|beta|rc|dev|preview)\d*)?"
    r"|(?:19|20)\d\d-\d\d(?:-\d\d)?(?:-preview)?|\d{1,2}\.\d{1,2}"
)
_BEFORE_VERSION = frozenset({"", "api", "rest", "version", "v"})
_EXTENSION = re.compile(
    r"(.+)\.(json|xml|csv|html?|txt|yaml|yml|pdf|atom|rss|ics|js|png|jpe?g|gif|svg"
    r"|tar\.gz|tgz|zip|gz|md|ipynb|webp|mp[34]|css|ico|woff2?|map|git)"
)
ACTION = re.compile(r"([^:]+):([a-z][A-Za-z]{2,30})")
_CALL = re.compile(r"([A-Za-z_][\w.]*\()(.+)(\))")


@dataclass(frozen=True, slots=True)
class Piece:
    """A segment: a word of the API, or a value, perhaps between fixed text."""

    kind: str
    """Empty for a word: it may be one of the API or a value."""
    prefix: str = ""
    value: str = ""
    suffix: str = ""

    @property
    def label(self) -> str:
        """What segments of the same kind share."""
        if not self.kind:
            return self.value
        return f"\0{self.prefix}\0{self.kind}\0{self.suffix}"


def pieces(path: str) -> tuple[list[Piece], bool]:
    """Return the segments of *path*, and whether it ends with a slash."""
    parts = path.split("/")[1:]
    slashed = len(parts) > 1 and not parts[-1]
    while parts and not parts[-1]:
        parts.pop()
    if len(parts) > DEEPEST:
        rest = "/".join(parts[DEEPEST - 1 :])
        parts = [*parts[: DEEPEST - 1], rest]
    found = []
    before = ""
    for number, part in enumerate(parts):
        found.append(piece(part, number < 4 and before in _BEFORE_VERSION, number))
        before = found[-1].label
    return found, slashed


@lru_cache(maxsize=8192)
def piece(part: str, versioned: bool = False, depth: int = 3) -> Piece:
    """Return what *part*, a segment as on the wire, is.

    Args:
        part: The segment.
        versioned: The segment stands where a version may.
        depth: Segments before it.
    """
    text = unquoted(part.replace("+", "%2B")) if "%" in part else part
    if VERSION.fullmatch(text) and (versioned or depth < 3):
        return Piece("", value=text)
    if versioned and text.isdigit() and (len(text) < 4 or _is_dated(text, depth)):
        # /1/cards, /api/2/issues: whether it is a version is told by its siblings.
        return Piece("", value=text)
    kind = kind_of(text)
    if kind:
        return Piece(kind, value=text)
    stem, semicolon, rest = text.partition(";")
    if semicolon and stem:
        return Piece("matrix", prefix=stem + ";", value=rest)
    return _mixed(text) or Piece("", value=text)


def _is_dated(text: str, depth: int) -> bool:
    """Return whether *text* is a version such as 20240301, before all else."""
    return not depth and len(text) == 8 and text[:2] == "20" and text[4] in "01"


def _mixed(text: str) -> Piece | None:
    call = _CALL.fullmatch(text)
    if call:
        return Piece("key", call[1], call[2], call[3])
    for pattern, mark in ((ACTION, ":"), (_EXTENSION, ".")):
        found = pattern.fullmatch(text)
        kind = kind_of(found[1]) if found else None
        if found and kind and kind not in ("host", "ip"):
            return Piece(kind, value=found[1], suffix=mark + found[2])
    return None


def kind_of(text: str) -> str | None:
    """Return what *text* is if it can be no word, else None."""
    if not text:
        return None
    if _LETTERS.fullmatch(text):
        return "host" if text == "localhost" else None
    if len(text) > LONGEST or "\0" in text:
        return "long"
    for name, pattern in _KINDS:
        if pattern.fullmatch(text):
            return name
    if _is_token(text):
        return "token"
    if _HOST.fullmatch(text) and not _EXTENSION.fullmatch(text):
        return "host"
    return None


def _is_token(text: str) -> bool:
    prefixed = _PREFIXED.fullmatch(text)
    if prefixed and is_random(prefixed[1]):
        return True
    return _TOKEN.fullmatch(text) is not None and is_random(text)


_BOUNDARY = re.compile(r"(?<=\d)(?=[^\W\d_])|(?<=[^\W\d_])(?=\d)")
_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")


def is_random(text: str) -> bool:
    """Return whether letters and digits of *text* alternate as in no word."""
    boundaries = len(_BOUNDARY.findall(text))
    capitals = len(_CAPITAL.findall(text))
    if boundaries > 2 or (boundaries == 2 and capitals > 1):
        # Names of products have digits too, but longer words: CreateS3TableExport.
        return len(text) < 4 * (boundaries + capitals + 1)
    # Words in camelCase have four letters each, or so.
    return len(text) >= 12 and text.isalnum() and capitals * 4 > len(text)
