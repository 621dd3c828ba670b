"""Lexicons written on sheets: a line for what a kind has, is called and can be.

    # topic: planning | training            a word in brackets, for all of the domain
    unit: litre | kg                        what a field holds, for all of the domain
    = library loan | loan | lending         a kind, and how else it is called
    ? shelf overdue                         words beside it that tell it from others
    : id title borrower due_date            what it has where no schema is known
    > title | author                        what belongs together: the columns,
    - The Salt Path | Raynor Winn           and each row
    status: on_loan | returned              what its fields hold, by role or by name
    =                                       back to what holds for all of the domain

A line that is set in goes on the line before.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from mockforge.synthesis.lexicons.lexicon import Lexicon, Phrases, Table
from mockforge.synthesis.naming import tokens

_PLAIN = frozenset(
    tokens(
        """id name title description status type category created updated at date number
    code notes note email phone city country address currency total count url image
    by first last is of in and the a time start end location price amount tags for
    on to with day value level size"""
    )
)
"""Words that tell no kind from another."""


@dataclass(slots=True)
class _Kind:
    aliases: Phrases = ()
    clues: set[str] = field(default_factory=set)
    blueprint: str = ""
    columns: Phrases = ()
    rows: list[Phrases] = field(default_factory=list)
    phrases: dict[str, Phrases] = field(default_factory=dict)


def parts(text: str) -> Phrases:
    """Return what is between the bars of *text*, which may hold empty parts."""
    return tuple(part.strip() for part in text.split("|"))


def joined_lines(text: str) -> Iterator[str]:
    """Yield the lines of *text*; one that is set in goes on the line before."""
    joined = ""
    for line in text.splitlines():
        if line.startswith(" "):
            joined += " " + line.strip()
        elif line.strip():
            if joined:
                yield joined
            joined = line.strip()
    if joined:
        yield joined


def sheet(name: str, signs: str, text: str) -> Lexicon:
    """Return the lexicon that *text* is short for.

    Args:
        name: Of the domain.
        signs: Words in a prompt, a path or a schema that tell the domain.
        text: The lines.
    """
    kinds: dict[str, _Kind] = {}
    slots: dict[str, Phrases] = {}
    now = whole = _Kind()
    for line in joined_lines(text):
        mark, rest = line[0], line[1:].strip()
        if mark == "=":
            called, *others = parts(rest)
            now = whole
            if called:
                now = kinds[called] = _Kind(aliases=tuple(others))
        elif mark == "#":
            key, _, values = rest.partition(": ")
            slots[key] = parts(values)
        else:
            _take(now, mark, rest, line)
    for kind in kinds.values():
        kind.clues |= _clues(kind, signs)
    return Lexicon(
        name,
        signs,
        kinds={called: kind.phrases for called, kind in kinds.items()},
        texts=whole.phrases,
        slots=slots,
        tables={called: Table(kind.columns, tuple(kind.rows))
                for called, kind in kinds.items() if kind.rows},
        blueprints={called: kind.blueprint for called, kind in kinds.items()
                    if kind.blueprint},
        aliases={called: kind.aliases for called, kind in kinds.items()},
        clues={called: frozenset(kind.clues) for called, kind in kinds.items()},
    )  # fmt: skip


def _take(kind: _Kind, mark: str, rest: str, line: str) -> None:
    if mark == "?":
        kind.clues |= {*rest.split()}
    elif mark == ":":
        kind.blueprint = rest
    elif mark == ">":
        kind.columns = parts(rest)
    elif mark == "-":
        kind.rows.append(parts(rest))
    else:
        keys, _, values = line.partition(": ")
        for key in parts(keys):
            kind.phrases[key] = parts(values)


def _clues(kind: _Kind, signs: str) -> set[str]:
    """Return the words that tell of *kind*: of its domain, members and statuses."""
    found = {*signs.split()} | clues_in(kind.blueprint)
    found |= clues_in(" ".join(kind.columns))
    for role in ("status", "type"):
        found |= clues_in(" ".join(kind.phrases.get(role, ())))
    return found


def clues_in(names: str) -> set[str]:
    """Return the words of *names* that tell something."""
    for mark in "{}[]?:_":
        names = names.replace(mark, " ")
    return {word for word in names.split() if len(word) > 1} - _PLAIN
