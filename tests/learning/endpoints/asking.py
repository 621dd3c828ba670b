"""Requests written on a line, and the endpoints that are learned from them."""

import json

from mockforge.http import Request, Response
from mockforge.learning.endpoints import Endpoints

HOST = "api.example.com"
JSON = ((b"Content-Type", b"application/json"),)


def asked(line, body=b"", headers=(), host=HOST):
    """Return the request of `GET /orders?a=b`."""
    method, target = line.split(" ", 1)
    if not isinstance(body, bytes):
        body, headers = json.dumps(body).encode(), (*headers, *JSON)
    return Request(method, "https", host, target, tuple(headers), body)


def learned(*lines, told=None):
    """Return what is learned of `200 GET /orders` and such, or of requests.

    Args:
        lines: What was asked.
        told: Answers by what was asked, as documents.
    """
    endpoints = Endpoints()
    for line in lines:
        status, request = 200, line
        if isinstance(line, str):
            code, _, rest = line.partition(" ")
            status, request = int(code), asked(rest)
        body = (told or {}).get(line)
        plain = b"" if body is None else json.dumps(body).encode()
        endpoints.add(request, status, Response(status, JSON, plain))
    return endpoints.settle()


def keys(*lines, told=None):
    """Return the keys of what is learned."""
    return [known.key for known in learned(*lines, told=told).every]
