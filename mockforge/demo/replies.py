"""What an endpoint of the shop is given, and what it may answer."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from mockforge.demo.accounts import Refused, User, invalid
from mockforge.demo.shop import FINAL, Order, Shop
from mockforge.http import Headers, Request, Response
from mockforge.options import Json


@dataclass(frozen=True, slots=True)
class Live:
    """An answer that goes on: the steps of an order, as server-sent events."""

    order: Order

    @property
    def ended(self) -> bool:
        """Whether nothing more will happen to the order."""
        return self.order.status in FINAL


@dataclass(frozen=True, slots=True)
class Call:
    """One request and what it is for."""

    shop: Shop
    request: Request
    params: Mapping[str, str]
    """The variable parts of the path."""

    @property
    def user(self) -> User:
        """Whoever the bearer token stands for; `Refused` with 401 if nobody."""
        return self.shop.accounts.authenticate(self.request.header("authorization"))

    @property
    def query(self) -> dict[str, str]:
        """The last value of each name in the query."""
        return dict(self.request.query)

    def body(self) -> dict[str, Json]:
        """Return the body, a JSON object.

        Raises:
            Refused: 415 for another type, 400 if it is not JSON, 422 if no object.
        """
        kind = (self.request.header("content-type") or "").partition(";")[0].strip()
        if kind.lower() != "application/json":
            raise Refused(415, "unsupported_type", "send application/json")
        try:
            value = json.loads(self.request.body)
        except ValueError:
            raise Refused(400, "malformed", "the body is not valid JSON") from None
        if not isinstance(value, dict):
            raise Refused(422, "invalid", "the body must be an object")
        return value

    def number(self, name: str, default: int, most: int) -> int:
        """Return a whole number from 1 to *most* from the query.

        Raises:
            Refused: 422 if it is anything else.
        """
        text = self.query.get(name, str(default))
        good = text.isascii() and text.isdigit() and 1 <= int(text[:9]) <= most
        invalid(**{name: None if good else f"must be a whole number from 1 to {most}"})
        return int(text)


def answer(
    value: Json,
    status: int = 200,
    *,
    extra: list[tuple[str, str]] | None = None,
    location: Request | None = None,
    at: str = "",
) -> Response:
    """Return *value* as a JSON response.

    Args:
        value: The body.
        status: The status.
        extra: More header fields.
        location: The request whose origin a Location field begins with; None for none.
        at: The path in that Location.
    """
    shown = [("content-type", "application/json"), *(extra or [])]
    if location is not None:
        shown.append(("location", f"{location.origin}{at}"))
    body = json.dumps(value, ensure_ascii=False).encode()
    return Response(status, header_fields(shown), body)


def refusal(refused: Refused) -> Response:
    """Return the response for a request the shop has refused."""
    extra = []
    if refused.status == 401:
        expired = refused.code in ("token_expired", "invalid_token")
        challenge = ', error="invalid_token"' if expired else ""
        extra.append(("www-authenticate", f'Bearer realm="shop"{challenge}'))
    if refused.status == 405:
        extra.append(("allow", refused.message.removeprefix("use ")))
    if refused.status == 503:
        extra.append(("retry-after", "1"))
    return answer(refused.as_json(), refused.status, extra=extra)


def header_fields(pairs: list[tuple[str, str]]) -> Headers:
    """Return *pairs* as they go on the wire."""
    return tuple((name.encode(), value.encode("latin-1")) for name, value in pairs)
