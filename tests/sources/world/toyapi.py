"""A small API that is real: what it looks like is drawn, what it does is fixed."""

from __future__ import annotations

import base64
import json
import random
import uuid
from dataclasses import dataclass, field
from datetime import UTC, datetime
from urllib.parse import parse_qsl
from xml.sax.saxutils import escape

from mockforge.http import Response

IDS = ("counter", "uuid", "token", "slug")
ENVELOPES = ("bare", "data", "items", "named")
PAGINGS = ("none", "page", "offset", "cursor", "link", "after")


@dataclass(frozen=True)
class Type:
    """A type of entity."""

    name: str
    parent: str | None = None
    ids: str = "counter"
    envelope: str = "bare"
    paging: str = "none"
    update: str = "PATCH"
    unique: bool = False
    stamped: bool = True
    versioned: bool = False
    echoes: bool = True
    """Whether a create answers with the entity; else with its id alone."""


@dataclass(frozen=True)
class Api:
    """What an API looks like."""

    types: tuple[Type, ...]
    style: str = "rest"
    notation: str = "json"
    missing: str = "named"
    size: int = 2


@dataclass
class Row:
    id: str | int
    fields: dict
    parent: str | None


@dataclass
class Server:
    """The API at work."""

    api: Api
    seed: int = 1
    now: float = 1_760_000_000.0
    rows: dict = field(default_factory=dict)
    last: dict = field(default_factory=dict)

    def __post_init__(self):
        self.rng = random.Random(self.seed)
        self.types = {each.name: each for each in self.api.types}

    # -- the wire

    def handle(self, request):
        self.now += 1.5
        if self.api.style == "rest":
            return self._rest(request)
        return self._rpc(request)

    def _rest(self, request):
        parts = [each for each in request.path.split("/") if each]
        query = dict(parse_qsl(request.target.partition("?")[2]))
        body = self._parsed(request.body)
        kind = None
        parent = None
        while parts:
            kind = self.types[parts.pop(0)]
            name = parts.pop(0) if parts else None
            if parts:
                if self._find(kind, name) is None:
                    return self._missing(kind, name)
                parent = name
        verb = {"POST": "create", "GET": "get" if name else "list", "DELETE": "delete"}
        what = verb.get(request.method, "update")
        return self._do(what, kind, name, parent, query, body)

    def _rpc(self, request):
        body = self._parsed(request.body)
        if self.api.style == "rpc path":
            label, what = request.path.rsplit("/", 1)[-1].split(".")
            params = body
        else:
            label, what = body["method"].split(".")
            params = body["params"]
        kind = self.types[label]
        params = dict(params)
        name = params.pop("id", None)
        parent = params.pop("parent_id", None)
        if parent is not None and what in ("create", "list"):
            above = self.types[kind.parent or ""]
            if self._find(above, parent) is None:
                return self._missing(above, parent)
        fields = params.get("fields", params)
        return self._do(what, kind, name, parent, params, fields)

    def _parsed(self, body: bytes):
        if not body:
            return {}
        if self.api.notation == "json":
            return json.loads(body)
        import xml.etree.ElementTree as tree

        return {each.tag: each.text or "" for each in tree.fromstring(body)}

    # -- what it does

    def _do(self, what, kind, name, parent, query, body):
        if what == "create":
            return self._create(kind, parent, body)
        if what == "list":
            return self._list(kind, parent, query)
        row = self._find(kind, name)
        if row is None or (kind.parent and parent and row.parent != str(parent)):
            return self._missing(kind, name)
        if what == "delete":
            return self._delete(kind, row)
        if what == "update":
            return self._update(kind, row, body)
        return self._told(200, self._one(kind, row))

    def _delete(self, kind, row):
        del self.rows[kind.name][str(row.id)]
        for below in self.api.types:
            known = self.rows.get(below.name, {})
            if below.parent == kind.name:
                for key in [
                    k for k, each in known.items() if each.parent == str(row.id)
                ]:
                    del known[key]
        rpc = self.api.style != "rest"
        return self._told(200, {"deleted": True}) if rpc else Response(204)

    def _create(self, kind, parent, body):
        if "name" not in body:
            return self._refuse(422, "name", "name is required")
        rows = self.rows.setdefault(kind.name, {})
        if kind.ids == "slug" or kind.unique:
            for row in rows.values():
                if row.fields["name"] == body["name"]:
                    text = f"{kind.name} {body['name']} already exists"
                    return self._refuse(409, "conflict", text)
        new = self._id(kind, body)
        given = {"name": body["name"], "size": body.get("size", 1)}
        row = Row(new, given, None if parent is None else str(parent))
        if kind.stamped:
            row.fields["created_at"] = row.fields["updated_at"] = self._time()
        if kind.versioned:
            row.fields["version"] = 1
        row.fields["state"] = "new"
        rows[str(new)] = row
        shown = self._one(kind, row) if kind.echoes else {"id": new}
        headers = []
        if self.api.style == "rest":
            headers.append((b"Location", f"/{kind.name}/{new}".encode()))
        return self._told(201 if self.api.style == "rest" else 200, shown, headers)

    def _update(self, kind, row, body):
        if "size" in body and not str(body["size"]).lstrip("-").isdigit():
            return self._refuse(422, "size", "size must be a number")
        if kind.update == "PUT":
            row.fields["size"] = 1
        for name in ("name", "size", "state"):
            if name in body:
                row.fields[name] = body[name]
        if kind.stamped:
            row.fields["updated_at"] = self._time()
        if kind.versioned:
            row.fields["version"] += 1
        return self._told(200, self._one(kind, row))

    def _list(self, kind, parent, query):
        rows = list(self.rows.get(kind.name, {}).values())
        if parent is not None:
            rows = [row for row in rows if row.parent == str(parent)]
        if "state" in query:
            rows = [row for row in rows if row.fields["state"] == query["state"]]
        return self._paged(kind, rows, query)

    def _paged(self, kind, rows, query):
        total = len(rows)
        size = int(query.get("limit", self.api.size))
        if kind.paging == "none":
            size = max(total, 1)
        start = self._start(kind.paging, rows, query, size)
        end = min(total, start + size)
        headers, more = [], {}
        if kind.paging == "cursor":
            more["next"] = self._cursor(end) if end < total else None
        elif kind.paging == "after":
            more["has_more"] = end < total
        elif kind.paging == "link" and end < total:
            url = f"http://api.test/{kind.name}?cursor={self._cursor(end)}"
            headers.append((b"Link", f'<{url}>; rel="next"'.encode()))
        items = [self._fields(kind, row) for row in rows[start : start + size]]
        if kind.envelope == "bare" and not more and self.api.notation == "json":
            return self._told(200, items, headers)
        key = {"named": kind.name, "data": "data"}.get(kind.envelope, "items")
        told = {key: items, **more}
        if kind.envelope == "items":
            told["total"] = total
        return self._told(200, told, headers)

    def _start(self, paging, rows, query, size):
        if paging == "page":
            return (int(query.get("page", 1)) - 1) * size
        if paging == "offset":
            return int(query.get("offset", 0))
        if paging in ("cursor", "link"):
            return self._place(query.get("cursor", ""))
        names = [str(row.id) for row in rows]
        after = str(query.get("after", ""))
        return names.index(after) + 1 if paging == "after" and after in names else 0

    @staticmethod
    def _cursor(end):
        return base64.b64encode(f"at:{end}".encode()).decode().rstrip("=")

    @staticmethod
    def _place(cursor):
        if not cursor:
            return 0
        return int(base64.b64decode(cursor + "===").decode().partition(":")[2])

    # -- what it says

    def _find(self, kind, name):
        return self.rows.get(kind.name, {}).get(str(name))

    def _id(self, kind, body):
        if kind.ids == "counter":
            self.last[kind.name] = self.last.get(kind.name, 0) + 1
            return self.last[kind.name]
        if kind.ids == "uuid":
            return str(uuid.UUID(int=self.rng.getrandbits(128), version=4))
        if kind.ids == "slug":
            return body["name"]
        letters = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHJKLMNPQRSTUVWXYZ"
        return kind.name[:3] + "_" + "".join(self.rng.choices(letters, k=20))

    def _time(self):
        shown = datetime.fromtimestamp(self.now, UTC).isoformat(timespec="milliseconds")
        return shown.replace("+00:00", "Z")

    def _fields(self, kind, row):
        shown = {"id": row.id, **row.fields}
        if kind.parent:
            shown["parent_id"] = row.parent
            above = self.types[kind.parent or ""]
            if above.ids == "counter" and self.api.notation == "json":
                shown["parent_id"] = int(row.parent)
        return shown

    def _one(self, kind, row):
        shown = self._fields(kind, row)
        if kind.envelope == "data":
            return {"data": shown}
        return {kind.name[:-1]: shown} if kind.envelope == "named" else shown

    def _missing(self, kind, name):
        if self.api.missing == "named":
            return self._refuse(404, "not_found", f"{kind.name} {name} not found")
        return self._refuse(404, "not_found", "not found")

    def _refuse(self, status, code, text):
        return self._told(status, {"error": {"code": code, "message": text}})

    def _told(self, status, value, headers=()):
        if self.api.notation == "json":
            body = json.dumps(value).encode()
            kind = b"application/json"
        else:
            body = ("<?xml version='1.0'?>\n" + _xml("answer", value)).encode()
            kind = b"application/xml"
        size = (b"Content-Length", str(len(body)).encode())
        return Response(status, ((b"Content-Type", kind), size, *headers), body)


def _xml(name, value):
    if isinstance(value, list):
        inner = "".join(_xml("item", each) for each in value)
    elif isinstance(value, dict):
        inner = "".join(_xml(key, each) for key, each in value.items())
    else:
        inner = "" if value is None else escape(str(value))
    return f"<{name}>{inner}</{name}>"
