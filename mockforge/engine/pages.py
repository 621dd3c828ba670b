"""Pages: who gave the words by which a client asks for the next part of a list."""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlsplit

from mockforge.bodies.document import leaves, read

if TYPE_CHECKING:
    from mockforge.http import Request, Response

MOST = 10_000
"""Such words that are remembered; those given first are forgotten first."""

LEAVES = 2_000
"""Values of a body that are looked at."""

LONGEST = 2_048
"""Letters of a word."""

LONG = 256 << 10
"""Bytes of a body that is looked into."""

_WORDS = "cursor|token|marker|continu|scroll|next|after|before"
_NAME = re.compile(f".*(?:{_WORDS}).*", re.I)
_SAID = re.compile(_WORDS.encode(), re.I)
_LINK = re.compile(r"<([^<>]*)>")


class Pages:
    """The words that were given, by who gave them."""

    def __init__(self) -> None:
        """Begin with none."""
        self._here: OrderedDict[tuple[str, str], bool] = OrderedDict()

    def give(self, session: str, told: Response, real: Response | None) -> None:
        """Remember who gave the words in an answer.

        Args:
            session: Who got it.
            told: The answer.
            real: What the upstream said of it; None if nothing of it is from there.
        """
        there = {*_given(real)} if real is not None else set()
        for word in _given(told):
            self._here[session, word] = word not in there
            self._here.move_to_end((session, word))
        while len(self._here) > MOST:
            self._here.popitem(last=False)

    def is_here(self, session: str, asked: Request) -> bool | None:
        """Return whether what *asked* goes on with was given here; None if unknown."""
        if not self._here:
            return None
        for word in _asked(asked):
            found = self._here.get((session, word))
            if found is not None:
                return found
        return None


def _given(response: Response) -> Iterator[str]:
    """Yield the words of *response* that may lead on."""
    link = response.header("Link")
    for address in _LINK.findall(link) if link else ():
        yield from _leading(address)
    # Most bodies lead nowhere, and are not read for it.
    is_plain = response.header("Content-Encoding") is None
    if len(response.body) > LONG or (is_plain and not _SAID.search(response.body)):
        return
    body = read(response.headers, response.body).value
    if not isinstance(body, dict | list):
        return
    for path, value in islice(leaves(body), LEAVES):
        if isinstance(value, str) and 0 < len(value) <= LONGEST and _names(path):
            yield value
            if "?" in value:
                yield from _leading(value)


def _asked(asked: Request) -> Iterator[str]:
    for name, value in asked.query:
        if _NAME.fullmatch(name):
            yield value
    if asked.body:
        body = read(asked.headers, asked.body).value
        if isinstance(body, dict | list):
            for path, found in islice(leaves(body), LEAVES):
                if isinstance(found, str) and found and _names(path):
                    yield found


def _leading(address: str) -> Iterator[str]:
    """Yield the words in the query of *address* that lead on."""
    try:
        query = urlsplit(address).query
        pairs = parse_qsl(query, max_num_fields=100)
    except ValueError:
        return
    for name, value in pairs:
        # A number of a page leads on everywhere.
        if _NAME.fullmatch(name) or not value.isdigit():
            yield value


def _names(path: Sequence[object]) -> bool:
    """Return whether one of the last names of *path* says that it leads on."""
    return any(isinstance(s, str) and _NAME.fullmatch(s) for s in path[-3:])
