"""Whether a recorded request answers this one, and where they differ if not."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from mockforge.bodies.reading import BodyKind, body_kind, decoded
from mockforge.endpoint import Endpoint
from mockforge.http import Request
from mockforge.options import Options
from mockforge.recordings import canonical, ignores
from mockforge.recordings.differences import ABSENT, Difference, of_bodies, of_pairs
from mockforge.recordings.ignores import Ignores

__all__ = [
    "ABSENT",
    "KEY_VERSION",
    "BodyKind",
    "Difference",
    "EndpointMatch",
    "MatchOptions",
    "Matcher",
    "body_kind",
    "decoded",
]

KEY_VERSION = 1
"""Stored with the keys of a recording; keys of another version are made anew."""

OPERATION_HEADERS = frozenset(
    {
        "x-amz-target",
        "soapaction",
        "x-http-method-override",
        "x-http-method",
        "x-method-override",
        "range",
        "depth",
        "destination",
        "x-amz-copy-source",
        "x-amz-copy-source-range",
        "x-ms-copy-source",
        "dropbox-api-arg",
    }
)
"""Header fields that always matter: they name the operation, or what it works on."""


def _entry(text: str) -> str:
    ignores.read(text)
    return text


def _endpoint(text: str) -> str:
    Endpoint.parse(text)
    return text


Entry = Annotated[str, AfterValidator(_entry)]
"""`$.field`, `query:name`, `?name`, `header:name`, `form:name` or `part:name`."""

FieldName = Annotated[str, AfterValidator(ignores.field_name)]
EndpointPattern = Annotated[str, AfterValidator(_endpoint)]


class EndpointMatch(Options):
    """What matters at some endpoints, beside what matters everywhere."""

    ignore: list[Entry] = Field(default_factory=list)
    """What is left out, as in `matching.ignore`."""
    headers: list[FieldName] = Field(default_factory=list)
    """Header fields that matter."""


class MatchOptions(Options):
    """Which requests ask the same, and what follows the last recorded answer."""

    ignore: list[Entry] = Field(default_factory=list)
    """What is left out: `$.field` (JSONPath), `query:name`, `header:name`,
    `form:name`, `part:name`; `*` stands for any characters of a name."""
    headers: list[FieldName] = Field(default_factory=list)
    """Header fields that matter, beside those that name an operation."""
    endpoints: dict[EndpointPattern, EndpointMatch] = Field(default_factory=dict)
    """More of both, by endpoint: `POST /orders/{id}`."""
    after_last: Literal["last", "cycle", "miss"] = "last"
    """What a request gets when its last recorded answer has been given."""


@dataclass(frozen=True, slots=True)
class _Rules:
    """What is compared at one endpoint."""

    ignores: Ignores
    headers: frozenset[bytes]
    """In lower case."""


class Matcher:
    """Compares requests by what they ask."""

    def __init__(self, options: MatchOptions) -> None:
        everywhere = EndpointMatch(ignore=options.ignore, headers=options.headers)
        self._rules = _rules([everywhere])
        self._endpoints = [
            (Endpoint.parse(pattern), match)
            for pattern, match in options.endpoints.items()
        ]
        self._everywhere = everywhere
        self._joined = lru_cache(maxsize=256)(self._join)
        self.is_default = not (options.ignore or options.headers or options.endpoints)
        """Nothing is configured, so that keys stored with a recording can be used."""

    def key(self, request: Request) -> bytes:
        """Return 16 bytes that are equal for requests that ask the same.

        The origin is not in them: whether it matters depends on who asks.
        """
        rules = self._rules_at(request) if self._endpoints else self._rules
        path, _, query = request.target.partition("?")
        sent = request.body
        if request.size is not None:
            body = canonical.Body("bytes", sent)
        else:
            body = canonical.body(request.headers, sent, rules.ignores, plain=False)
        head = (
            request.method,
            canonical.path(path),
            canonical.query(query, rules.ignores) if query else None,
            _significant(request, rules.headers),
            body.kind,
            request.size,
        )
        digest = hashlib.blake2b(canonical.packed(head), digest_size=16)
        digest.update(body.digestible())
        return digest.digest()

    def differences(
        self, asked: Request, recorded: Request, limit: int = 10
    ) -> list[Difference]:
        """Return where *asked* differs from *recorded*, the widest gaps first.

        Args:
            asked: What a client asked.
            recorded: What a recording holds.
            limit: How many differences to return at most.
        """
        return list(islice(self._differences(asked, recorded), limit))

    def distance(self, asked: Request, recorded: Request) -> float:
        """Return how far *recorded* is from *asked*: 0 for equal keys and hosts."""
        total = 0.0
        for difference in self.differences(asked, recorded, 50):
            if difference.kind == "path":
                total += _path_distance(asked.path, recorded.path)
            else:
                total += _WEIGHTS[difference.kind]
        return total

    def _differences(self, asked: Request, recorded: Request) -> Iterator[Difference]:
        rules = self._rules_at(asked) if self._endpoints else self._rules
        if asked.authority.lower() != recorded.authority.lower():
            yield Difference("host", recorded.authority, asked.authority)
        if asked.method != recorded.method:
            yield Difference("method", recorded.method, asked.method)
        if canonical.path(asked.path) != canonical.path(recorded.path):
            yield Difference("path", recorded.path, asked.path)
        yield from of_pairs(
            "header",
            _decoded(_significant(recorded, rules.headers)),
            _decoded(_significant(asked, rules.headers)),
        )
        yield from of_pairs(
            "query", _query(recorded, rules.ignores), _query(asked, rules.ignores)
        )
        yield from of_bodies(_body(recorded, rules), _body(asked, rules))

    def _rules_at(self, request: Request) -> _Rules:
        return self._joined(request.method, request.path)

    def _join(self, method: str, path: str) -> _Rules:
        matches = [m for e, m in self._endpoints if e.match(method, path) is not None]
        return _rules([self._everywhere, *matches]) if matches else self._rules


_WEIGHTS = {"host": 8.0, "method": 4.0, "header": 2.0, "query": 1.0, "body": 1.0}


def _rules(matches: Iterable[EndpointMatch]) -> _Rules:
    matches = list(matches)
    left_out = Ignores.of(entry for match in matches for entry in match.ignore)
    names = {name.lower() for match in matches for name in match.headers}
    wanted = [n for n in names | OPERATION_HEADERS if n not in left_out.header]
    return _Rules(left_out, frozenset(name.encode("latin-1") for name in wanted))


def _significant(
    request: Request, wanted: frozenset[bytes]
) -> list[tuple[bytes, bytes]]:
    found = [
        (lower, value.strip())
        for name, value in request.headers
        if (lower := name.lower()) in wanted
    ]
    if len(found) > 1:
        # Values of one name keep their order.
        found.sort(key=lambda pair: pair[0])
    return found


def _decoded(pairs: list[tuple[bytes, bytes]]) -> list[tuple[str, str]]:
    return [(name.decode("latin-1"), value.decode("latin-1")) for name, value in pairs]


def _query(request: Request, left_out: Ignores) -> list[tuple[str, str]]:
    return canonical.query(request.target.partition("?")[2], left_out)


def _body(request: Request, rules: _Rules) -> canonical.Body:
    if request.size is not None:
        return canonical.Body("bytes", request.body)
    return canonical.body(request.headers, request.body, rules.ignores, plain=True)


def _path_distance(asked: str, recorded: str) -> float:
    """Return 3 for each segment that differs, by place."""
    one, other = asked.split("/"), recorded.split("/")
    same = sum(a == b for a, b in zip(one, other, strict=False))
    return 3.0 * (max(len(one), len(other)) - same)
