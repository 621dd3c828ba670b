"""Misses: what a client, a log and a report say when nothing recorded answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from http import HTTPStatus

from mockforge.http import Request, Response, problem
from mockforge.options import Json
from mockforge.recordings.matchers import Difference


class MissKind(StrEnum):
    """What separates a request from every recorded one, widest gap first."""

    NO_HOST = "no host"
    """Nothing of this host is recorded."""
    NO_PATH = "no path"
    """The host is, but never this path."""
    NO_METHOD = "no method"
    """The path is, but never by this method."""
    FIELD_DIFFERS = "field differs"
    """Method and path are, with another query, body or significant header."""
    CONSUMED = "sequence consumed"
    """Every recorded answer was given already, and `after_last` is `miss`."""
    OUT_OF_SCOPE = "out of scope"
    """It is recorded, but of another host than the one the client named."""
    INCOMPLETE = "incomplete"
    """It is recorded, but what is kept of its answer is only a beginning."""
    WEBSOCKET = "websocket"
    """It opens a WebSocket."""
    NO_STATE = "no state"
    """It is recorded several times, and what knows whose turn it is cannot be asked."""


STATUS = {
    MissKind.WEBSOCKET: 501,
    MissKind.INCOMPLETE: 502,
    MissKind.NO_STATE: 503,
}
"""The status of a miss where it is not 404."""


@dataclass(frozen=True, slots=True)
class Nearest:
    """The recorded request that is most like the one asked."""

    recording: str
    id: int
    method: str
    url: str
    body: str = ""
    """Its beginning, as text."""


@dataclass(frozen=True, slots=True)
class NoMatch:
    """A request that nothing recorded answers, and what is known about why.

    Everything a reader is shown is redacted before it comes in here, but for
    *request*, which is shown nowhere.
    """

    request: Request
    """As it was matched."""
    kind: MissKind
    session: str = ""
    ids: tuple[tuple[str, int], ...] = ()
    """(recording, exchange id) of the exchanges it concerns, where they are known."""
    alike: tuple[tuple[str, int], ...] = ()
    """(recording, exchange id) of those nearest in meaning, where that was asked."""
    url: str = ""
    body: str = ""
    """The beginning of the body, as text."""
    looked_in: tuple[str, ...] = ()
    """Each recording with the number of its exchanges."""
    detail: str = ""
    nearest: Nearest | None = None
    differences: tuple[Difference, ...] = ()
    next_step: str = ""
    tried: str = ""
    """What was left out or renamed in vain to find an answer."""

    @property
    def method(self) -> str:
        """The method that was asked."""
        return self.request.method

    @property
    def summary(self) -> str:
        """One line: what was asked, and why it has no answer."""
        return f"no recording answers {self.method} {self.url}: {self.detail}"

    @property
    def text(self) -> str:
        """Everything, for a person at a terminal."""
        lines = [f"no recording answers {self.method} {self.url}"]
        if self.body:
            lines.append(f"  body        {self.body}")
        lines.append(f"  class       {self.kind}: {self.detail}")
        if self.tried:
            lines.append(f"  tried       {self.tried}")
        lines += [f"  looked in   {place}" for place in self.looked_in]
        if self.nearest is not None:
            near = self.nearest
            lines.append(
                f"  nearest     {near.method} {near.url}  ({near.recording} #{near.id})"
            )
        lines += _side_by_side(self.differences)
        lines += _indented("next", self.next_step)
        return "\n".join(lines) + "\n"

    def response(self) -> Response:
        """Return the answer that tells the client: problem details, or text."""
        status = STATUS.get(self.kind, 404)
        if _wants_text(self.request):
            body = self.text.encode("utf-8", "replace")
            headers = (
                (b"Content-Type", b"text/plain; charset=utf-8"),
                (b"Content-Length", str(len(body)).encode()),
                (b"Cache-Control", b"no-store"),
            )
            return Response(status, headers, body, HTTPStatus(status).phrase)
        return problem(
            status,
            "no recording answers this request",
            self.detail,
            kind=f"urn:mockforge:miss:{self.kind.replace(' ', '-')}",
            **self.members(),
        )

    def members(self) -> Mapping[str, Json]:
        """Return what a problem document and a report say about it, as JSON."""
        near = self.nearest
        return {
            "class": self.kind.value,
            "request": {"method": self.method, "url": self.url, "body": self.body},
            "nearest": None
            if near is None
            else {
                "recording": near.recording,
                "id": near.id,
                "method": near.method,
                "url": near.url,
                "body": near.body,
            },
            "differences": [
                {"where": each.where, "recorded": each.recorded, "asked": each.asked}
                for each in self.differences
            ],
            "looked_in": list(self.looked_in),
            **({"tried": self.tried} if self.tried else {}),
            "next": self.next_step,
        }


def _wants_text(request: Request) -> bool:
    accept = request.header("Accept")
    agent = (request.header("User-Agent") or "").lower()
    if (
        accept is not None
        and accept.split(",")[0].split(";")[0].strip() == "text/plain"
    ):
        return True
    return accept in (None, "*/*") and agent.startswith(("curl/", "wget/", "httpie/"))


def _side_by_side(differences: tuple[Difference, ...]) -> list[str]:
    if not differences:
        return []
    rows = [("", "recorded", "asked")]
    rows += [(each.where, each.recorded, each.asked) for each in differences]
    widths = [max(len(row[column]) for row in rows) for column in range(2)]
    lines = []
    for number, (where, recorded, asked) in enumerate(rows):
        label = "differs" if number == 0 else ""
        line = f"  {label:<10}  {where:<{widths[0]}}  {recorded:<{widths[1]}}  {asked}"
        lines.append(line.rstrip())
    return lines


def _indented(label: str, text: str) -> list[str]:
    if not text:
        return []
    first, *rest = text.splitlines()
    return [f"  {label:<10}  {first}", *(f"              {line}" for line in rest)]
