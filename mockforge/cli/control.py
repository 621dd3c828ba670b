"""Asking a running mockforge, on this machine, by its control routes."""

from __future__ import annotations

import json
import ssl
import urllib.error
import urllib.request
from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit

from mockforge.config import Config
from mockforge.errors import ConfigError, MockforgeError, UpstreamError

PREFIX = "__mockforge"
PATIENCE = 30.0
"""Seconds to wait for an answer: a reset may have to learn a recording again."""


def post(config: Config, url: str, route: str) -> Any:
    """Send a POST to *route* of the mockforge at *url* and return what it says.

    Args:
        config: The settings: whose certificates are believed.
        url: As it was printed when that began to listen.
        route: Behind `/__mockforge/`.

    Raises:
        ConfigError: If *url* is no address of this machine.
        UpstreamError: If nothing answers there.
        MockforgeError: If what answers refuses, or is no mockforge.
    """
    address = f"{_checked(url)}/{PREFIX}/{route}"
    asked = urllib.request.Request(address, data=b"", method="POST")
    handlers: list[Any] = [urllib.request.ProxyHandler({})]
    if address.startswith("https"):
        handlers.append(urllib.request.HTTPSHandler(context=_trusting(config)))
    try:
        opener = urllib.request.build_opener(*handlers)
        with opener.open(asked, timeout=PATIENCE) as reply:
            body = reply.read(1 << 20)
    except urllib.error.HTTPError as error:
        with error:
            raise _refused(url, error.code, error.read(1 << 20)) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "reason", error)
        raise UpstreamError(
            f"nothing answers at {url}: {reason}",
            where="--url",
            next_step="start it, or give the address that it printed",
        ) from None
    return _data(url, body)


def _checked(url: str) -> str:
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
            where="--url",
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


def _refused(url: str, status: int, body: bytes) -> MockforgeError:
    try:
        said = json.loads(body)
        why = said["error"] if "error" in said else said["detail"]
    except (ValueError, KeyError, TypeError):
        why = f"it answers {status}, as no mockforge does"
    return MockforgeError(f"{url} refuses: {why}", where="--url")


def _data(url: str, body: bytes) -> Any:
    try:
        return json.loads(body)["data"]
    except (ValueError, KeyError, TypeError):
        raise MockforgeError(
            f"what answers at {url} is no mockforge", where="--url"
        ) from None
