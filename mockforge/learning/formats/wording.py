"""Whether letters and digits are words or were drawn by chance.

Both explanations are given their price in bits: what it costs to write the text by
the habits of words and names, pair of letters by pair of letters, and what it costs
to draw it from an alphabet. The cheaper one is the likelier one, and the difference
says how much likelier.
"""

from __future__ import annotations

import re
from functools import lru_cache
from math import log2

# Half bits for a letter after a letter, in base 36: a row for each letter before, the
# first row for the beginning of a word. Counted over the words in the names and texts
# of Python's standard library and some sixty packages, each word by the logarithm of
# its number of files.
_ROWS = re.findall(
    r"[0-9a-z]+",
    """
897899ab8ed99aa8f869acbegf e989geaiakd696l9k685bdeech 6bac7dfh7cg5de7ch88c8hjiag
6gbd6eh79l88eg5ej9b6ahildn 7cc93cdf5fg9dc8eia8c9egidm 9e86bacgekh9a6ebd568gce9dj
8ebb76ei4ih8dd6dj8a98jhibl 8fde4fa87lk9b89dk68c8ggjfh 5gfd4ggf6mfbce6dk9b7ajjhbk
ab89ab9khkg9947bia77haldob 6fda5bfj9cadec5bhg6g6gbjeh 9ddb3dbe6ee9dabdgc6bbfbkbi
6fda4egj5jf7ff6dmf9aaejk8l 5afe4ggh6mfaaf76hg9d9hjido 7f877b5f8hcdfc9djf75bciiek
cb99fcbhcic884a9l6998baehi 6gdd5fea8nf7ff79j6a8ajfjan ddededggekk6ddhcbb9d1cdhhh
6eaa4eci6mccac7cja88bdgmbp 9h9d5ef87kdacd98de758feicm 7fbe4dg85nibdf8cm78aagfi9h
989b9bbj9nj785d8m677iingki 5ecf2ffh5ooeef9fodcegighgk 5edb6ee85jdaf77fk88chgefjn
9c7a6bfc7mkb9db5fcb5efh9bg 9b9c8cch8ij888a4ib67fdchdd 6fee2dhe6kkdbg9bkabcdkgidb
""",
)
_START = dict(
    zip("abcdefghijklmnopqrstuvwxyz", (int(c, 36) / 2 for c in _ROWS[0]), strict=True)
)
_AFTER = {
    a + b: int(c, 36) / 2
    for a, row in zip("abcdefghijklmnopqrstuvwxyz", _ROWS[1:], strict=True)
    for b, c in zip("abcdefghijklmnopqrstuvwxyz", row, strict=True)
}

_LOWER = frozenset("abcdefghijklmnopqrstuvwxyz")
_UPPER = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
_DIGITS = frozenset("0123456789")
_HEX = frozenset("0123456789abcdef")

# The price of going on as before is small; of a hump (camelCase), of a digit after
# letters and of letters after a digit higher. By judgement, and checked on names.
# A name turns from letters to digits or back once or twice.
_HUMP, _TURN, _MORE_TURNS = 4.0, 3.0, 5.0
# Words inside a name are seldom this short: a price by their length.
_SHORT = {1: 2.0, 2: 2.0}
_DIGIT = log2(10)


@lru_cache(maxsize=1 << 15)
def surprise(text: str) -> float:
    """Return by how many bits *text* is likelier drawn by chance than written.

    Below zero it is likelier a word, a name or a number.

    Args:
        text: Letters and digits of ASCII; anything else is skipped as a joint.
    """
    return _as_words(text) - _as_chance(text)


def alphabet_of(text: str) -> int:
    """Return how many letters the smallest usual alphabet has that *text* is of.

    Letters alone are never taken for hexadecimal.
    """
    seen = set(text)
    upper, lower, digits = seen & _UPPER, seen & _LOWER, seen & _DIGITS
    if not upper and not lower:
        return 10
    if not upper or not lower:
        letters = {c.lower() for c in upper | lower}
        if not digits:
            return 26
        return 16 if letters <= _HEX else 36
    return 62 if digits else 52


def _as_chance(text: str) -> float:
    drawn = [c for c in text if c.isalnum()]
    return len(drawn) * log2(alphabet_of("".join(drawn))) if drawn else 0.0


def _as_words(text: str) -> float:
    cost, before, run, turns = 0.0, " ", 0, 0
    for at, c in enumerate(text):
        if c in _DIGITS:
            turned = before not in _DIGITS and before != " "
            cost += _DIGIT + (_SHORT.get(run, 0.0) if turned else 0.2)
            run = 0
        elif c in _LOWER or c in _UPPER:
            if c in _UPPER and before in _LOWER:
                cost += _SHORT.get(run, 0.0)
                run = 0
            turned = before in _DIGITS
            cost += _letter(text, at, before)
            run += 1
        else:
            run, turned, c = 0, False, " "
        if turned:
            cost += _TURN if turns < 2 else _MORE_TURNS
            turns += 1
        before = c
    return cost


def _letter(text: str, at: int, before: str) -> float:
    """Return the price of the letter at *at* after *before*."""
    c = text[at]
    low, was = c.lower(), before.lower()
    if not was.isalpha():
        return _START[low] + 0.5
    if c in _UPPER and before in _LOWER:
        return _START[low] + _HUMP
    if c in _LOWER and before in _UPPER and at > 1 and text[at - 2] in _UPPER:
        # The second letter of a word behind an abbreviation: the C of HTTPClient.
        return _AFTER[was + low] + _HUMP
    return _AFTER[was + low] + 0.1
