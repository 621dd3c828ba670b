"""The operation a GraphQL document asks for, read as lightly as that needs."""

from __future__ import annotations

import re

_TOKEN = re.compile(
    r'"""(?:\\"""|[^"]|"(?!""))*"""|"(?:\\.|[^"\\\n])*"|\#[^\n]*|\.\.\.|[_A-Za-z]\w*|[{}()\[\]:@$=|!&]'
)  # fmt: skip
_START = re.compile(
    r"\s*(?:\#[^\n]*\n\s*)*(?:\{|(?:query|mutation|subscription|fragment)\b)"
)
_KINDS = ("query", "mutation", "subscription")

LONGEST = 32 * 1024
"""Characters of a document that are read."""

FIELDS = 8
"""Root fields that are named."""


def is_document(text: str) -> bool:
    """Return whether *text* begins as a GraphQL document with a selection."""
    return _START.match(text) is not None and "{" in text


def operation(text: str, name: str | None = None) -> str | None:
    """Return the operation of a document: `mutation createOrder`, `query {me, news}`.

    Args:
        text: The document.
        name: Which operation of several; None for the only one.
    """
    found = _operations(text[:LONGEST])
    if name:
        kinds = [kind for kind, known, _ in found if known == name]
        return f"{kinds[0] if kinds else 'query'} {name}"
    if not found:
        return None
    kind, known, fields = found[0]
    return f"{kind} {known}" if known else f"{kind} {{{', '.join(fields[:FIELDS])}}}"


def _operations(text: str) -> list[tuple[str, str, list[str]]]:
    """Return the kind, the name and the root fields of every operation of *text*."""
    tokens = [one for one in _TOKEN.findall(text) if one[0] not in '"#']
    found: list[tuple[str, str, list[str]]] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if token == "{" or token in _KINDS:
            kind = "query" if token == "{" else token
            start = at if token == "{" else at + 1
            name = ""
            if start < len(tokens) and tokens[start].isidentifier():
                name, start = tokens[start], start + 1
            at = _selection(tokens, start)
            fields, at = _fields(tokens, at)
            found.append((kind, name, fields))
        elif token == "fragment":
            at = _fields(tokens, _selection(tokens, at + 1))[1]
        else:
            at += 1
    return found


def _selection(tokens: list[str], at: int) -> int:
    """Return where the selection begins, past variables and directives."""
    depth = 0
    while at < len(tokens):
        if tokens[at] == "{" and not depth:
            return at
        depth += {"(": 1, ")": -1}.get(tokens[at], 0)
        at += 1
    return at


def _fields(tokens: list[str], at: int) -> tuple[list[str], int]:
    """Return the fields of the selection that begins at *at*, and where it ends."""
    fields: list[str] = []
    braces = round_ = 0
    while at < len(tokens):
        token = tokens[at]
        braces += {"{": 1, "}": -1}.get(token, 0)
        round_ += {"(": 1, ")": -1}.get(token, 0)
        if braces == 0 and token == "}":
            return fields, at + 1
        if braces == 1 and round_ == 0 and token.isidentifier():
            before = tokens[at - 1]
            if before == ":" and fields:
                fields[-1] = token  # what stood there was an alias
            elif before not in ("...", "@") and not _is_condition(tokens, at):
                fields.append(token)
        at += 1
    return fields, at


def _is_condition(tokens: list[str], at: int) -> bool:
    """Return whether the name at *at* is the type of an inline fragment."""
    return at >= 2 and tokens[at - 1] == "on" and tokens[at - 2] == "..."
