"""A server with logins, guards, carts and pages, for clients that mint values."""

import base64
import hashlib
import json
from datetime import UTC, datetime
from email.utils import format_datetime
from random import Random
from urllib.parse import parse_qs, urlsplit
from uuid import UUID

from mockforge.clock import VirtualClock
from mockforge.exchange import Exchange
from mockforge.http import Response
from mockforge.stages.sessions import SessionOptions, identify
from tests.sources.correlated.living_worlds import THEN
from tests.worlds import API, request


def coded(value):
    """Return *value* as a part of a token."""
    raw = value if isinstance(value, bytes) else json.dumps(value).encode()
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


class Server:
    """Answers requests, and mints ids and tokens by chance."""

    def __init__(self, seed, clock):
        """Hold nothing."""
        self.chance = Random(seed)
        self.clock = clock
        self.things = {}
        self.paid = {}
        self.tokens = {}
        self.guards = set()

    def answer(self, asked):
        """Return the answer to *asked*."""
        parts = urlsplit(asked.target)
        name = f"{asked.method} /{parts.path.split('/')[1]}"
        body = json.loads(asked.body) if asked.body else {}
        query = {key: value[0] for key, value in parse_qs(parts.query).items()}
        answers = {
            "POST /login": self.login,
            "POST /refresh": self.refresh,
            "GET /me": self.me,
            "POST /pay": self.pay,
            "PUT /things": self.put,
            "GET /things": self.get,
            "GET /list": self.page,
            "GET /form": self.form,
            "POST /form": self.sent,
        }
        return answers[name](asked, body, query, parts.path)

    def uuid(self):
        """Return a new id."""
        return str(UUID(int=self.chance.getrandbits(128), version=4))

    def token(self, kind, seconds):
        """Return a token that ends in *seconds*."""
        now = int(self.clock.now())
        claims = {"jti": self.uuid(), "kind": kind, "iat": now, "exp": now + seconds}
        sign = coded(self.chance.randbytes(32))
        made = f"{coded({'alg': 'HS256', 'typ': 'JWT'})}.{coded(claims)}.{sign}"
        self.tokens[made] = claims
        return made

    def login(self, asked, body, query, path):
        """Give tokens."""
        return told(
            200,
            {
                "access_token": self.token("access", 600),
                "refresh_token": self.token("refresh", 86400),
                "expires_at": int(self.clock.now()) + 600,
                "state": body.get("state"),
            },
        )

    def refresh(self, asked, body, query, path):
        """Give tokens for a token."""
        claims = self.tokens.get(body["refresh_token"])
        if claims is None or claims["exp"] <= self.clock.now():
            return told(401, {"error": "expired"})
        return self.login(asked, body, query, path)

    def me(self, asked, body, query, path):
        """Tell who asks."""
        claims = self.tokens.get((asked.header("Authorization") or "")[7:])
        if claims is None or claims["exp"] <= self.clock.now():
            return told(401, {"error": "expired"})
        return told(200, {"kind": claims["kind"]})

    def pay(self, asked, body, query, path):
        """Take a payment once for each key."""
        key = body["idempotency_key"]
        if key not in self.paid:
            self.paid[key] = {"payment": self.uuid(), **body}
        return told(201, self.paid[key])

    def put(self, asked, body, query, path):
        """Keep something under its client's id."""
        thing = {**body, "id": path.split("/")[2], "made": self.uuid()}
        self.things[thing["id"]] = thing
        tag = hashlib.md5(asked.body, usedforsecurity=False).hexdigest()
        return told(201, thing, ("ETag", f'"{tag}"'), ("Location", path))

    def get(self, asked, body, query, path):
        """Return what is kept."""
        found = self.things.get(path.split("/")[2])
        return told(200, found) if found else told(404, {"error": f"nothing at {path}"})

    def page(self, asked, body, query, path):
        """List what is kept, two at once."""
        ids = list(self.things)
        after = query.get("cursor")
        start = 0
        if after is not None:
            last = json.loads(base64.urlsafe_b64decode(after + "=="))["after"]
            start = ids.index(last) + 1
        shown = ids[start : start + 2]
        more = coded({"after": shown[-1]}) if start + 2 < len(ids) else None
        return told(200, {"items": [self.things[each] for each in shown], "next": more})

    def form(self, asked, body, query, path):
        """Give a guard, and a cookie that ends."""
        guard = self.uuid()
        self.guards.add(guard)
        ends = datetime.fromtimestamp(int(self.clock.now()) + 3600, UTC)
        cookie = f"csrf={guard}; Expires={format_datetime(ends, usegmt=True)}; Path=/"
        return told(200, {"csrf": guard}, ("Set-Cookie", cookie))

    def sent(self, asked, body, query, path):
        """Take what was sent with the guard."""
        cookie = dict(
            pair.split("=", 1) for pair in (asked.header("Cookie") or "=").split("; ")
        )
        is_right = body["csrf"] in self.guards and cookie.get("csrf") == body["csrf"]
        return told(200 if is_right else 403, {"request": body["request_id"]})


def told(status, value, *fields):
    """Return an answer of JSON."""
    body = json.dumps(value).encode()
    headers = [
        (b"Content-Type", b"application/json"),
        (b"Content-Length", b"%d" % len(body)),
        *((name.encode(), text.encode()) for name, text in fields),
    ]
    return Response(status, tuple(headers), body, "OK")


class Recording:
    """What passes between clients and a server, as it is recorded."""

    def __init__(self, redactor, seed=1):
        """Begin with nothing."""
        self.clock = VirtualClock(THEN)
        self.server = Server(seed, self.clock)
        self.redactor = redactor
        self.exchanges = []

    async def ask(self, method, target, body=None, headers=(), client="10.0.0.1"):
        """Return the server's answer."""
        sent = b"" if body is None else json.dumps(body).encode()
        asked = request(method, API + target, sent, headers, client=client)
        self.clock.advance(0.7)
        answer = self.server.answer(asked)
        session = identify(asked, SessionOptions(), self.redactor.standin)
        started = self.clock.now() - 0.05
        one = Exchange(
            *(asked, answer), session=session, started=started, first_byte=0.05
        )
        self.exchanges.append(self.redactor.exchange(one))
        return answer


class Replaying:
    """The same with an engine in the place of the server."""

    def __init__(self, engine, clock):
        """Ask *engine*."""
        self.engine, self.clock = engine, clock

    async def ask(self, method, target, body=None, headers=(), client="10.0.0.1"):
        """Return the engine's answer."""
        sent = b"" if body is None else json.dumps(body).encode()
        asked = request(method, API + target, sent, headers, client=client)
        self.clock.advance(0.7)
        return (await self.engine.answer(asked)).response
