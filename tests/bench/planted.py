"""Plant secrets in traffic, record it, and look for them in every byte that is left.

    python tests/bench/planted.py [--count 500] [--seed 1]

Each secret goes through `mockforge proxy` in one of many places: headers, cookies,
queries, JSON, forms, multipart, XML, JWT, Basic, base64, event streams, gzip, WebSocket
frames, redirects. Then every file in the recording's folder, the log, the exports, a
replay's report and all terminal output are searched for it, plain, URL-encoded and in
base64. At last the same requests go to `mockforge replay`: all must be answered.
"""

import argparse
import asyncio
import base64
import gzip
import hashlib
import json
import random
import string
import subprocess
import sys
import tempfile
import urllib.parse
from collections import Counter
from pathlib import Path

from running import ROOT, start, stop

LETTERS = string.ascii_letters + string.digits


def b64(data):
    return base64.b64encode(data).decode()


def b64url(data):
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def jwt(secret):
    head = b64url(json.dumps({"alg": "HS256", "typ": "JWT"}).encode())
    claims = {"sub": "u-" + secret, "iat": 1700000000, "exp": 1900000000}
    body = b64url(json.dumps(claims).encode())
    signature = b64url(hashlib.sha256(secret.encode()).digest())
    return f"{head}.{body}.{signature}"


# A place makes a request from a secret: (target, headers, body, response headers,
# response body, what else must not be found).
def bearer(s):
    return "/a", [("Authorization", f"Bearer {s}")], b"", [], b"{}", []


def api_key(s):
    return "/a", [("X-Api-Key", s)], b"", [], b"{}", []


def cookie(s):
    return "/a", [("Cookie", f"theme=dark; sid={s}")], b"", [], b"{}", []


def set_cookie(s):
    return "/a", [], b"", [("Set-Cookie", f"session={s}; Path=/; HttpOnly")], b"{}", []


def basic(s):
    pair = b64(f"bob:{s}".encode())
    return "/a", [("Authorization", f"Basic {pair}")], b"", [], b"{}", [pair]


def query(s):
    return f"/a?page=1&api_key={s}", [], b"", [], b"{}", []


def json_response(s):
    body = json.dumps({"user": {"id": 7, "auth": {"access_token": s}}}).encode()
    return "/a", [], b"", [JSON], body, []


def json_request(s):
    body = json.dumps({"name": "bob", "password": s}).encode()
    return "/a", [JSON], body, [JSON], b'{"ok":true}', []


def json_escaped(s):
    escaped = "".join(f"\\u{ord(c):04x}" for c in s)
    body = f'{{"client_secret": "{escaped}"}}'.encode()
    return "/a", [], b"", [JSON], body, [escaped]


def json_in_json(s):
    inner = json.dumps({"refresh_token": s})
    return "/a", [], b"", [JSON], json.dumps({"payload": inner}).encode(), []


def form(s):
    body = urllib.parse.urlencode({"user": "bob", "client_secret": s + "/+="}).encode()
    return "/a", [FORM], body, [], b"{}", []


def token_form(s):
    body = urllib.parse.urlencode({"access_token": s, "expires_in": 60}).encode()
    return "/a", [], b"", [FORM], body, []


def jwt_response(s):
    token = jwt(s)
    return "/a", [], b"", [JSON], json.dumps({"jwt": token}).encode(), [token]


def jwt_bearer(s):
    token = jwt(s)
    return "/a", [("Authorization", f"Bearer {token}")], b"", [], b"{}", [token]


def gzipped(s):
    body = gzip.compress(json.dumps({"secret": s, "n": 1.50}).encode())
    return "/a", [], b"", [JSON, ("Content-Encoding", "gzip")], body, []


def event_stream(s):
    data = json.dumps({"token": s})
    body = f"event: login\ndata: {data}\n\ndata: [DONE]\n\n".encode()
    return "/a", [], b"", [("Content-Type", "text/event-stream")], body, []


def xml(s):
    body = f"<R><Credentials><SecretAccessKey>{s}</SecretAccessKey></Credentials></R>"
    return "/a", [], b"", [("Content-Type", "text/xml")], body.encode(), []


def multipart(s):
    body = (
        '--xx\r\nContent-Disposition: form-data; name="password"\r\n\r\n'
        f"{s}\r\n--xx\r\n"
        'Content-Disposition: form-data; name="n"\r\n\r\n1\r\n--xx--\r\n'
    ).encode()
    kind = ("Content-Type", "multipart/form-data; boundary=xx")
    return "/a", [kind], body, [], b"{}", []


def github(s):
    token = "ghp_" + (s * 3)[:36]
    body = f"clone with {token} please".encode()
    return "/a", [], b"", [("Content-Type", "text/plain")], body, [token]


def redirect(s):
    location = f"https://example.org/done?access_token={s}&state=1"
    return "/a", [], b"", [("Location", location)], b"", []


def pem(s):
    key = f"-----BEGIN PRIVATE KEY-----\n{(s * 4)[:64]}\n-----END PRIVATE KEY-----\n"
    return "/a", [], b"", [JSON], json.dumps({"pem": key}).encode(), [(s * 4)[:64]]


def echoed(s):
    """A secret known from a header, again where nothing names it."""
    body = json.dumps({"you_sent": s, "coded": b64(s.encode())}).encode()
    return "/a", [("Authorization", f"Bearer {s}")], b"", [JSON], body, []


def websocket(s):
    return "ws", [], json.dumps({"op": "auth", "token": s}).encode(), [], b"", []


JSON = ("Content-Type", "application/json")
FORM = ("Content-Type", "application/x-www-form-urlencoded")
PLACES = [
    bearer, api_key, cookie, set_cookie, basic, query, json_response, json_request,
    json_escaped, json_in_json, form, token_form, jwt_response, jwt_bearer, gzipped,
    event_stream, xml, multipart, github, redirect, pem, echoed, websocket,
]  # fmt: skip


def corpus(count, seed):
    """Return (place name, secret, parts) for *count* planted secrets."""
    chance = random.Random(seed)
    out = []
    for number in range(count):
        place = PLACES[number % len(PLACES)]
        secret = "".join(chance.choice(LETTERS) for _ in range(chance.randint(16, 40)))
        out.append((place.__name__, secret, place(secret)))
    return out


async def read_request(reader):
    head = await reader.readuntil(b"\r\n\r\n")
    lines = head.decode("latin-1").split("\r\n")
    fields = {k.lower(): v for k, _, v in (x.partition(": ") for x in lines[1:] if x)}
    body = await reader.readexactly(int(fields.get("content-length", 0)))
    return lines[0].split()[1], fields, body


def upstream(planted):
    """Return a connection callback that answers /N/… with the Nth planted response."""

    async def serve(reader, writer):
        try:
            while True:
                target, fields, _ = await read_request(reader)
                number = int(target.split("/")[1])
                if "upgrade" in fields:
                    await echo(reader, writer, fields)
                    return
                _, _, _, headers, body, _ = planted[number][2]
                lines = [f"{k}: {v}" for k, v in headers]
                lines.append(f"Content-Length: {len(body)}")
                head = "\r\n".join(["HTTP/1.1 200 OK", *lines, "", ""])
                writer.write(head.encode("latin-1") + body)
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()

    return serve


async def echo(reader, writer, fields):
    """Answer a WebSocket upgrade and send each message back inside JSON."""
    from wsproto import ConnectionType, WSConnection, events

    ws = WSConnection(ConnectionType.SERVER)
    head = "GET / HTTP/1.1\r\n" + "".join(f"{k}: {v}\r\n" for k, v in fields.items())
    ws.receive_data(head.encode("latin-1") + b"\r\n")
    for _ in ws.events():
        writer.write(ws.send(events.AcceptConnection()))
    while data := await reader.read(65536):
        ws.receive_data(data)
        for event in ws.events():
            if isinstance(event, events.TextMessage):
                writer.write(ws.send(events.Message(data=event.data)))
            elif isinstance(event, events.BytesMessage):
                writer.write(ws.send(events.Message(data=bytes(event.data))))
            elif isinstance(event, events.CloseConnection):
                writer.write(ws.send(event.response()))
                await writer.drain()
                return
        await writer.drain()


async def read_body(reader, head):
    """Read the body that *head* announces, by its length or in chunks."""
    if "transfer-encoding: chunked" not in head:
        length = int(head.partition("content-length:")[2].split("\r\n")[0])
        await reader.readexactly(length)
        return
    while size := int(await reader.readline(), 16):
        await reader.readexactly(size + 2)
    await reader.readline()


async def drive(port, planted, *, sockets):
    """Send every planted request; return how many were answered 200."""
    import websockets

    good = Counter()
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    for number, (place, _, (target, headers, body, *_)) in enumerate(planted):
        if target == "ws":
            if sockets:
                url = f"ws://127.0.0.1:{port}/{number}/ws"
                async with websockets.connect(url, proxy=None) as ws:
                    await ws.send(body.decode())
                    good[place] += json.loads(await ws.recv())["op"] == "auth"
                    await ws.send(body)
                    await ws.recv()
            continue
        method = "POST" if body else "GET"
        lines = [f"{method} /{number}{target} HTTP/1.1", f"Host: 127.0.0.1:{port}"]
        lines += [f"{k}: {v}" for k, v in headers]
        lines += [f"Content-Length: {len(body)}", "", ""]
        writer.write("\r\n".join(lines).encode("latin-1") + body)
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
        await read_body(reader, head)
        good[place] += " 200 " in head.split("\r\n")[0]
    writer.close()
    return good


def spellings(secret, extra):
    """Every way a planted secret could be left behind."""
    for text in (secret, *extra):
        raw = text.encode()
        yield raw
        yield urllib.parse.quote(text, safe="").encode()
        for lead in (b"", b"x", b"xx"):
            coded = base64.b64encode(lead + raw)
            yield coded[4 if lead else 0 : len(coded) - 4]


def found(planted, places):
    """Return (where, place) for every secret found in *places*, name -> bytes."""
    return [
        (where, place, secret)
        for place, secret, parts in planted
        for where, data in places.items()
        if any(s in data for s in spellings(secret, parts[5]) if len(s) > 8)
    ]


def mockforge(*words):
    argv = [sys.executable, "-m", "mockforge", *map(str, words)]
    run = subprocess.run(argv, cwd=ROOT, capture_output=True)
    return run.stdout + run.stderr


async def bodies(db):
    """Return every stored body and frame, decompressed, as one text."""
    sys.path.insert(0, str(ROOT))
    from mockforge.recordings.matchers import decoded
    from mockforge.store.database import connect
    from mockforge.store.exchanges import every

    out = []
    async with await connect(db) as database:
        async for exchange in every(database):
            for message in (exchange.request, exchange.response):
                if message is not None:
                    out.append(decoded(message.headers, message.body))
            out += [event.data for event in exchange.events]
    return b"\n".join(out)


async def measure(planted, folder):
    server = await asyncio.start_server(upstream(planted), "127.0.0.1", 0)
    url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    db, ready = folder / "r.db", folder / "ready.json"
    command = ["proxy", "--upstream", url, "--port", "0", "--db", str(db), "-v"]
    process, info = await asyncio.to_thread(start, command, ready)
    port = int(info["url"].rpartition(":")[2].strip("/"))
    sent = await drive(port, planted, sockets=True)
    # The write-ahead log is looked at while the proxy still runs.
    live = {path.name + " (live)": path.read_bytes() for path in folder.glob("r.db*")}
    await asyncio.to_thread(stop, process, info)
    server.close()

    places = dict(live)
    places["stored bodies"] = await bodies(db)
    places["jsonl"] = await asyncio.to_thread(
        mockforge, "recordings", "export", db, "-o", folder / "out.jsonl"
    )
    await asyncio.to_thread(
        mockforge, "recordings", "export", db, "-o", folder / "o.har"
    )
    places["show"] = await asyncio.to_thread(
        mockforge, "recordings", "show", db, "--body"
    )
    command = [
        "replay",
        str(db),
        "--port",
        "0",
        "--report",
        str(folder / "report.json"),
    ]
    process, info = await asyncio.to_thread(start, command, folder / "replay.json")
    port = int(info["url"].rpartition(":")[2].strip("/"))
    replayed = await drive(port, planted, sockets=False)
    misses = [(p, s, (f"/nope{t}", *rest)) for p, s, (t, *rest) in planted if t != "ws"]
    await drive(port, misses, sockets=False)
    await asyncio.to_thread(stop, process, info)
    places |= {
        path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }
    return sent, replayed, places


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    planted = corpus(asked.count, asked.seed)
    with tempfile.TemporaryDirectory() as folder:
        sent, replayed, places = asyncio.run(measure(planted, Path(folder)))
    left = found(planted, places)
    wanted = Counter(place for place, _, parts in planted if parts[0] != "ws")
    missed = {p: n - replayed[p] for p, n in wanted.items() if replayed[p] != n}
    print(f"{len(planted)} secrets planted, {sum(sent.values())} exchanges answered")
    print(f"searched {sum(map(len, places.values()))} bytes in {len(places)} places")
    print(f"found: {len(left)} {Counter((w, p) for w, p, _ in left)}")
    print(
        f"replayed: {sum(replayed.values())} of {sum(wanted.values())}, missed {missed}"
    )
    sys.exit(1 if left or missed else 0)


if __name__ == "__main__":
    main()
