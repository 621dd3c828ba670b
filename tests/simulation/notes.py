"""An API of notes that believes nobody, and clients of it whose sessions are recorded.

Tokens, ids and cursors are made of a salt: what one instance gave is refused by every
other. A name registers once.
"""

import hashlib
import json
from urllib.parse import parse_qsl, urlsplit

from mockforge.bodies.messages import told_of
from mockforge.chance import rng
from mockforge.exchange import Exchange
from mockforge.http import Request, Response

HOST = "notes.example"
JSON = (b"Content-Type", b"application/json")
PAGE = 2


class Api:
    """One instance."""

    def __init__(self, salt="live"):
        self.salt = salt
        self.count = 0
        self.users = set()
        self.tokens = {}
        self.sessions = {}
        self.notes = {}
        self.cursors = {}
        self.keys = {}
        self.polls = {}
        self.seen = []
        """Every request: the simulated session, method, path and status."""

    def fresh(self, kind):
        self.count += 1
        digest = hashlib.sha256(f"{self.salt} {kind} {self.count}".encode()).hexdigest()
        return digest[:24]

    def uuid(self, kind):
        text = self.fresh(kind) + self.fresh(kind)
        return f"{text[:8]}-{text[8:12]}-4{text[13:16]}-a{text[17:20]}-{text[20:32]}"

    def __call__(self, request):
        parts = urlsplit(request.target)
        word = parts.path.split("/")[1] or "home"
        response = getattr(self, f"on_{word}")(
            request, parts.path.split("/")[2:], dict(parse_qsl(parts.query))
        )
        self.seen.append(
            (
                request.header("X-MockForge-Session"),
                request.method,
                parts.path,
                response.status,
            )
        )
        return response

    # What it answers.

    def on_home(self, request, rest, query):
        sid, guard = self.fresh("sid"), self.fresh("guard")
        self.sessions[sid] = guard
        cookies = [
            (b"Set-Cookie", f"sid={sid}; Path=/; HttpOnly".encode()),
            (b"Set-Cookie", f"guard={guard}; Path=/".encode()),
        ]
        return told(200, {"welcome": True}, *cookies)

    def on_register(self, request, rest, query):
        asked = json.loads(request.body)
        if asked["email"] in self.users:
            return told(409, {"error": "taken"})
        self.users.add(asked["email"])
        return told(201, {"email": asked["email"]})

    def on_login(self, request, rest, query):
        asked = json.loads(request.body)
        if asked["email"] not in self.users:
            return told(401, {"error": "nobody"})
        token = self.fresh("token")
        self.tokens[token] = asked["email"]
        return told(200, {"access_token": token, "expires_in": 3600})

    def on_notes(self, request, rest, query):
        user = self.tokens.get((request.header("Authorization") or "")[7:])
        if user is None:
            return told(401, {"error": "who"})
        if request.method == "POST":
            return self.created(request, user)
        if not rest:
            return self.listed(user, query)
        note = self.notes.get(rest[0])
        if note is None or note["owner"] != user:
            return told(404, {"error": "no such note"})
        if request.method == "DELETE":
            del self.notes[rest[0]]
            return Response(204)
        return told(200, note)

    def created(self, request, user):
        cookies = dict(
            part.strip().split("=", 1)
            for part in (request.header("Cookie") or "").split(";")
            if "=" in part
        )
        if self.sessions.get(cookies.get("sid")) != request.header("X-Guard"):
            return told(403, {"error": "guard"})
        key = request.header("Idempotency-Key")
        if key in self.keys:
            return told(200, self.keys[key])
        note = {
            "id": self.uuid("note"),
            "owner": user,
            "text": json.loads(request.body)["text"],
        }
        self.keys[key] = self.notes[note["id"]] = note
        return told(201, note)

    def listed(self, user, query):
        begin = 0
        if "cursor" in query:
            if query["cursor"] not in self.cursors:
                return told(400, {"error": "cursor"})
            begin = self.cursors[query["cursor"]]
        mine = [note for note in self.notes.values() if note["owner"] == user]
        after = None
        if len(mine) > begin + PAGE:
            after = self.fresh("cursor")
            self.cursors[after] = begin + PAGE
        return told(200, {"items": mine[begin : begin + PAGE], "next_cursor": after})


def told(status, value, *fields):
    body = json.dumps(value).encode()
    return Response(
        status, (JSON, *fields, (b"Content-Length", b"%d" % len(body))), body
    )


def wired(api):
    """Return *api* as servers of tests.load.servers take it: bytes in, bytes out."""

    def respond(asked):
        head, _, body = asked.partition(b"\r\n\r\n")
        start, *lines = head.split(b"\r\n")
        method, target, _ = start.decode().split(" ")
        fields = tuple(tuple(line.split(b": ", 1)) for line in lines)
        response = api(Request(method, "http", HOST, target, fields, body))
        head = [b"HTTP/1.1 %d Some" % response.status]
        head += [b"%b: %b" % field for field in response.headers]
        return b"\r\n".join([*head, b"", response.body])

    return respond


class Client:
    """One client of an instance, whose exchanges are kept."""

    def __init__(self, api, name, clock, out):
        self.api, self.name, self.clock, self.out = api, name, clock, out
        self.rng = rng(1, "client", name)
        self.cookies = {}
        self.token = None

    def ask(self, method, target, value=None, **fields):
        headers = [(b"Host", HOST.encode()), (b"User-Agent", b"notes/1")]
        if self.cookies:
            line = "; ".join(f"{name}={one}" for name, one in self.cookies.items())
            headers.append((b"Cookie", line.encode()))
        if self.token is not None:
            headers.append((b"Authorization", f"Bearer {self.token}".encode()))
        headers += [
            (name.replace("_", "-").encode(), each.encode())
            for name, each in fields.items()
        ]
        body = b"" if value is None else json.dumps(value).encode()
        if body:
            headers += [JSON, (b"Content-Length", b"%d" % len(body))]
        request = Request(
            method, "http", HOST, target, tuple(headers), body, client="127.0.0.1"
        )
        self.clock.advance(self.rng.uniform(0.5, 4.0))
        response = self.api(request)
        started = self.clock.now()
        self.clock.advance(0.01)
        self.out.append(
            Exchange(
                request,
                response,
                session=self.name,
                started=started,
                first_byte=0.008,
                elapsed=0.01,
                id=len(self.out) + 1,
            )
        )
        told = told_of(response)
        self.cookies.update(told["cookie"])
        return told["body"]

    def visit(self):
        """Sign up, write some notes, look at some, leaf through them."""
        email = f"{self.name}@mail.example"
        self.ask("GET", "/")
        self.ask("POST", "/register", {"email": email, "plan": "basic"})
        login = self.ask("POST", "/login", {"email": email, "plan": "basic"})
        self.token = login["access_token"]
        for number in range(self.rng.randint(1, 5)):
            note = self.write(number)
            if self.rng.random() < 0.7:
                self.ask("GET", f"/notes/{note['id']}")
        page = self.ask("GET", "/notes?limit=2")
        while page["next_cursor"]:
            page = self.ask("GET", f"/notes?limit=2&cursor={page['next_cursor']}")
        if self.rng.random() < 0.5:
            self.ask("DELETE", f"/notes/{note['id']}")
            self.ask("GET", f"/notes/{note['id']}")

    def write(self, number):
        bits = self.rng.getrandbits(128)
        text = f"{bits:032x}"
        key = f"{text[:8]}-{text[8:12]}-4{text[13:16]}-b{text[17:20]}-{text[20:]}"
        words = {"text": f"note number {number}"}
        guard = self.cookies["guard"]
        return self.ask("POST", "/notes", words, X_Guard=guard, Idempotency_Key=key)


def sessions(clock, number=6):
    """Return the exchanges of *number* clients of an instance, one after another."""
    out: list[Exchange] = []
    api = Api("recorded")
    for each in range(number):
        Client(api, f"user{each}", clock, out).visit()
    return out
