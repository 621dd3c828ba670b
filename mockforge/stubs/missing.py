"""Requests that no endpoint answers: which is the nearest, and what differs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from mockforge.http import Response
from mockforge.options import Json
from mockforge.recordings.differences import ABSENT, Difference
from mockforge.sources.misses import MissKind, NoMatch
from mockforge.stubs.asked import Asked, is_websocket

if TYPE_CHECKING:
    from mockforge.stubs.router import Router
    from mockforge.stubs.stub import Stub

COMPARED = 200
"""Endpoints that are compared with a request, at most."""
_SHOWN = 80


@dataclass(frozen=True, slots=True)
class NoStub(NoMatch):
    """A request that no endpoint of the settings answers."""

    near: Mapping[str, str] | None = None
    """The nearest endpoint: what it is called, and where it is written."""

    @property
    def summary(self) -> str:
        """One line: what was asked, and why it has no answer."""
        return f"no endpoint answers {self.method} {self.url}: {self.detail}"

    @property
    def text(self) -> str:
        """Everything, for a person at a terminal."""
        lines = [f"no endpoint answers {self.method} {self.url}"]
        lines.append(f"  class       {self.kind}: {self.detail}")
        lines += [f"  looked in   {place}" for place in self.looked_in]
        if self.near is not None:
            lines.append(f"  nearest     {self.near['name']}  ({self.near['place']})")
        for each in self.differences:
            told = f"{each.where}: {each.recorded} there, {each.asked} asked"
            lines.append(f"  differs     {told}")
        if self.next_step:
            lines.append(f"  next        {self.next_step}")
        return "\n".join(lines) + "\n"

    def response(self) -> Response:
        """Return the answer that tells the client: problem details, or text."""
        told = NoMatch.response(self)
        body = told.body.replace(
            b'"no recording answers this request"',
            b'"no endpoint answers this request"',
            1,
        )
        length = (b"Content-Length", b"%d" % len(body))
        headers = tuple(
            length if pair[0] == b"Content-Length" else pair for pair in told.headers
        )
        return replace(told, headers=headers, body=body)

    def members(self) -> Mapping[str, Json]:
        """Return what a problem document and a report say about it, as JSON."""
        return {
            "class": self.kind.value,
            "request": {"method": self.method, "url": self.url, "body": self.body},
            "nearest": None if self.near is None else dict(self.near),
            "differences": [
                {"where": each.where, "endpoint": each.recorded, "asked": each.asked}
                for each in self.differences
            ],
            "looked_in": list(self.looked_in),
            "next": self.next_step,
        }


def missed(asked: Asked, router: Router) -> NoStub:
    """Return the account of *asked*, which none of *router* answers."""
    request = asked.request
    stubs = [stub for stub in router if stub.replies]
    count = "1 endpoint" if len(stubs) == 1 else f"{len(stubs)} endpoints"
    miss = NoStub(
        request,
        MissKind.NO_PATH,
        asked.session,
        url=_cut(request.url, 300),
        looked_in=(count,),
        detail="no endpoint has this path",
        next_step="add one to endpoints, or ask for one that is there",
    )
    if is_websocket(request):
        return replace(
            miss,
            kind=MissKind.WEBSOCKET,
            detail="it opens a WebSocket, and those are not served yet",
            next_step="replay a recorded one: mockforge replay RECORDING",
        )
    there = [stub for stub, _ in router.at(asked) if stub.replies]
    if there:
        return _at_path(miss, asked, there)
    near = _nearest(asked, stubs)
    if near is None:
        return miss
    differs = (*_by_method(near, asked), *_by_path(near, asked))
    if [each.where for each in differs] == ["host"]:
        detail = f"the path is there for host {near.options.host}"
        advice = "ask for that host, or write another one, or none, as its host"
        miss = replace(miss, detail=detail, next_step=advice)
    return replace(miss, near=_named(near), differences=differs)


def _at_path(miss: NoStub, asked: Asked, there: list[Stub]) -> NoStub:
    """Return *miss*, which is one of the method or of conditions."""
    meant = [stub for stub in there if stub.takes(asked.request.method)]
    if not meant:
        methods = dict.fromkeys(each for stub in there for each in stub.methods)
        return replace(
            miss,
            kind=MissKind.NO_METHOD,
            near=_named(there[0]),
            detail=f"the path is there for {', '.join(methods)}",
            differences=tuple(_by_method(there[0], asked)),
            next_step=f"add an endpoint with method: {asked.request.method}",
        )
    whens = [reply.options.when or "" for reply in meant[0].replies]
    return replace(
        miss,
        kind=MissKind.FIELD_DIFFERS,
        near=_named(meant[0]),
        detail="no condition of the endpoint's answers holds",
        differences=tuple(
            Difference(f"responses[{number}].when", _cut(when), "does not hold")
            for number, when in enumerate(whens)
        ),
        next_step="give it an answer without when, which is the default",
    )


def _nearest(asked: Asked, stubs: list[Stub]) -> Stub | None:
    """Return the endpoint whose path is most like the one asked for."""
    path = asked.path
    matcher = SequenceMatcher(b=path, autojunk=False)

    def likeness(stub: Stub) -> tuple[float, bool, bool]:
        matcher.set_seq1(_like(stub, asked))
        is_meant = stub.means(asked.request.authority)
        return matcher.ratio(), is_meant, stub.takes(asked.request.method)

    if len(path) > 1000:
        return None
    known = sorted(stubs, key=lambda stub: not stub.means(asked.request.authority))
    found = max(known[:COMPARED], key=likeness, default=None)
    return found if found is not None and likeness(found)[0] >= 0.4 else None


def _like(stub: Stub, asked: Asked) -> str:
    """Return the path of *stub* with the values of *asked* for its parameters."""
    parts = [
        value if each.pattern is not None else each.text
        for each, value in zip(stub.path.segments, asked.segments, strict=False)
    ]
    rest = stub.path.segments[len(parts) :]
    return "/" + "/".join([*parts, *(each.text for each in rest)])


def _by_method(stub: Stub, asked: Asked) -> Iterator[Difference]:
    if not stub.takes(asked.request.method):
        yield Difference("method", ", ".join(stub.methods), asked.request.method)


def _by_path(stub: Stub, asked: Asked) -> Iterator[Difference]:
    if not stub.means(asked.request.authority):
        yield Difference("host", stub.options.host or "", asked.request.authority)
    own, given = stub.path.segments, asked.segments
    for number in range(max(len(own), len(given))):
        there = own[number] if number < len(own) else None
        value = given[number] if number < len(given) else None
        where = f"path segment {number + 1}"
        if there is None:
            if stub.path.rest is None:
                yield Difference(where, ABSENT, _cut(value or ""))
        elif value is None:
            yield Difference(where, there.written or there.text, ABSENT)
        elif not (
            there.pattern.fullmatch(value) if there.pattern else there.text == value
        ):
            yield Difference(where, there.written or there.text, _cut(value))


def _named(stub: Stub) -> dict[str, str]:
    return {"name": stub.name, "place": stub.place}


def _cut(text: str, width: int = _SHOWN) -> str:
    text = text if text.isprintable() else repr(text)[1:-1]
    return text if len(text) <= width else f"{text[: width - 1]}…"
