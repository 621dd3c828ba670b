"""The control route that has the settings read again: `/__mockforge/reload`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from mockforge.errors import MockforgeError
from mockforge.server.enveloped import enveloped, given, known, only, refused, stranger

if TYPE_CHECKING:
    from collections.abc import Callable

    from mockforge.http import Request, Response

ROUTE = "/__mockforge/reload"


class Renewing(Protocol):
    """What answers by settings that may change."""

    read: Callable[[], Any] | None
    """Reads them again; None where they are not from a file."""

    async def renewed(self) -> int:
        """Read the settings again, answer by them, and return how many endpoints.

        Raises:
            MockforgeError: If they cannot be meant; all stays as it was then.
        """


async def answered(request: Request, renewing: Renewing | None) -> Response:
    """Return the answer to *request*, whose path is ROUTE."""
    if request.method != "POST":
        return only(["POST"])
    if (why := stranger(request)) is not None:
        return refused(403, why)
    if renewing is None:
        return refused(404, "there are no settings here that could be read again")
    try:
        known(given(request), ())
        count = await renewing.renewed()
    except MockforgeError as error:
        return refused(409, str(error))
    return enveloped(200, {"endpoints": count})
