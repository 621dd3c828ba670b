"""Placing: to which recorded endpoint a request belongs, or comes nearest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol
from urllib.parse import unquote

from mockforge.endpoint import Endpoint
from mockforge.http import Request

_ROOMY = 3
"""Segments from which on two names in a path may be others."""


class Located(Protocol):
    """Where a request belongs."""

    @property
    def key(self) -> str:
        """The endpoint, for people, and to look things up by."""

    @property
    def endpoint(self) -> Endpoint:
        """Its method and template."""

    @property
    def params(self) -> Mapping[str, str]:
        """The parameters of the path."""


class Locates(Protocol):
    """Knows the endpoints."""

    def located(self, request: Request) -> Located | None:
        """Return where *request* belongs; None if nothing like it is known."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a request is taken to belong."""

    keys: tuple[str, ...]
    """The endpoint, or those that come equally near."""
    params: Mapping[str, str]
    is_near: bool = False
    """Whether it only comes near."""


class Placing:
    """Places requests at the endpoints of a recording."""

    def __init__(self, endpoints: Locates, recorded: Iterable[Located]) -> None:
        """Know the endpoints.

        Args:
            endpoints: Locates requests.
            recorded: Where recorded requests belong.
        """
        self._endpoints = endpoints
        self._recorded: dict[str, tuple[str, list[str]]] = {}
        for each in recorded:
            if each.key not in self._recorded:
                segments = each.endpoint.template.split("/")[1:]
                self._recorded[each.key] = (each.endpoint.method or "", segments)

    def place(self, request: Request) -> Spot | None:
        """Return where *request* belongs, or what it comes nearest to."""
        located = self._endpoints.located(request)
        segments = request.path.split("/")[1:]
        if located is not None and located.key in self._recorded:
            closer = self._closer(located, request.method, segments)
            return closer or Spot((located.key,), located.params)
        best: dict[str, list[str]] = {}
        fewest = (2 if len(segments) >= _ROOMY else 1) + 1
        for key, (method, template) in sorted(self._recorded.items()):
            if method and method != request.method:
                continue
            apart = _apart(template, segments)
            if apart is None or apart > fewest:
                continue
            if apart < fewest:
                best, fewest = {}, apart
            best[key] = template
        if not best:
            return self._longer(request.method, segments)
        if fewest > (2 if len(segments) >= _ROOMY else 1):
            return None
        return _near(best, segments)

    def _closer(
        self, located: Located, method: str, segments: list[str]
    ) -> Spot | None:
        """Return what *segments* come nearer to than a name of any length.

        That takes all that nothing else was recorded for; a path of which all words
        but one were recorded is rather that one with another word.
        """
        template = self._recorded[located.key][1]
        if not any(step.endswith("**}") for step in template):
            return None
        least = _ROOMY + sum(not step.startswith("{") for step in template)
        best = {
            key: each
            for key, (known, each) in sorted(self._recorded.items())
            if known == method
            and _apart(each, segments) == 1
            and sum(a == b for a, b in zip(each, segments, strict=True)) >= least
        }
        return _near(best, segments) if best else None

    def _longer(self, method: str, segments: list[str]) -> Spot | None:
        """Return what begins alike, where paths have as many names as one likes."""
        found: dict[str, list[str]] = {}
        most = 2
        for key, (known, template) in sorted(self._recorded.items()):
            if known != method:
                continue
            same = 0
            for step, segment in zip(template, segments, strict=False):
                if step != segment and not step.startswith("{"):
                    break
                same += 1
            if same >= most and same * 2 >= len(template):
                found = {} if same > most else found
                found[key], most = template, same
        if not found:
            return None
        return _near(found, segments)


def _near(found: Mapping[str, list[str]], segments: list[str]) -> Spot:
    template = next(iter(found.values()))
    params = {
        step[1:-1]: unquote(segment)
        for step, segment in zip(template, segments, strict=False)
        if step.startswith("{")
    }
    return Spot(tuple(found), params, is_near=True)


def _apart(template: list[str], segments: list[str]) -> int | None:
    """Return how many words of the path differ; None if it is another path."""
    if len(template) != len(segments):
        return None
    apart = same = 0
    for step, segment in zip(template, segments, strict=True):
        if step.startswith("{"):
            if not segment:
                return None
            continue
        if step == segment:
            same += bool(step)
        elif not step or not segment:
            return None
        else:
            apart += 1
    return apart if same or not apart else None
