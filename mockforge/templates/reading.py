"""Reading a text with `{{...}}`: Jinja2's syntax, and three things that it has not.

`{{rand.int 1 6}}` is `{{ rand.int(1, 6) }}`, `now + 1h` is `now + 3600`, and a name of
a header may have dashes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jinja2 import nodes

LONGEST = 1_000_000
"""Characters that a text with `{{...}}` may have."""

_KEYWORDS = frozenset(
    ["and", "else", "if", "in", "is", "not", "or", "recursive", "as", "import"]
)
_OPENING = {"variable_begin", "block_begin"}
_CLOSING = {"variable_end", "block_end"}

Raw = tuple[int, str, str]


class Unreadable(Exception):
    """A text is no template."""

    def __init__(self, what: str, line: int = 1, nearest: str | None = None) -> None:
        super().__init__(what)
        self.what = what
        self.line = line
        self.nearest = nearest


def is_template(text: str) -> bool:
    """Tell whether there is anything in *text* to fill in."""
    return "{{" in text or "{%" in text


def parsed(text: str) -> nodes.Template:
    """Return the tree of a text.

    Raises:
        Unreadable: If it has none.
    """
    from jinja2 import TemplateSyntaxError

    if len(text) > LONGEST:
        raise Unreadable(f"a template has at most {LONGEST} characters")
    try:
        return _environment("\r\n" in text).parse(text)  # type: ignore[no-any-return]
    except TemplateSyntaxError as refused:
        raise _unreadable(text, refused) from refused
    except RecursionError as refused:
        raise Unreadable("the template is nested too deep") from refused
    except ValueError as refused:
        raise Unreadable(f"the template cannot be read: {refused}") from refused


@cache
def _environment(is_windows: bool) -> Any:
    from jinja2 import Environment
    from jinja2.lexer import Token, TokenStream

    class Reading(Environment):
        """Jinja2's parser, given the tokens as they are meant here."""

        def _tokenize(
            self,
            source: str,
            name: str | None,
            filename: str | None = None,
            state: str | None = None,
        ) -> TokenStream:
            raw = self.lexer.tokeniter(source, name, filename, state)
            tokens = self.lexer.wrap(_meant(list(raw)), name, filename)
            return TokenStream(_spans(tokens, Token), name, filename)

    # Nothing here is ever run by Jinja2, so nothing is escaped by it either.
    return Reading(
        autoescape=False,
        keep_trailing_newline=True,
        newline_sequence="\r\n" if is_windows else "\n",
    )


def _unreadable(text: str, refused: Any) -> Unreadable:
    lines = text.splitlines() or [""]
    line = min(refused.lineno, len(lines))
    what = (refused.message or "it is no template").rstrip(".")
    if "end of print statement" in what or what.startswith("unexpected"):
        found = re.search(r"\{\{-?\s*([#/@>^&])", lines[line - 1])
        if found:
            sign = "{{" + found[1]
            nearest = "write {% if %}, {% for %}, {% endif %}; texts go in quotes"
            return Unreadable(f"{sign!r} begins nothing here", line, nearest)
    what = what.replace("jinja", "").replace("'end of print statement'", "'}}'")
    return Unreadable(f"cannot be read: {what}", line)


# ---------------------------------------------------------------------------- tokens


def _meant(raw: list[Raw]) -> Iterator[Raw]:
    """Yield the tokens with the arguments of words in parentheses."""
    place, is_inside, last = 0, False, ""
    while place < len(raw):
        _, kind, value = raw[place]
        is_inside = kind in _OPENING or (is_inside and kind not in _CLOSING)
        if not is_inside or kind != "name" or _is_fixed(raw, place, last):
            yield raw[place]
            last = value if kind != "whitespace" else last
            place += 1
            continue
        tokens, place = _worded(raw, place)
        yield from tokens
        last = tokens[-1][2]


def _is_fixed(raw: list[Raw], place: int, last: str) -> bool:
    """Tell whether a name is not the head of a word with arguments."""
    is_tag = last.startswith("{%")
    return is_tag or raw[place][2] in _KEYWORDS or last in ("is", "not")


def _worded(raw: list[Raw], place: int) -> tuple[list[Raw], int]:
    """Return a word with its arguments, and where it ends."""
    head, place = _path(raw, place)
    line = head[0][0]
    given: list[list[Raw]] = []
    # `rand.int -5 5`, but `total -5` is a difference.
    is_signed = head[0][2].startswith(("rand", "faker"))
    while (found := _argument(raw, place, is_signed or bool(given))) is not None:
        argument, place = found
        given.append(argument)
    if not given:
        return head, place
    tokens = [*head, (line, "operator", "(")]
    for number, argument in enumerate(given):
        tokens += [(line, "operator", ",")] if number else []
        tokens += argument
    return [*tokens, (line, "operator", ")")], place


def _path(raw: list[Raw], place: int) -> tuple[list[Raw], int]:
    """Return a name with all that is joined to it by dots and brackets."""
    tokens = [raw[place]]
    is_headers = raw[place][2] == "headers"
    place += 1
    while place < len(raw):
        value = raw[place][2]
        if value == "." and _kind(raw, place + 1) == "name":
            if is_headers:
                names, place = _dashed(raw, place + 1)
                tokens += names
            else:
                tokens += raw[place : place + 2]
                place += 2
            is_headers = len(tokens) == 3 and tokens[2][2] == "headers"
        elif value == "." and _kind(raw, place + 1) in ("integer", "float"):
            # As in `items.0.name`, whose lexer reads `0.` as it likes.
            tokens += raw[place : place + 2]
            place += 2
        elif value == "[":
            group, place = _group(raw, place)
            tokens += group
        else:
            break
    return tokens, place


def _dashed(raw: list[Raw], place: int) -> tuple[list[Raw], int]:
    """Return the name of a header, dashes and all, as what is asked for in brackets."""
    line, _, name = raw[place]
    place += 1
    while (
        place + 1 < len(raw)
        and raw[place][2] == "-"
        and _kind(raw, place + 1) in ("name", "integer")
    ):
        name += "-" + raw[place + 1][2]
        place += 2
    operator = "operator"
    quoted = (line, "string", f"'{name}'")
    return [(line, operator, "["), quoted, (line, operator, "]")], place


def _group(raw: list[Raw], place: int) -> tuple[list[Raw], int]:
    """Return what is in brackets, with them."""
    depth, start = 0, place
    while place < len(raw) and raw[place][1] not in _CLOSING:
        value = raw[place][2] if raw[place][1] == "operator" else ""
        depth += (value in "[({" and bool(value)) - (value in "])}" and bool(value))
        place += 1
        if depth == 0:
            break
    return raw[start:place], place


def _argument(
    raw: list[Raw], place: int, is_signed: bool
) -> tuple[list[Raw], int] | None:
    """Return the argument that follows after a space, and where it ends."""
    if _kind(raw, place) != "whitespace":
        return None
    place += 1
    if not is_signed and place < len(raw) and raw[place][2] in ("-", "+"):
        return None
    return _operand(raw, place)


def _operand(raw: list[Raw], place: int) -> tuple[list[Raw], int] | None:
    kind = _kind(raw, place)
    value = raw[place][2] if kind else ""
    if kind in ("integer", "float", "string"):
        return [raw[place]], place + 1
    if value in ("-", "+") and _kind(raw, place + 1) in ("integer", "float"):
        return raw[place : place + 2], place + 2
    if value == "[":
        return _group(raw, place)
    if kind == "name" and value not in _KEYWORDS:
        if _kind(raw, place + 1) == "operator" and raw[place + 1][2] == "=":
            held = _operand(raw, place + 2)
            return held and ([*raw[place : place + 2], *held[0]], held[1])
        return _path(raw, place)
    return None


def _kind(raw: list[Raw], place: int) -> str:
    return raw[place][1] if place < len(raw) else ""


def _spans(tokens: Iterator[Any], token: Any) -> Iterator[Any]:
    """Yield the tokens with `1h` and `2 days` as spans of time."""
    from mockforge.templates.moments import MONTHS, UNITS, span

    held: Any = None
    for each in tokens:
        if held is not None:
            if each.type == "name" and (each.value in UNITS or each.value in MONTHS):
                value = span(held.value, each.value)
                yield token(held.lineno, held.type, value)
                held = None
                continue
            yield held
            held = None
        if each.type in ("integer", "float"):
            held = each
        else:
            yield each
    if held is not None:
        yield held
