"""An OpenAPI 3.1 document of what was learned.

Source:
    OpenAPI Specification 3.1.0.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from mockforge.endpoint import Endpoint
from mockforge.learning.endpoints import EndpointMap
from mockforge.learning.endpoints.known import Discriminator
from mockforge.learning.fields.model import EndpointFields, Fields
from mockforge.learning.openapi.naming import named
from mockforge.learning.openapi.operations import Seen, operation
from mockforge.learning.openapi.security import Scheme, requirement

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
"""Methods that OpenAPI has a place for."""
OTHERS = "x-operations"
"""Where operations of other methods stand, by method."""

_PARAMETER = re.compile(r"\{([^{}]+?)(?:\*\*)?\}")
_SPAN = re.compile(r"\{([^{}]+?)\*\*\}")
_COLON = re.compile(r"(?<=/):([^\W\d]\w*)(?=/|$)")
Shape = tuple[str, str]
"""A path without the names of its parameters, and a method."""


@dataclass(slots=True)
class _Group:
    """The endpoints that share a path and a method."""

    template: str
    method: str
    seen: list[Seen] = field(default_factory=list)
    hosts: set[str] = field(default_factory=set)


def document(
    fields: Fields,
    endpoints: EndpointMap,
    *,
    title: str,
    servers: Sequence[str] = (),
    hosts: Mapping[str, Iterable[str]] | None = None,
) -> dict[str, Any]:
    """Return the document.

    Args:
        fields: What requests and answers hold.
        endpoints: The endpoints they were learned for.
        title: What the API is called.
        servers: The addresses that were asked.
        hosts: The addresses of each endpoint, by its key, where they differ.
    """
    declared: dict[str, Scheme] = {}
    paths: dict[str, dict[str, Any]] = {}
    names: set[str] = set()
    for group in _groups(fields, endpoints, hosts or {}):
        told = operation(group.template, group.method, group.seen)
        told["operationId"] = _unused(told["operationId"], names)
        needs = requirement([one.fields.asked for one in group.seen], declared)
        if needs:
            told["security"] = needs
        if group.hosts and group.hosts != {*servers}:
            told["servers"] = [{"url": host} for host in sorted(group.hosts)]
        item = paths.setdefault(group.template, {})
        method = group.method.lower()
        if method in METHODS:
            item[method] = told
        else:
            item.setdefault(OTHERS, {})[group.method] = told
    found: dict[str, Any] = {
        "openapi": "3.1.0",
        "info": {
            "title": title,
            "version": "0",
            "description": "Learned by mockforge from recorded traffic.",
        },
    }
    if servers:
        found["servers"] = [{"url": server} for server in servers]
    found["paths"] = dict(sorted(paths.items()))
    if declared:
        found["components"] = {"securitySchemes": dict(sorted(declared.items()))}
    return named(found)


def _groups(
    fields: Fields, endpoints: EndpointMap, hosts: Mapping[str, Iterable[str]]
) -> list[_Group]:
    """Return the endpoints by path and method, in order."""
    groups: dict[Shape, _Group] = {}
    templates: dict[str, str] = {}
    for key, known in sorted(fields.endpoints.items()):
        endpoint, discriminator = _endpoint(key, endpoints)
        template = as_openapi(endpoint.template)
        shape = _PARAMETER.sub("{}", template)
        template = templates.setdefault(shape, template)
        method = endpoint.method or "GET"
        group = groups.setdefault((shape, method), _Group(template, method))
        group.seen.append(_seen(known, endpoint, discriminator))
        group.hosts.update(hosts.get(key, ()))
    return [group for _, group in sorted(groups.items())]


def _seen(
    known: EndpointFields, endpoint: Endpoint, discriminator: Discriminator | None
) -> Seen:
    names = tuple(_PARAMETER.findall(as_openapi(endpoint.template)))
    spans = frozenset(_SPAN.findall(endpoint.template))
    return Seen(known, discriminator, names, spans)


def _endpoint(
    key: str, endpoints: EndpointMap
) -> tuple[Endpoint, Discriminator | None]:
    known = endpoints.get(key)
    if known is not None:
        return known.endpoint, known.discriminator
    # An operation that was told apart by a value not known before.
    method, _, rest = key.partition(" ")
    return Endpoint(method, rest.partition(" [")[0]), None


def as_openapi(template: str) -> str:
    """Return *template* as OpenAPI writes it.

    A parameter that spans segments is written as one that does not; see SPANS.
    """
    braced = _COLON.sub(r"{\1}", template)
    return _PARAMETER.sub(lambda match: f"{{{match[1]}}}", braced)


def _unused(name: str, taken: set[str]) -> str:
    number, free = 2, name
    while free in taken:
        free = f"{name}_{number}"
        number += 1
    taken.add(free)
    return free
