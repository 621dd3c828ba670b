"""A recording as a description of its API: an OpenAPI document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mockforge.learning.endpoints import EndpointMap, Endpoints
from mockforge.learning.fields.model import EndpointFields, Fields
from mockforge.learning.openapi.writing import document
from mockforge.learning.sample import Sample

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mockforge.endpoint import Endpoint
    from mockforge.recordings.files import Recording
    from mockforge.recordings.redact import NoRedaction, Redactor


async def describe(
    recording: Recording, *, declared: Sequence[Endpoint] = ()
) -> tuple[dict[str, Any], int]:
    """Return what *recording* teaches of its API, and of how many exchanges.

    Everything is looked at, twice; what is kept is bounded by the API, not by the
    number of exchanges. Values that look like secrets are stand-ins.

    Args:
        recording: Of which the exchanges are.
        declared: Endpoints that are known already, and win.

    Raises:
        RecordingError: If it cannot be read.
    """
    endpoints = await _endpoints(recording, declared)
    fields, count = Fields(), 0
    hosts: dict[str, set[str]] = {}
    async for exchange in recording.every():
        told = recording.redactor.exchange(exchange, keep_standins=True)
        found = endpoints.located(told.request)
        if found is None:
            continue
        count += 1
        known = fields.endpoints.setdefault(found.key, EndpointFields())
        known.add(Sample.of(told, found.key, found.params))
        hosts.setdefault(found.key, set()).add(str(told.request.origin))
    _hide(fields, recording.redactor)
    servers = sorted({host for several in hosts.values() for host in several})
    found_document = document(
        fields, endpoints, title=recording.name, servers=servers, hosts=hosts
    )
    return found_document, count


async def _endpoints(recording: Recording, declared: Sequence[Endpoint]) -> EndpointMap:
    seen = Endpoints()
    async for exchange in recording.every():
        told = recording.redactor.exchange(exchange, keep_standins=True)
        status = None if told.response is None else told.response.status
        seen.add(told.request, status, told.response)
    inferred = seen.settle()
    return EndpointMap.of(declared, inferred) if declared else inferred


def _hide(fields: Fields, redactor: Redactor | NoRedaction) -> None:
    """Note where stand-ins are: what they look like is no rule for what is asked."""
    for node in fields.nodes():
        if node.texts is not None and any(map(redactor.is_standin, node.texts.tally)):
            node.texts.is_secret = True
