"""Asking a running mockforge, on this machine, by its control routes."""

from __future__ import annotations

import json
import ssl
import urllib.error
import urllib.request
from collections.abc import Mapping
from http.client import HTTPException
from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit

from mockforge.config import Config
from mockforge.errors import ConfigError, MockforgeError, UpstreamError

PREFIX = "__mockforge"
PATIENCE = 30.0
"""Seconds to wait for an answer: a reset may have to learn a recording again."""

LARGEST = 16 << 20
"""Bytes of an answer that are read."""


class Refusal(MockforgeError):
    """What runs there does not do what it was asked."""


def post(config: Config, url: str, route: str) -> Any:
    """Send a POST to *route* of the mockforge at *url* and return what it says.

    The arguments and errors are those of `ask`.
    """
    return ask(config, url, route, method="POST")


def ask(
    config: Config,
    url: str | None,
    route: str,
    *,
    method: str = "GET",
    given: Mapping[str, object] | None = None,
) -> Any:
    """Ask *route* of the mockforge at *url* and return the data it answers with.

    Args:
        config: The settings: whose certificates are believed, where it listens.
        url: As it was printed when that began to listen; where the settings say if
            None.
        route: Behind `/__mockforge/`.
        method: What is to be done.
        given: The values that it is given, as JSON.

    Raises:
        ConfigError: If *url* is no address of this machine.
        UpstreamError: If nothing answers there.
        Refusal: If what answers refuses.
        MockforgeError: If it is no mockforge.
    """
    told = _asked(config, url, route, method, given)
    try:
        return told["data"]
    except (KeyError, TypeError):
        raise _stranger(listening(config) if url is None else url) from None


def shown(config: Config, url: str | None, route: str) -> Any:
    """Return the JSON at *route* of the mockforge at *url*, which is in no envelope.

    The arguments and errors are those of `ask`.
    """
    return _asked(config, url, route, "GET", None)


def listening(config: Config) -> str:
    """Return the address at which a mockforge with these settings answers."""
    server = config.server
    host = {"0.0.0.0": "127.0.0.1", "::": "::1", "": "127.0.0.1"}.get(
        server.host, server.host
    )
    secure = server.tls or server.cert is not None
    named = f"[{host}]" if ":" in host else host
    return f"{'https' if secure else 'http'}://{named}:{server.port}"


def _asked(
    config: Config,
    url: str | None,
    route: str,
    method: str,
    given: Mapping[str, object] | None,
) -> Any:
    where = "server.host, server.port" if url is None else "--url"
    place = listening(config) if url is None else url
    address = f"{_checked(place, where)}/{PREFIX}/{route}"
    data = b"" if method == "POST" else None
    fields = {}
    if given is not None:
        data = json.dumps(given).encode()
        fields["Content-Type"] = "application/json"
    asked = urllib.request.Request(address, data, fields, method=method)
    handlers: list[Any] = [urllib.request.ProxyHandler({})]
    if address.startswith("https"):
        handlers.append(urllib.request.HTTPSHandler(context=_trusting(config)))
    try:
        opener = urllib.request.build_opener(*handlers)
        with opener.open(asked, timeout=PATIENCE) as reply:
            body = reply.read(LARGEST)
    except urllib.error.HTTPError as error:
        with error:
            raise _refused(place, where, error.code, error.read(LARGEST)) from None
    except (OSError, ValueError, HTTPException) as error:
        reason = getattr(error, "reason", error)
        raise UpstreamError(
            f"nothing answers at {place}: {reason}",
            where=where,
            next_step="start it, or give the address that it printed"
            + (" with --url" if url is None else ""),
        ) from None
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        raise _stranger(place) from None


def _checked(url: str, where: str) -> str:
    """Return *url* without its path.

    Raises:
        ConfigError: If it is none of this machine.
    """
    parts = urlsplit(url if "://" in url else f"http://{url}")
    host = parts.hostname or ""
    try:
        is_here = host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        is_here = False
    if not is_here or parts.scheme not in ("http", "https"):
        raise ConfigError(
            f"{url!r} is no address of this machine, and others are not switched",
            where=where,
            nearest="http://127.0.0.1:8080 is one",
        )
    return f"{parts.scheme}://{parts.netloc}"


def _trusting(config: Config) -> ssl.SSLContext:
    from mockforge.addons.authority import certificate_file

    context = ssl.create_default_context()
    ours = certificate_file(config.proxy.ca_directory)
    if ours.is_file():
        context.load_verify_locations(ours)
    return context


def _refused(url: str, where: str, status: int, body: bytes) -> MockforgeError:
    try:
        said = json.loads(body)
        why = said["error"] if "error" in said else said["detail"]
    except (ValueError, KeyError, TypeError, RecursionError):
        why = f"it answers {status}, as no mockforge does"
    # What to do next is the last line of a refusal, as it is of an error.
    what, _, step = str(why).partition("\n  next: ")
    return Refusal(f"{url} refuses: {what}", where=where, next_step=step or None)


def _stranger(url: str) -> MockforgeError:
    return MockforgeError(f"what answers at {url} is no mockforge", where="--url")
