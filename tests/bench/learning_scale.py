"""How long learning takes, and how much memory, by the number of exchanges.

    python tests/bench/learning_scale.py [--counts 10000,100000,1000000] [--crawler]

The exchanges are made as they are wanted: clients of a shop that log in, make orders,
page through lists, read, change and remove them, with answers of about 2 KB; with
--crawler every path is another. Each count is learned in a process of its own. Times
are the processor's, without making the exchanges: seconds in all, and in settle.
"""

import argparse
import hashlib
import json
import resource
import subprocess
import sys
import time
from array import array
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from mockforge.chance import rng  # noqa: E402
from mockforge.exchange import Exchange  # noqa: E402
from mockforge.http import Request, Response  # noqa: E402

WORDS = (
    *("amber", "basil", "cedar", "delta", "ember", "fjord", "grove", "haven"),
    *("inlet", "jolly", "kayak", "lemon", "maple", "noble", "ocean", "pearl"),
)
STATES = ("open", "paid", "shipped", "closed")
START = 1_760_000_000.0
STEPS = 10


def exchanges(count):
    """Yield *count* exchanges of clients of a shop, each session's in order."""
    for number in range(count):
        session, step = divmod(number, STEPS)
        yield made(number, session, step)


def made(number, session, step):
    """Return what session *session* asks in its step *step*, with the answer."""
    chance = rng(session, "shop")
    token, order = (
        f"{chance.getrandbits(128):032x}",
        f"ord_{chance.getrandbits(64):016x}",
    )
    page = session % 7 + 1
    asked = (
        ("POST", "/login", {"name": f"user{session % 5000}", "password": "x"}),
        ("GET", "/products?page=1&limit=16", None),
        ("GET", f"/products/{session % 900 + 1}", None),
        (
            "POST",
            "/orders",
            {"product": session % 900 + 1, "quantity": session % 5 + 1},
        ),
        ("GET", f"/orders/{order}", None),
        ("GET", f"/orders?page={page}&limit=16", None),
        ("PATCH", f"/orders/{order}", {"state": STATES[session % 4]}),
        ("GET", f"/orders/{order}/items", None),
        ("DELETE", f"/orders/{order}", None),
        ("GET", f"/orders/{order}", None),
    )[step]
    told = answer(step, session, token, order)
    return exchange(number, session, step, asked, told, token)


def answer(step, session, token, order):
    if step == 0:
        return 200, {
            "token": token,
            "user": {"id": session % 5000, "tags": filler(0, 180)},
        }
    if step in (1, 5, 7):
        kind = {1: product, 5: an_order, 7: product}[step]
        page = session % 7 + 1 if step == 5 else 1
        items = [kind(page * 16 + at, session) for at in range(16)]
        return 200, {"items": items, "page": page, "total": 900, "next": page + 1}
    if step == 2:
        return 200, {
            **product(session % 900 + 1, session),
            "text": filler(session, 180),
        }
    if step == 8:
        return 204, None
    if step == 9:
        return 404, {"error": {"code": "not_found", "message": f"no order {order}"}}
    told = {**an_order(session, session), "id": order, "text": filler(session, 160)}
    return 201 if step == 3 else 200, told


def product(number, session):
    return {
        "id": number,
        "name": f"{WORDS[number % 16]} {WORDS[number // 16 % 16]}",
        "price": round(1.25 + number % 97 * 1.1, 2),
        "stock": (number * 7 + session) % 50,
        "tags": filler(number, 3),
        "rating": {"average": number % 50 / 10, "count": number % 400},
    }


def an_order(number, session):
    return {
        "id": f"ord_{number * 2654435761 % 2**64:016x}",
        "product": number % 900 + 1,
        "quantity": session % 5 + 1,
        "state": STATES[number % 4],
        "created_at": stamp(START + session * 3),
        "shipping": {
            "city": WORDS[number % 16].title(),
            "zip": f"{number % 90000:05d}",
        },
    }


def filler(seed, count):
    return [WORDS[(seed * 31 + at * 7) % 16] for at in range(count)]


def stamp(seconds):
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(seconds))


def exchange(number, session, step, asked, told, token):
    method, target, sent = asked
    status, value = told
    headers = [(b"Host", b"shop.test"), (b"Accept", b"application/json")]
    if step:
        headers.append((b"Authorization", f"Bearer {token}".encode()))
    body = b"" if sent is None else json.dumps(sent).encode()
    if body:
        headers.append((b"Content-Type", b"application/json"))
    answer = b"" if value is None else json.dumps(value).encode()
    return Exchange(
        Request(method, "http", "shop.test", target, tuple(headers), body),
        Response(
            status,
            (
                (b"Content-Type", b"application/json"),
                (b"X-Request-Id", f"{number * 40503 % 2**32:08x}".encode()),
            ),
            answer,
        ),
        session=f"session-{session}",
        started=START + session * 3 + step * 0.2,
        id=number + 1,
    )


def crawled(count):
    """Yield *count* exchanges with as many paths."""
    for number in range(count):
        words = [WORDS[number >> shift & 15] for shift in (0, 4, 8, 12, 16)]
        target = (
            f"/{words[0]}/{words[1]}-{words[2]}/{words[3]}-{words[4]}-{number}.html"
        )
        page = b"<html>" + b" ".join(word.encode() for word in words) * 60 + b"</html>"
        yield Exchange(
            Request("GET", "http", "site.test", target, ((b"Host", b"site.test"),)),
            Response(200, ((b"Content-Type", b"text/html"),), page),
            session="crawler",
            started=START + number * 0.01,
            id=number + 1,
        )


def measured(count, make):
    """Learn from *count* exchanges and print what it took, as JSON."""
    from mockforge.learning.learner import Learner

    learner, online, size = Learner(), array("d"), 0
    source = make(count)
    for _ in range(count):
        one = next(source)
        size += len(one.response.body)
        before = time.thread_time()
        learner.add(one)
        online.append(time.thread_time() - before)
    added, before = sum(online), time.thread_time()
    learned = learner.settle()
    settling = time.thread_time() - before
    online = sorted(online)
    print(
        json.dumps(
            {
                "count": count,
                "bytes": size // count,
                "seconds": round(added + settling, 1),
                "settle": round(settling, 1),
                "add_median_us": round(online[count // 2] * 1e6),
                "add_99_us": round(online[count * 99 // 100] * 1e6),
                "add_most_us": round(online[-1] * 1e6),
                "rss_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
                "endpoints": len(learned.endpoints.every),
                "samples": len(learned.samples),
                "digest": digest_of(learned),
                "notes": list(learned.notes),
            }
        )
    )


def digest_of(learned):
    text = json.dumps(learned.to_json(), sort_keys=True, default=repr)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--counts", default="10000,100000")
    parser.add_argument("--crawler", action="store_true")
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.one:
        measured(args.one, crawled if args.crawler else exchanges)
        return
    columns = ("count", "bytes", "seconds", "settle", "add_median_us", "add_99_us")
    columns += ("rss_mb", "endpoints", "samples")
    print(" | ".join((*columns, "again")))
    for count in map(int, args.counts.split(",")):
        found = [run(count, crawler=args.crawler) for _ in range(1 + (count <= 10**5))]
        same = len({one["digest"] for one in found}) == 1
        again = "-" if len(found) == 1 else "same" if same else "DIFFERENT"
        print(" | ".join([*(str(found[0][name]) for name in columns), again]))
        for note in found[0]["notes"]:
            print(f"    {note}")


def run(count, *, crawler):
    command = [sys.executable, __file__, "--one", str(count)]
    command += ["--crawler"] if crawler else []
    told = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    return json.loads(told.stdout)


if __name__ == "__main__":
    main()
