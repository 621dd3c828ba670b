"""Journeys: what clients of the servers do; another generator, another user of them.

Each yields what a client sees: statuses, and values that it wrote and reads back.
"""

import base64
import hashlib
import json
import re
from urllib.parse import urlencode

from tests.sources.rebound.servers import b64

NAMES = ["alice", "bob", "carla", "dmitri", "eve", "farid", "grete", "hana"]
WORDS = ["red", "blue", "west", "night", "paper", "stone", "river", "cloud", "seven"]


def told(answer):
    return json.loads(answer.body)


def shuffled(rng, *blocks):
    some = list(blocks)
    rng.shuffle(some)
    for block in some:
        yield from block()


def plain(text):
    return base64.b64decode(text).decode()


def key_value(call, rng):  # noqa: C901, PLR0915 - one story
    prefix = rng.choice(["cfg/", "svc/", "app/env/", "flags/"])
    end = prefix[:-1] + "0"
    keys = [f"{prefix}{number}" for number in range(rng.randint(3, 6))]
    values = {}

    def do(path, **body):
        answer = call("POST", path, body)
        return answer.status, told(answer)

    def get(key, **more):
        return do("/kv/get", key=b64(key), **more)

    for key in keys:
        values[key] = rng.choice(WORDS) + str(rng.randint(1, 99))
        status, found = do("/kv/put", key=b64(key), value=b64(values[key]))
        yield "status", status
        yield "revision", found["header"]["revision"]

    def reads():
        for key in rng.sample(keys, 2):
            status, found = get(key)
            yield "status", status
            yield (
                "read",
                plain(found["pairs"][0]["value"]),
                found["pairs"][0]["version"],
                found["count"],
            )
        status, found = get(prefix + "zz")
        yield "missing", "pairs" in found, found.get("count")

    def changes():
        key = rng.choice(keys)
        values[key] = rng.choice(WORDS) + "-new"
        status, found = do("/kv/put", key=b64(key), value=b64(values[key]))
        yield "status", status
        status, found = get(key)
        one = found["pairs"][0]
        yield (
            "changed",
            plain(one["value"]),
            one["version"],
            one["changed"],
            one["created"],
        )

    def swaps():
        key = keys[0]
        for expected in (values[key], "stale" + values[key]):
            new = rng.choice(WORDS) + "-swapped"
            status, found = do(
                "/kv/swap", key=b64(key), expect=b64(expected), value=b64(new)
            )
            yield "status", status
            yield "swapped", found.get("succeeded", False)
            if found.get("succeeded"):
                values[key] = new
            else:
                yield "current", plain(found["current"][0]["value"])

    def pages():
        key = b64(prefix)
        while True:
            _, found = do("/kv/get", key=key, end=b64(end), limit=2)
            yield (
                "page",
                [(plain(p["key"]), plain(p["value"])) for p in found.get("pairs", [])],
                found.get("count"),
            )
            if not found.get("more"):
                break
            key = base64.b64encode(
                base64.b64decode(found["pairs"][-1]["key"]) + b"\0"
            ).decode()

    def broken():
        answer = call("POST", "/kv/put", {"value": b64("x")})
        yield "status", answer.status

    yield from shuffled(rng, reads, changes, swaps, pages, broken)
    for _ in range(2):
        status, found = do("/kv/delete", key=b64(prefix), end=b64(end))
        yield "deleted", found.get("deleted")
    status, found = get(keys[0])
    yield "after", found.get("count")


def actions(call, rng):  # noqa: C901 - one story
    names = rng.sample(NAMES, rng.randint(2, 5))
    team = rng.choice(WORDS)
    ids = {}

    def do(action, **fields):
        body = urlencode({"Action": action, "Version": "2010-05-08", **fields}).encode()
        answer = call(
            "POST", "/", body, Content_Type="application/x-www-form-urlencoded"
        )
        return answer.status, answer.body.decode()

    def inside(tag, text):
        return re.findall(f"<{tag}>([^<]*)</{tag}>", text)

    for name in names:
        status, text = do("CreateUser", UserName=name, Team=team)
        ids[name] = inside("Id", text)
        yield "status", status
        yield "created", inside("Name", text), inside("Team", text)

    def again():
        status, text = do("CreateUser", UserName=rng.choice(names), Team=team)
        yield "status", status
        yield "message", inside("Code", text), inside("Message", text)

    def reads():
        for name in rng.sample(names, 2):
            status, text = do("GetUser", UserName=name)
            yield "status", status
            yield (
                "read",
                inside("Name", text),
                inside("Team", text),
                inside("Id", text) == ids[name],
            )

    def missing():
        status, text = do("GetUser", UserName=rng.choice(WORDS))
        yield "status", status
        yield "message", inside("Code", text), inside("Message", text)

    def lists():
        _, text = do("ListUsers")
        yield "list", inside("Name", text), inside("Team", text)

    yield from shuffled(rng, again, reads, missing, lists)
    status, text = do("DeleteUser", UserName=names[0])
    yield "status", status
    status, text = do("DeleteUser", UserName=names[0])
    yield "status", status
    status, text = do("GetUser", UserName=names[0])
    yield "status", status
    yield from lists()


def graph(call, rng):  # noqa: C901 - one story
    count = rng.randint(3, 6)
    followed = str(rng.randint(1, count - 1))

    def do(query, **variables):
        answer = call("POST", "/graphql", {"query": query, "variables": variables})
        return answer.status, told(answer)

    fields = "{ id state total note tags }"
    create = f"mutation Create($order: NewOrder!) {{ create(order: $order) {fields} }}"
    read = f"query Order($id: ID!) {{ order(id: $id) {fields} }}"
    advance = (
        "mutation Advance($id: ID!, $state: State!)"
        " { advance(id: $id, state: $state) { id state } }"
    )
    remove = "mutation Remove($id: ID!) { remove(id: $id) }"
    tags = rng.choice([["new"], ["eu", "b2b"], ["x", "y", "z"]])
    for number in range(count):
        order = {
            "total": number + rng.choice([0.5, 9.99]),
            "note": rng.choice([None, *WORDS]),
            "tags": tags if number % 2 else [],
        }
        status, found = do(create, order=order)
        yield "status", status
        yield "created", found["data"]["create"]

    def reads():
        for _ in range(2):
            yield "order", do(read, id=str(rng.randint(1, count)))[1]
        yield "none", do(read, id=str(rng.randint(50, 500)))[1]

    def errors():
        yield "negative", do(create, order={"total": -rng.randint(1, 40)})[1]
        yield "unknown", do(advance, id=str(rng.randint(50, 500)), state="SENT")[1]
        status, found = do(f"{{ {rng.choice(['nothing', 'unknown'])} }}")
        yield "status", status
        yield "message", found["errors"][0]["message"]

    def advances():
        for state in rng.sample(["PAID", "SENT", "LOST"], 2):
            yield "advanced", do(advance, id=followed, state=state)[1]
        yield "polled", do(read, id=followed)[1]

    yield from shuffled(rng, reads, errors, advances)
    for _ in range(2):
        yield "removed", do(remove, id=str(count))[1]
    yield "gone", do(read, id=str(count))[1]


def blobs(call, rng):  # noqa: C901, PLR0915 - one story
    name = rng.choice(["app", "web", "proxy", "worker"])
    data = rng.randbytes(rng.randint(300, 900))
    small = json.dumps({"arch": rng.choice(WORDS)}).encode()
    size = rng.choice([100, 150, 200])

    def digest(content):
        return "sha256:" + hashlib.sha256(content).hexdigest()

    def path(answer):
        return answer.header("Location").removeprefix("http://api.test")

    def push(content):
        answer = call("HEAD", f"/{name}/blobs/{digest(content)}")
        yield "status", answer.status
        if answer.status == 200:
            return
        answer = call("POST", f"/{name}/uploads/")
        yield "status", answer.status
        for at in range(0, len(content), size):
            answer = call(
                "PATCH",
                path(answer),
                content[at : at + size],
                Content_Type="application/octet-stream",
            )
            yield "status", answer.status
            yield "range", answer.header("Range")
        answer = call("PUT", f"{path(answer)}&digest={digest(content)}")
        yield "status", answer.status
        yield "digest", answer.header("Content-Digest")

    yield from push(data)
    yield from push(small)
    yield from push(data)
    kind = "application/vnd.test.manifest+json"
    manifest = json.dumps({"layers": [digest(data)], "config": digest(small)}).encode()
    tags = rng.sample(["v1", "v2", "latest", "rc1", "stable"], rng.randint(2, 4))
    for tag in tags:
        answer = call("PUT", f"/{name}/tags/{tag}", manifest, Content_Type=kind)
        yield "status", answer.status
        yield "digest", answer.header("Content-Digest")

    def reads():
        answer = call("GET", f"/{name}/blobs/{digest(data)}")
        yield "status", answer.status
        yield (
            "content",
            answer.body == data,
            answer.header("Content-Digest"),
            answer.header("ETag"),
        )
        low = rng.randint(0, 100)
        answer = call(
            "GET", f"/{name}/blobs/{digest(data)}", Range=f"bytes={low}-{low + 20}"
        )
        yield "status", answer.status
        yield (
            "part",
            answer.body == data[low : low + 21],
            answer.header("Content-Range"),
        )
        answer = call("HEAD", f"/{name}/blobs/{digest(small)}")
        yield "status", answer.status
        yield "length", answer.header("Content-Length")

    def manifests():
        answer = call("GET", f"/{name}/tags/{rng.choice(tags)}")
        yield "status", answer.status
        yield (
            "manifest",
            answer.body == manifest,
            answer.header("ETag"),
            answer.header("Content-Type"),
        )
        answer = call(
            "GET", f"/{name}/tags/{tags[0]}", If_None_Match=answer.header("ETag")
        )
        yield "status", answer.status
        answer = call("GET", f"/{name}/tags/{rng.choice(['none', 'v99'])}")
        yield "status", answer.status

    def wrong():
        answer = call("POST", f"/{name}/uploads/")
        answer = call(
            "PUT",
            f"{path(answer)}&digest={digest(b'zzz')}",
            rng.choice([b"abc", b"other"]),
        )
        yield "status", answer.status

    def missing():
        answer = call("GET", f"/{name}/blobs/{digest(rng.randbytes(8))}")
        yield "status", answer.status

    yield from shuffled(rng, reads, manifests, wrong, missing)
    for _ in range(2):
        answer = call("DELETE", f"/{name}/blobs/{digest(data)}")
        yield "status", answer.status
    answer = call("GET", f"/{name}/blobs/{digest(data)}")
    yield "status", answer.status


def logins(call, rng):
    names = rng.sample(NAMES, rng.randint(1, 3))
    for name in names:
        secret = rng.choice(WORDS) + str(rng.randint(100, 999))
        email = f"{name}@{rng.choice(WORDS)}.test"
        answer = call(
            "POST", "/signup", {"username": name, "password": secret, "email": email}
        )
        yield "status", answer.status
        yield "signed up", told(answer)
        answer = call("POST", "/login", {"username": name, "password": "not-" + secret})
        yield "status", answer.status
        answer = call("POST", "/login", {"username": name, "password": secret})
        yield "status", answer.status
        token = told(answer)["token"]
        answer = call("GET", "/me")
        yield "status", answer.status
        answer = call("GET", "/me", Authorization=f"Bearer {token}")
        yield "status", answer.status
        yield "me", told(answer)
        if name == names[0]:
            answer = call(
                "POST",
                "/signup",
                {"username": name, "password": "x" + secret, "email": email},
            )
            yield "status", answer.status
            yield "taken", told(answer)
        answer = call("POST", "/logout", Authorization=f"Bearer {token}")
        yield "status", answer.status
        answer = call("GET", "/me", Authorization=f"Bearer {token}")
        yield "status", answer.status


def queues(call, rng):
    name = rng.choice(["jobs", "mail-out", "resize", "events"])

    def do(action, **body):
        answer = call(
            "POST", "/", {"Queue": name, **body}, X_Target=f"Queues_2012.{action}"
        )
        return answer.status, told(answer)

    answer = call(
        "POST",
        "/",
        {"Queue": "nowhere", "Body": "x"},
        X_Target="Queues_2012.SendMessage",
    )
    yield "status", answer.status
    status, found = do("CreateQueue")
    yield "status", status
    yield "queue", found["QueueUrl"]
    for _ in range(rng.randint(1, 3)):
        text = " ".join(rng.sample(WORDS, 3))
        status, sent = do("SendMessage", Body=text)
        yield "status", status
        yield "md5", sent["MD5"]
        status, found = do("ReceiveMessage")
        yield "status", status
        one = found["Messages"][0]
        yield "message", one["Body"], one["MessageId"] == sent["MessageId"]
        status, _ = do("DeleteMessage", Receipt=one["Receipt"])
        yield "status", status
        status, found = do("ReceiveMessage")
        yield "left", "Messages" in found
