"""Endpoints of the settings, read once, with all that is wrong with them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fnmatch import translate
from functools import cached_property
from typing import TYPE_CHECKING

from mockforge.stubs import paths
from mockforge.stubs.checking import Wrong
from mockforge.stubs.compiled import Compiling, Reply

if TYPE_CHECKING:
    from mockforge.http import Response
    from mockforge.provenance import Source
    from mockforge.stubs.asked import Asked
    from mockforge.stubs.faults import FaultOptions
    from mockforge.stubs.options import EndpointOptions
    from mockforge.stubs.paths import Path

_Known = tuple[int, "Stub | None", Sequence[Wrong]]
"""An endpoint as it was read before: its place among all, itself, what is wrong."""

ANY = "ANY"
OWN = "/__mockforge/"
_PARAMETER = re.compile(r"(?:request\.)?params\.(.+)")
_METHOD = re.compile(r"[A-Z][A-Z0-9_-]*")


@dataclass(frozen=True)
class Stub:
    """An endpoint that is answered as the settings say."""

    number: int
    """Its place among the endpoints of the settings."""
    options: EndpointOptions
    path: Path
    methods: tuple[str, ...]
    """In upper case; none for every one."""
    replies: tuple[Reply, ...]
    """Those that answer by themselves."""

    @cached_property
    def name(self) -> str:
        """What it is called: `GET /orders/:id`."""
        return f"{','.join(self.methods) or ANY} {self.path.text}"

    @cached_property
    def place(self) -> str:
        """Where it is written; its name if nobody said."""
        return self.options.place or self.name

    @cached_property
    def hosts(self) -> re.Pattern[str] | None:
        """The hosts that are meant; None for every one."""
        host = self.options.host
        return None if host is None else re.compile(translate(host.lower()))

    @property
    def has_default(self) -> bool:
        """Whether one of its answers is given whatever is asked."""
        return any(reply.condition is None for reply in self.replies)

    def holding(
        self, asked: Asked, params: Mapping[str, str]
    ) -> tuple[list[Reply], bool]:
        """Return the answers whose conditions hold, and whether they always do.

        The first alone where that is the one that is given.
        """
        found: list[Reply] = []
        is_settled = True
        names = asked.names(params)
        for reply in self.replies:
            if reply.condition is not None:
                is_settled = is_settled and reply.is_by_request
                if not reply.condition.holds(names):
                    continue
            found.append(reply)
            if self.options.choose == "first":
                break
        return found, is_settled

    @property
    def strangers(self) -> list[str]:
        """Parameters that its templates ask for and its path does not have."""
        filled = [
            each for reply in self.replies for each in (reply.body, reply.headers)
        ]
        words = {word for each in filled if each is not None for word in each.words}
        asked = (_PARAMETER.fullmatch(word) for word in sorted(words))
        return list(
            dict.fromkeys(
                found[1] for found in asked if found and found[1] not in self.path.names
            )
        )

    @property
    def invents(self) -> bool:
        """Whether it has a body that is not written, or not all of it."""
        return any(reply.maker is not None for reply in self.replies)

    @property
    def takes_turns(self) -> bool:
        """Whether what it answers depends on what was asked before."""
        if self.options.choose in ("sequence", "cycle") and len(self.replies) > 1:
            return True
        return any(each.takes_turns for each in self.replies)

    def takes(self, method: str) -> bool:
        """Whether *method* is one of its own; HEAD is where GET is."""
        if not self.methods or method in self.methods:
            return True
        return method == "HEAD" and "GET" in self.methods

    def means(self, authority: str) -> bool:
        """Whether it is meant for requests to *authority*."""
        if self.hosts is None:
            return True
        whole = authority.lower()
        bare = re.sub(r":\d+$", "", whole)
        return self.hosts.match(whole) is not None or self.hosts.match(bare) is not None


@dataclass(frozen=True, slots=True)
class Found:
    """What answers a request."""

    stub: Stub
    reply: Reply | None
    """None where a browser asks what it may ask."""
    params: Mapping[str, str]
    asked: Asked
    methods: tuple[str, ...] = ()
    """What may be asked for at this path."""
    is_settled: bool = False
    """Whether such a request always gets to this answer."""
    fails: bool = False
    """Whether it fails, as the settings say that it may."""


@dataclass(frozen=True, slots=True)
class Stubbed:
    """An answer of an endpoint."""

    response: Response
    source: Source
    why: tuple[str, ...]
    place: str
    """Where the endpoint is written."""
    repeatable: bool = False
    """Whether such a request gets these bytes again, whoever sends it whenever."""
    delay: float = 0.0
    fault: FaultOptions | None = None
    """How it fails; None if it does not."""


def read(
    endpoints: Sequence[EndpointOptions], numbers: Sequence[int] | None = None
) -> tuple[list[Stub], list[Wrong]]:
    """Return *endpoints* ready to be answered by, and what is wrong with them.

    Args:
        endpoints: Of the settings.
        numbers: Their places there, if these are not all.
    """
    wrong: list[Wrong] = []
    stubs = []
    for number, options in zip(numbers or range(len(endpoints)), endpoints):  # noqa: B905
        known: _Known | None = options.compiled
        if known is None or known[0] != number:
            known = (number, *_read(options, number))
            options.became(known)
        _, stub, found = known
        wrong += found
        if stub is not None:
            stubs.append(stub)
    return stubs, [*wrong, *_clashes(stubs)]


def _read(options: EndpointOptions, number: int) -> tuple[Stub | None, Sequence[Wrong]]:
    """Return the endpoint of *options*, None if its path is none; what is wrong."""
    compiling = Compiling()
    where = ("endpoints", number)
    path = _path(options, number, compiling)
    methods = _methods(options, number, compiling)
    replies = []
    for each, given in enumerate(options.given):
        key = ("responses", each) if options.responses else ("response",)
        reply = compiling.reply(given, each, (*where, *key))
        if given.answers:
            replies.append(reply)
    compiling.wrong += _unreached(options, number)
    if path is None:
        return None, compiling.wrong
    return Stub(number, options, path, methods, tuple(replies)), compiling.wrong


def _path(options: EndpointOptions, number: int, compiling: Compiling) -> Path | None:
    try:
        if options.path.startswith(OWN):
            raise ValueError(f"what is below {OWN} is mockforge's own")
        return paths.parse(options.path)
    except ValueError as error:
        compiling.wrong.append(
            Wrong(("endpoints", number, "path"), str(error), _advice(options.path))
        )
        return None


def _advice(path: str) -> str:
    if "?" in path:
        return "what the query must be is a condition: when: query.page == '2'"
    if "://" in path:
        return "the host goes into host"
    return "" if path.startswith("/") else f"did you mean {f'/{path}'!r}?"


def _methods(
    options: EndpointOptions, number: int, compiling: Compiling
) -> tuple[str, ...]:
    where = ("endpoints", number, "method")
    methods = tuple(dict.fromkeys(each.upper() for each in options.method))
    if not methods:
        compiling.wrong.append(
            Wrong(where, "no method is named", f"{ANY} is every one")
        )
    for each in methods:
        if each not in KNOWN and each not in (ANY, "*"):
            compiling.wrong.append(
                Wrong(where, f"{each!r} is not a method", _nearest(each))
            )
    return () if ANY in methods or "*" in methods else methods


KNOWN = (
    *("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "QUERY", "TRACE"),
    *("PROPFIND", "PROPPATCH", "MKCOL", "COPY", "MOVE", "LOCK", "UNLOCK", "REPORT"),
    *("SEARCH", "LINK", "UNLINK", "PURGE", "LIST"),
)


def _nearest(method: str) -> str:
    from difflib import get_close_matches

    near = get_close_matches(method, KNOWN, n=1, cutoff=0.5)
    return f"did you mean {near[0]}?" if near else f"{ANY} is every one"


def _unreached(options: EndpointOptions, number: int) -> Iterator[Wrong]:
    """Yield answers that are never given, because one before them always is."""
    if options.choose != "first":
        return
    for each, reply in enumerate(options.responses[:-1]):
        if reply.when is None:
            yield Wrong(
                ("endpoints", number, "responses", each),
                "it has no condition, so that those after it are never given",
                "give it a when, move it to the end, or choose: sequence",
                is_between=True,
            )


def _clashes(stubs: Sequence[Stub]) -> Iterator[Wrong]:
    """Yield endpoints that an earlier one answers in place of."""
    seen: dict[tuple[str | None, tuple[str, ...], str], Stub] = {}
    for stub in stubs:
        if not stub.replies:
            continue
        for method in stub.methods or (ANY,):
            key = (stub.options.host, stub.path.shape, method)
            before = seen.get(key)
            if before is None:
                if stub.has_default:
                    seen[key] = stub
                continue
            what = f"{method} {stub.path.text} is answered by {before.place} already"
            yield Wrong(
                ("endpoints", stub.number, "path"),
                what,
                "answers of one endpoint by condition are responses: [{when: ...}]",
            )
            break
