"""Small servers of different habits; each call of a maker gives an empty one."""

import base64
import hashlib
import json
from random import Random
from urllib.parse import parse_qsl
from uuid import UUID

from tests.sources.rebound.sides import response


def body_of(asked):
    return json.loads(asked.body) if asked.body else {}


def b64(text):
    return base64.b64encode(text.encode()).decode()


def key_value_server():  # noqa: C901 - one small server
    """Everything is POST; keys and values in base64; revisions; compare-and-swap."""
    store: dict = {}
    state = {"revision": 1}

    def head():
        return {"cluster": "77120934", "revision": str(state["revision"])}

    def put(key, value):
        state["revision"] += 1
        made, version = (
            (store[key][2], store[key][3]) if key in store else (state["revision"], 0)
        )
        store[key] = (value, state["revision"], made, version + 1)

    def shown(key):
        value, changed, made, version = store[key]
        return {
            "key": key,
            "created": str(made),
            "changed": str(changed),
            "version": str(version),
            "value": value,
        }

    def matching(asked):
        key = base64.b64decode(asked["key"])
        if "end" not in asked:
            return [asked["key"]] if asked["key"] in store else []
        end = base64.b64decode(asked["end"])
        return sorted(
            (k for k in store if key <= base64.b64decode(k) < end), key=base64.b64decode
        )

    def get(asked):
        keys = matching(asked)
        limit = asked.get("limit") or len(keys)
        told = {"header": head()}
        if keys:
            told["pairs"] = [shown(key) for key in keys[:limit]]
            told["count"] = str(len(keys))
        if len(keys) > limit:
            told["more"] = True
        return response(200, told)

    def swap(asked):
        if store.get(asked["key"], ("",))[0] == asked["expect"]:
            put(asked["key"], asked["value"])
            return response(200, {"header": head(), "succeeded": True})
        kept = [shown(asked["key"])] if asked["key"] in store else []
        return response(200, {"header": head(), "current": kept})

    def delete(asked):
        keys = matching(asked)
        told = {"header": head()}
        if keys:
            state["revision"] += 1
            told = {"header": head(), "deleted": str(len(keys))}
            for key in keys:
                del store[key]
        return response(200, told)

    def answer(asked):
        sent = body_of(asked)
        if "key" not in sent:
            return response(400, {"error": "key is not provided", "code": 3})
        if asked.path == "/kv/put":
            put(sent["key"], sent["value"])
            return response(200, {"header": head()})
        return {"/kv/get": get, "/kv/swap": swap, "/kv/delete": delete}[asked.path](
            sent
        )

    return answer


def action_server():  # noqa: C901 - one small server
    """One address; the action is a field of a form; answers are XML."""
    users: dict = {}
    rng = Random(5)

    def xml(status, text, root):
        token = str(UUID(int=rng.getrandbits(128), version=4))
        meta = f"<Meta><RequestId>{token}</RequestId></Meta>"
        body = f"<{root}>{text}{meta}</{root}>".encode()
        return response(status, body, Content_Type="text/xml")

    def error(status, code, message):
        return xml(
            status,
            f"<Error><Code>{code}</Code><Message>{message}</Message></Error>",
            "ErrorResponse",
        )

    def shown(name):
        number, team = users[name]
        return f"<User><Name>{name}</Name><Id>{number}</Id><Team>{team}</Team></User>"

    def answer(asked):
        form = dict(parse_qsl(asked.body.decode()))
        action, name = form.get("Action"), form.get("UserName", "")
        if action == "CreateUser":
            if name in users:
                return error(409, "EntityAlreadyExists", f"User {name} already exists.")
            users[name] = (
                "AID" + "".join(rng.choices("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", k=18)),
                form["Team"],
            )
            return xml(200, f"<Result>{shown(name)}</Result>", "CreateUserResponse")
        if action == "ListUsers":
            inner = "".join(shown(each) for each in sorted(users))
            return xml(
                200, f"<Result><Users>{inner}</Users></Result>", "ListUsersResponse"
            )
        if name not in users:
            return error(
                404, "NoSuchEntity", f"The user with name {name} cannot be found."
            )
        if action == "DeleteUser":
            del users[name]
            return xml(200, "", "DeleteUserResponse")
        return xml(200, f"<Result>{shown(name)}</Result>", "GetUserResponse")

    return answer


def graph_server():
    """GraphQL: errors in answers of 200, null for what is not there."""
    orders: dict = {}

    def answer(asked):
        sent = body_of(asked)
        query, values = sent["query"], sent.get("variables", {})
        if "{ nothing" in query or "{ unknown" in query:
            word = query.split("{ ")[1].split(" ")[0]
            return response(
                400,
                {
                    "errors": [
                        {"message": f'Cannot query field "{word}" on type "Query".'}
                    ]
                },
            )
        if "create(" in query:
            if values["order"]["total"] < 0:
                return response(
                    200,
                    {
                        "errors": [
                            {
                                "message": "total must not be negative",
                                "path": ["create"],
                            }
                        ],
                        "data": None,
                    },
                )
            number = str(len(orders) + 1)
            orders[number] = {"id": number, "state": "PENDING", **values["order"]}
            return response(200, {"data": {"create": orders[number]}})
        found = orders.get(values["id"])
        if "advance(" in query:
            if found is None:
                return response(
                    200,
                    {
                        "errors": [
                            {"message": f"no order {values['id']}", "path": ["advance"]}
                        ],
                        "data": None,
                    },
                )
            orders[found["id"]] = found = {**found, "state": values["state"]}
            return response(
                200, {"data": {"advance": {"id": found["id"], "state": found["state"]}}}
            )
        if "remove(" in query:
            orders.pop(values["id"], None)
            return response(200, {"data": {"remove": found is not None}})
        return response(200, {"data": {"order": found}})

    return answer


def blob_server():  # noqa: C901 - one small server
    """Uploads in pieces that follow Location; content by digest and by tag."""
    blobs, tags, uploads = {}, {}, {}
    rng = Random(9)

    def state():
        # Longer than what is compared letter by letter.
        return rng.randbytes(120).hex()

    def begin(name):
        token = str(UUID(int=rng.getrandbits(128), version=4))
        uploads[token] = b""
        return response(
            202,
            None,
            Location=f"http://api.test/{name}/uploads/{token}?state={state()}",
            Range="0-0",
        )

    def upload(asked, name, token):
        if token not in uploads:
            return response(404, {"errors": [{"code": "UPLOAD_UNKNOWN"}]})
        uploads[token] += asked.body
        if asked.method == "PATCH":
            return response(
                202,
                None,
                Location=f"http://api.test/{name}/uploads/{token}?state={state()}",
                Range=f"0-{len(uploads[token]) - 1}",
            )
        digest = "sha256:" + hashlib.sha256(uploads[token]).hexdigest()
        if dict(asked.query)["digest"] != digest:
            return response(400, {"errors": [{"code": "DIGEST_INVALID"}]})
        blobs[name, digest] = uploads.pop(token)
        return response(
            201,
            None,
            Location=f"http://api.test/{name}/blobs/{digest}",
            Content_Digest=digest,
        )

    def serve(asked, data, digest, kind):
        if asked.header("If-None-Match") == f'"{digest}"':
            return response(304, None, ETag=f'"{digest}"')
        headers = {
            "Content_Type": kind,
            "ETag": f'"{digest}"',
            "Content_Digest": digest,
        }
        wanted = asked.header("Range")
        if wanted:
            low, high = (int(each) for each in wanted[6:].split("-"))
            part = data[low : high + 1]
            return response(
                206,
                part,
                Content_Range=f"bytes {low}-{low + len(part) - 1}/{len(data)}",
                **headers,
            )
        told = response(200, data, **headers)
        return told if asked.method == "GET" else type(told)(200, told.headers, b"")

    def answer(asked):
        _, name, what, *rest = asked.path.split("/")
        if what == "uploads":
            return upload(asked, name, rest[0]) if rest and rest[0] else begin(name)
        key = (name, rest[0])
        if what == "tags":
            if asked.method == "PUT":
                tags[key] = (asked.body, asked.header("Content-Type"))
                return response(
                    201,
                    None,
                    Content_Digest="sha256:" + hashlib.sha256(asked.body).hexdigest(),
                )
            if key not in tags:
                return response(
                    404, {"errors": [{"code": "TAG_UNKNOWN", "detail": rest[0]}]}
                )
            data, kind = tags[key]
            return serve(
                asked, data, "sha256:" + hashlib.sha256(data).hexdigest(), kind
            )
        if key not in blobs:
            return response(404, {"errors": [{"code": "BLOB_UNKNOWN"}]})
        if asked.method == "DELETE":
            del blobs[key]
            return response(202)
        return serve(asked, blobs[key], rest[0], "application/octet-stream")

    return answer


def login_server():  # noqa: C901 - one small server
    """Sign-up, login that gives tokens, refresh, what is behind it, logout."""
    users, tokens = {}, {}
    rng = Random(3)

    def mint(name):
        token = "".join(rng.choices("abcdefghijklmnopqrstuvwxyz0123456789", k=40))
        tokens[token] = name
        return token

    def answer(asked):
        sent = body_of(asked)
        name = sent.get("username")
        if asked.path == "/signup":
            if name in users:
                return response(409, {"error": "taken", "username": name})
            users[name] = {"password": sent["password"], "email": sent["email"]}
            return response(201, {"username": name, "email": sent["email"]})
        if asked.path == "/login":
            if name not in users or users[name]["password"] != sent["password"]:
                return response(401, {"error": "bad credentials"})
            return response(
                200, {"token": mint(name), "token_type": "bearer", "expires_in": 3600}
            )
        shown = (asked.header("Authorization") or "").removeprefix("Bearer ")
        if shown not in tokens:
            return response(
                401, {"error": "unauthorized"}, WWW_Authenticate='Bearer realm="api"'
            )
        who = tokens[shown]
        if asked.path == "/me":
            return response(200, {"username": who, "email": users[who]["email"]})
        del tokens[shown]
        return response(204)

    return answer


def queue_server():
    """Named queues: send, receive, delete by receipt."""
    queues: dict = {}
    rng = Random(11)

    def answer(asked):
        sent = body_of(asked)
        action = asked.header("X-Target").partition(".")[2]
        name = sent["Queue"]
        if action == "CreateQueue":
            queues.setdefault(name, [])
            return response(200, {"QueueUrl": f"http://api.test/42/{name}"})
        if name not in queues:
            return response(
                400, {"code": "QueueDoesNotExist", "message": f"no queue {name}"}
            )
        if action == "SendMessage":
            token = str(UUID(int=rng.getrandbits(128), version=4))
            queues[name].append([token, sent["Body"], None])
            return response(
                200,
                {
                    "MessageId": token,
                    "MD5": hashlib.md5(sent["Body"].encode()).hexdigest(),
                },
            )
        if action == "ReceiveMessage":
            for each in queues[name]:
                if each[2] is None:
                    each[2] = "".join(
                        rng.choices("abcdefghijklmnopqrstuvwxyz0123456789", k=32)
                    )
                    return response(
                        200,
                        {
                            "Messages": [
                                {
                                    "MessageId": each[0],
                                    "Receipt": each[2],
                                    "Body": each[1],
                                }
                            ]
                        },
                    )
            return response(200, {})
        queues[name] = [each for each in queues[name] if each[2] != sent["Receipt"]]
        return response(200, {})

    return answer
