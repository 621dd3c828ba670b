"""The grammar of conditions and expressions, and what is said of texts outside it."""

from __future__ import annotations

from difflib import get_close_matches
from functools import cache
from typing import TYPE_CHECKING, Any

from mockforge.conditions.problems import Problem

if TYPE_CHECKING:
    from mockforge.conditions.building import Part

LONGEST = 4_000
"""Characters of a condition."""

# Words are tried before names, and numbers with a sign behind before those without.
# `5%` is a share unless something follows that it could be divided by.
GRAMMAR = r"""
start: choice

?choice: either
    | either IF either ELSE choice      -> chosen
?either: both
    | both (OR both)+                   -> any_of
?both: not
    | not (AND not)+                    -> all_of
?not: NOT not                           -> negated
    | relation
?relation: sum
    | sum SIGN sum                      -> compared
    | sum IS sum                        -> is_same
    | sum IS NOT sum                    -> is_other
    | sum WORD sum                      -> worded
    | sum NOT WORD sum                  -> not_worded
    | sum EXISTS                        -> there
    | sum NOT EXISTS                    -> not_there
    | EXISTS atom                       -> there_is
?sum: product
    | product ((PLUS | MINUS) product)+ -> reckoned
?product: signed
    | signed ((TIMES | OVER) signed)+   -> reckoned
?signed: MINUS signed                   -> minus
    | power
?power: atom
    | atom RAISED signed                -> raised
?atom: NUMBER                           -> number
    | PERCENT                           -> percent
    | CLOCK                             -> clock
    | SPAN                              -> span
    | STRING                            -> string
    | TRUE                              -> true
    | FALSE                             -> false
    | NULL                              -> null
    | PATH                              -> name
    | HEADER                            -> header
    | CALL "(" [given] ")"              -> called
    | IF "(" choice "," choice "," choice ")" -> if_called
    | "(" choice ")"
    | "(" choice "," given ")"          -> several
    | "[" [given] "]"                   -> several
given: choice ("," choice)*

IF.9: /(?i:if)\b(?!\.)/
ELSE.9: /(?i:else)\b(?!\.)/
OR.9: /(?i:or)\b(?!\.)|\|\|/
AND.9: /(?i:and)\b(?!\.)|&&/
NOT.9: /(?i:not)\b(?!\.)|!(?!=)/
IS.9: /(?i:is)\b(?!\.)/
WORD.9: /(?i:starts_with|ends_with|contains|matches|in)\b(?!\.)/
EXISTS.9: /(?i:exists)\b(?!\.)/
TRUE.9: /(?i:true)\b(?!\.)/
FALSE.9: /(?i:false)\b(?!\.)/
NULL.9: /(?i:null|none)\b(?!\.)/

SIGN: /==|!=|<>|<=|>=|<|>/
PLUS: "+"
MINUS: "-"
RAISED.2: "**"
TIMES: "*"
OVER: /\/\/?|%/
CLOCK.7: /(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?!\d)(?:\s*(?i:[ap]m)\b)?/
PERCENT.6: /\d+(?:\.\d+)?\s*%(?!\s*(?!(?i:and|or|if|else|not|is|in)\b)[\w('"\[])/
SPAN.5: /\d+(?:\.\d+)?(?:ms|s|m|h|d)\b/
NUMBER.4: /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?(?!\w)/
STRING: /'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"/
HEADER.3: /(?:request\.)?headers\.[\w-]+/
CALL.2: WORDLIKE /(?=\s*\()/
PATH.1: WORDLIKE STEP*
WORDLIKE: /(?!(?i:if|else|or|and|not|is|in|exists)\b(?!\.))[A-Za-z_]\w*/
STEP: /\.\w+/ | /\[\s*(?:-?\d+|'[^']*'|"[^"]*")\s*\]/

%ignore /\s+/
"""

_WORDS = ["starts_with", "ends_with", "contains", "matches", "in", "exists", "is"]
_INSTEAD = {
    "=": "==",
    "===": "==",
    "&": "and",
    "|": "or",
    "~": "matches",
    "=~": "matches",
    "like": "matches",
    "startswith": "starts_with",
    "endswith": "ends_with",
    "includes": "contains",
    "has": "contains",
    "equals": "==",
    "eq": "==",
    "xor": "!=",
    "then": "if(a, b, c)",
    "?": "if(a, b, c)",
    "{{": "the name without braces",
}


class Unreadable(Exception):
    """A text is no condition."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def parsed(text: str) -> Part:
    """Return what a condition or expression is made of.

    Raises:
        Unreadable: If it is none.
    """
    from lark.exceptions import UnexpectedInput, VisitError

    if len(text) > LONGEST:
        what = f"a condition has at most {LONGEST} characters, this {len(text)}"
        raise Unreadable(Problem(1, what))
    try:
        return _parser().parse(text)  # type: ignore[no-any-return]
    except UnexpectedInput as refused:
        raise Unreadable(_told(text, refused)) from refused
    except VisitError as refused:
        if isinstance(refused.orig_exc, Unreadable):
            raise refused.orig_exc from None
        raise


@cache
def _parser() -> Any:
    from lark import Lark

    from mockforge.conditions.building import Building

    return Lark(GRAMMAR, parser="lalr", transformer=Building(), maybe_placeholders=True)


def _told(text: str, refused: Any) -> Problem:
    found = getattr(refused, "pos_in_stream", None)
    place = found if isinstance(found, int) and found >= 0 else len(text)
    rest = text[place:].split()
    if not rest or getattr(getattr(refused, "token", None), "type", "") == "$END":
        column = len(text.rstrip()) + 1
        what = "it ends too early" if text.strip() else "it says nothing"
        return Problem(column, what, "write as in: method == 'POST'")
    column = place + 1
    # A quote that is left open takes all the rest with it.
    if rest[0][0] in "'\"" and text[place:].count(rest[0][0]) == 1:
        return Problem(column, f"the quote {rest[0][0]} is never closed")
    word = _word(text[place:])
    return Problem(column, f"{word!r} does not fit there", _nearest(word))


def _word(rest: str) -> str:
    """Return the word, or else the sign, that a text begins with."""
    end = 0
    while end < len(rest) and (rest[end].isalnum() or rest[end] == "_"):
        end += 1
    while not end or (end < 3 and rest[:end] + rest[end : end + 1] in _INSTEAD):
        if end >= len(rest):
            break
        end += 1
    return rest[: end or 1][:40]


def _nearest(word: str) -> str | None:
    plain = word.lower()
    if plain in _INSTEAD:
        return f"write {_INSTEAD[plain]}"
    near = get_close_matches(plain, [*_WORDS, "and", "or", "not"], n=1, cutoff=0.6)
    return f"did you mean {near[0]!r}?" if near and near[0] != plain else None
