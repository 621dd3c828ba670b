"""What the name of a field says: whether its values are made anew or stay."""

from __future__ import annotations

import re
from functools import lru_cache

from mockforge.bodies.document import Path

_WORD = re.compile(r"[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z]+|[A-Z]+|_+$")

# Weighed in bits, by judgement. A name is a hint only: where values recur or vary,
# that outweighs it.
_ANEW = {
    3.0: "nonce idempotency idempotent trace traceparent span correlation sig signature"
    " hmac timestamp ts rand random salt challenge dedup deduplication dedupe seq"
    " sequence jti cb cachebuster cachebust bust boundary attempt xid cnonce now"
    " sent requested submitted verifier unique",
    2.0: "request req transaction txn message msg event time state run batch"
    " started ended clock stamp csrf xsrf",
}
_STAYS = {
    -4.0: "tenant account org organization organisation workspace project app"
    " application client commit sha revision rev ref digest checksum hash version"
    " schema api apikey auth authorization secret password credential region zone"
    " locale birthday birthdate dob birth etag fingerprint"
    " license subscription installation",
    -2.0: "user customer owner parent product category team group device role plan"
    " template environment env company merchant store site page offset limit size"
    " since until before after start end due from to expires effective valid",
}
_WEIGHTS = {
    word: weight
    for table in (_ANEW, _STAYS)
    for weight, words in table.items()
    for word in words.split()
}
_NAMES = "id uuid guid key name number no code value ids"
_NAMING = frozenset(_NAMES.split())


@lru_cache(maxsize=4096)
def words_of(name: str) -> tuple[str, ...]:
    """Return the words that *name* is written of, in lower case."""
    return tuple(word.lower() for word in _WORD.findall(name))


def name_of(path: Path) -> str:
    """Return the name at the end of *path*; empty where only numbers are."""
    for step in reversed(path[1:]):
        if isinstance(step, str) and step != "*":
            return step
    return ""


def hint(path: Path) -> float:
    """Return what the name says for values that are made anew, in bits."""
    name = name_of(path)
    if name and not name.strip("_"):
        return 3.0
    words = [word for word in words_of(name) if word not in ("x", *_NAMING)]
    if words[-2:] in (["client", "token"], ["client", "request"]):
        return 3.0
    known = [_WEIGHTS[word] for word in words if word in _WEIGHTS]
    if not known:
        return 0.0
    strong = max(known)
    # `client_request_id` and `project_nonce`: what is made anew is told by the word
    # that says so, whoever it belongs to.
    return strong if strong > 0 else min(known)


# What stands in paths and around values without saying what they are of.
_EMPTY = (
    "path query header cookie body api rest data result results get post put patch"
    " delete head items item list v"
)
_HOLLOW = _NAMING | frozenset(_EMPTY.split())


@lru_cache(maxsize=4096)
def subjects(text: str) -> frozenset[str]:
    """Return what a path or an endpoint is of, in the singular: `order`, `line`."""
    bare = re.sub(r"\{[^{}]*\}", " ", text)
    return frozenset(
        word.removesuffix("s") for word in words_of(bare) if word not in _HOLLOW
    )


_PAGES = "page offset skip start limit size count cursor per first last index from"
_PAGING = frozenset(_PAGES.split())


def is_paging(path: Path) -> bool:
    """Tell whether the name is one of those that walk through a list."""
    return any(word in _PAGING for word in words_of(name_of(path)))


def names_one(path: Path) -> bool:
    """Tell whether the name is that of an id, a key or a token of something."""
    words = words_of(name_of(path))
    return not words or any(
        word in _NAMING or word in ("token", "cursor", "csrf", "etag", "ref")
        for word in words
    )
