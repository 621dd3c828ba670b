"""The operation a GraphQL document asks for, read as lightly as that needs."""

from __future__ import annotations

import re

from mockforge.options import Json

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

ARGUMENTS = 60
"""Literals of a document that are read."""

_LITERAL = re.compile(
    r'"""(?:\\"""|[^"]|"(?!""))*"""|"(?:\\.|[^"\\\n])*"|\#[^\n]*|-?\d[\w.+-]*|[_A-Za-z]\w*|[{}()\[\]:@$]'
)  # fmt: skip


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


def arguments(text: str) -> list[tuple[tuple[str, ...], Json]]:
    """Return the literals that a document gives its fields, by field and name.

    Variables are left out: their values are sent beside the document.
    """
    tokens = [one for one in _LITERAL.findall(text[:LONGEST]) if one[0] != "#"]
    found: list[tuple[tuple[str, ...], Json]] = []
    at = 1
    while at < len(tokens):
        if tokens[at] != "(":
            at += 1
        elif tokens[at - 1].isidentifier() and not _is_header(tokens, at - 1):
            at = _given(tokens, at + 1, (tokens[at - 1],), found)
        else:
            at = _closed(tokens, at)
    return found[:ARGUMENTS]


def _is_header(tokens: list[str], at: int) -> bool:
    """Return whether the name at *at* is an operation's: variables follow."""
    return tokens[at] in _KINDS or (at > 0 and tokens[at - 1] in (*_KINDS, "@"))


def _closed(tokens: list[str], at: int) -> int:
    """Return where the bracket at *at* has been closed."""
    depth = 0
    while at < len(tokens):
        depth += {"(": 1, ")": -1}.get(tokens[at], 0)
        at += 1
        if depth == 0:
            break
    return at


def _given(
    tokens: list[str],
    at: int,
    path: tuple[str, ...],
    found: list[tuple[tuple[str, ...], Json]],
) -> int:
    """Add to *found* what is given from *at* on, and return where that ends."""
    inner: list[tuple[str, ...]] = [path]
    while at < len(tokens) and inner:
        token = tokens[at]
        is_named = token.isidentifier() and tokens[at + 1 : at + 2] == [":"]
        value = tokens[at + 2] if is_named and at + 2 < len(tokens) else ""
        if value == "{":
            inner.append((*inner[-1], token))
        elif value and value not in "$[":
            found.append(((*inner[-1], token), _literal(value)))
        elif token in (")", "}"):
            inner.pop()
        at += 3 if value else 1
    return at


def _literal(token: str) -> Json:
    if token.startswith('"'):
        return token.strip('"')
    if token in ("true", "false", "null"):
        return {"true": True, "false": False}.get(token)
    if re.fullmatch(r"-?\d{1,18}", token):
        return int(token)
    return token
