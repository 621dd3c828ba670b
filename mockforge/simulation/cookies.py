"""The cookies of one user."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from email.utils import parsedate_to_datetime

from mockforge.bodies.messages import asked_of
from mockforge.http import Request, Response, every, with_header, without


class Jar:
    """What a user's cookies are: the latest of each name."""

    def __init__(self) -> None:
        self._cookies: dict[str, str] = {}
        self._gone: set[str] = set()

    def heard(self, response: Response, now: float) -> None:
        """Take what *response* sets, and leave what it ends.

        Source: RFC 6265, 5.2 and 5.3; one server has one path and one domain here.
        """
        for line in every(response.headers, "set-cookie"):
            pair, *attributes = line.split(";")
            name, equals, value = pair.strip().partition("=")
            if not equals or not name:
                continue
            if _is_over(attributes, now):
                self._cookies.pop(name, None)
                self._gone.add(name)
            else:
                self._cookies[name] = value
                self._gone.discard(name)

    def sent(self, request: Request, known: frozenset[str], *, keeps: bool) -> Request:
        """Return *request* with the user's own cookies.

        Args:
            request: As it was recorded.
            known: Cookies that recorded answers set: they are sent where they were.
            keeps: The recorded client kept cookies, so new ones are sent as well.
        """
        recorded: dict[str, str] = asked_of(request)["cookie"]
        names = [name for name in recorded if name not in self._gone]
        if keeps:
            names += [n for n in self._cookies if n not in known | recorded.keys()]
        if not names and not recorded:
            return request
        pairs = [
            f"{name}={self._cookies.get(name, recorded.get(name))}" for name in names
        ]
        if not pairs:
            return replace(request, headers=without(request.headers, "Cookie"))
        return replace(
            request, headers=with_header(request.headers, "Cookie", "; ".join(pairs))
        )


def _is_over(attributes: Iterable[str], now: float) -> bool:
    told = {
        name.strip().lower(): value.strip()
        for name, _, value in (one.partition("=") for one in attributes)
    }
    age = told.get("max-age", "")
    if age.lstrip("-").isdecimal():
        return int(age) <= 0
    try:
        return parsedate_to_datetime(told["expires"]).timestamp() <= now
    except (KeyError, ValueError, TypeError, OverflowError):
        return False
