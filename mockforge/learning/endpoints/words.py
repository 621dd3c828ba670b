"""Words as paths use them: plural and singular, verbs, and how much one is a name."""

from __future__ import annotations

import re
from functools import lru_cache

from mockforge.learning.endpoints.segments import ACTION, VERSION

_PARTS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+|[^\W\d_A-Za-z]+")
_PLAIN = re.compile(r"[a-z]+")
_COMPACT_DATE = re.compile(r"20[0-3]\d[01]\d[0-3]\d")
_ONE_DIGIT = re.compile(r"[A-Za-z]+\d")
_SLUG = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*", re.IGNORECASE)


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


_NO_PLURAL = _set(
    "address access process class business status analytics news series dns sms css"
    " https aws ios os this is has kubernetes canvas bus gas lens basis analysis"
    " compliance settings graphics statistics stats metrics"
)
_IRREGULAR = {
    "people": "person",
    "children": "child",
    "men": "man",
    "women": "woman",
    "indices": "index",
    "matrices": "matrix",
    "vertices": "vertex",
    "data": "datum",
    "media": "media",
    "series": "series",
    "statuses": "status",
    "aliases": "alias",
    "addresses": "address",
    "movies": "movie",
    "cookies": "cookie",
    "caches": "cache",
    "databases": "database",
    "releases": "release",
    "leases": "lease",
    "purchases": "purchase",
    "licenses": "license",
    "invoices": "invoice",
}
# Words that stand beside a parameter and mean something of their own.
RESERVED = _set(
    "me self current search new login logout signin signup register count batch"
    " bulk query upload download import export validate verify create update"
    " delete list get set add remove send cancel copy move status health healthz"
    " ping info version versions metrics stats statistics config settings token"
    " tokens auth oauth oauth2 authorize callback refresh session preview"
    " filter find lookup autocomplete suggest suggestions recent popular trending"
    " featured random summary history schema swagger openapi graphql rpc rest api"
    " admin internal webhook webhooks events my mine own actions invite accept reject"
    " approve enable disable start stop restart reset sync archive restore publish"
    " merge share"
)
# The same, though they are also what people call things.
_DOUBTFUL = _set("latest public private default test stable all main primary global")

FIRM = -2.0
"""What looks no better than this is a value only where nothing else can be."""

_ACTIONS = _set(
    "get list create update delete remove add set put post patch search find query"
    " send cancel start stop restart upload download import export validate verify"
    " enable disable attach detach assign unassign move copy clone rebuild resize"
    " reset refresh publish archive restore confirm approve reject accept share"
    " invite sync merge close open lock unlock pause resume retry run execute check"
    " batch bulk mark preview render count describe terminate register transfer"
    " convert generate submit complete finalize revoke rotate grant"
)


@lru_cache(maxsize=4096)
def parts(text: str) -> tuple[str, ...]:
    """Return the words *text* is made of: `zone-file`, `zoneFile` give the same."""
    return tuple(part.lower() for part in _PARTS.findall(text))


def is_plural(text: str) -> bool:
    """Return whether *text* ends with a word in the plural."""
    last = parts(text)[-1:] or ("",)
    word = last[0]
    if word in _IRREGULAR:
        return True
    if len(word) == 3:
        return word in ("ips", "ids", "vms", "ads", "tvs", "pcs")
    return (
        len(word) > 3
        and word.endswith("s")
        and not word.endswith(("ss", "us", "is"))
        and word not in _NO_PLURAL
    )


def singular(text: str) -> str:
    """Return *text* with its last word in the singular, in snake_case."""
    found = list(parts(text))
    if not found:
        return ""
    found[-1] = _singular(found[-1])
    return "_".join(found)


def _singular(word: str) -> str:
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if not is_plural(word):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes", "uses", "oes")):
        return word[:-2]
    return word[:-1]


def is_action(text: str) -> bool:
    """Return whether *text* begins with a verb of an API: `cancel`, `getUser`."""
    found = parts(text)
    return bool(found) and found[0] in _ACTIONS


# Notations of answers: /users/list.json.
_FORMATS = _set("json xml csv html rss atom php aspx do")

# What marks a value, and how much.
_MARKS = {**dict.fromkeys("@ %,=+~'!", 2.5), "/": 3.0, ":": 1.5}


@lru_cache(maxsize=8192)
def looks(text: str) -> float:
    """Return how much *text* looks like a value: below 0 for a word of the API."""
    stem, dot, notation = text.rpartition(".")
    if dot and notation in _FORMATS:
        return looks(stem)
    action = ACTION.fullmatch(text)
    if action:
        return looks(action[1])
    firm = _firm(text)
    if firm is not None:
        return firm
    score = -1.5 + _numbered(text) + _cased(text)
    if _SLUG.fullmatch(text) and not is_action(text):
        score += 0.5 * max(0, len(parts(text)) - 2)
    score += sum(weight for mark, weight in _MARKS.items() if mark in text)
    score += 1.5 * (not text.isascii())
    if "." in text:
        score += 1.5 if text.islower() else 0.5
    return score + 1.0 * (len(text) > 40)


def _firm(text: str) -> float | None:
    """Return what is said by what *text* is as a whole; None if nothing is."""
    if text in RESERVED or VERSION.fullmatch(text) or text in ("", "-", "~"):
        return -3.0
    if text in _DOUBTFUL:
        return -1.9
    if text[0] in "_$-":
        return -2.0
    if _PLAIN.fullmatch(text):
        return -1.5
    if _COMPACT_DATE.fullmatch(text):
        return -1.5
    return 1.5 if text.isdigit() else None


def _numbered(text: str) -> float:
    digits = sum(letter.isdigit() for letter in text)
    if not digits:
        return 0.0
    short = len(text) < 7 and _ONE_DIGIT.fullmatch(text) is not None
    return (0.5 if short else 1.5) + 0.5 * (digits > 2)


def _cased(text: str) -> float:
    if text.isupper():
        return 3.0
    return 0.5 if text[0].isupper() and not is_action(text) else 0.0
