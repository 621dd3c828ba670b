"""Journeys over a toy API: steps that name entities by number, and what they tell."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

from mockforge.http import Request
from tests.sources.world.toyapi import Api

STATES = ("open", "done")


@dataclass(frozen=True)
class Step:
    """One request: what to do, with which entities of those made until now."""

    what: str
    type: str
    which: int = 0
    fields: tuple = ()
    query: tuple = ()


@dataclass
class Client:
    """Takes a journey and remembers the ids it is told."""

    api: Api
    handle: Callable
    ids: dict = field(default_factory=dict)
    parents: dict = field(default_factory=dict)
    names: dict = field(default_factory=dict)
    log: list = field(default_factory=list)
    cursors: dict = field(default_factory=dict)

    def __post_init__(self):
        self.types = {each.name: each for each in self.api.types}

    def take(self, step: Step):
        """Ask and return the status and what was told, ids as their numbers."""
        request = self.request(step)
        if request is None:
            return None
        response = self.handle(request)
        if response is None:
            return "nothing", request.method, request.target
        value = self._value(response)
        if step.what == "create" and response.status in (200, 201):
            self._made(step, value)
        if step.what == "list":
            self.cursors[step.type] = self._cursor(response, value)
        return response.status, self._neutral(value, response)

    def request(self, step: Step):
        """Return what the step asks, None if there is nothing to ask it of."""
        kind = self.types[step.type]
        parents = self.ids.get(kind.parent, []) if kind.parent else [None]
        query = self._query(step)
        if not parents or query is None:
            return None
        known = self.ids.get(step.type, [])
        name = known[step.which % len(known)] if known else self._unknown(kind)
        if step.what == "unknown":
            name = self._unknown(kind)
        parent = parents[step.which % len(parents)]
        if step.what not in ("create", "list") and str(name) in self.parents:
            parent = self.parents[str(name)]
        what = {"unknown": "get"}.get(step.what, step.what)
        ask = self._rest if self.api.style == "rest" else self._rpc
        return ask(kind, what, name, parent, dict(step.fields), query)

    def _query(self, step):
        query = dict(step.query)
        if query.pop("follow", None):
            cursor = self.cursors.get(step.type)
            if cursor is None:
                return None
            query[cursor[0]] = cursor[1]
        return query

    def _rest(self, kind, what, name, parent, fields, query):
        path = f"/{kind.name}"
        if kind.parent:
            path = f"/{kind.parent}/{parent}{path}"
        if what not in ("create", "list"):
            path += f"/{name}"
        if query:
            path += "?" + "&".join(f"{k}={v}" for k, v in query.items())
        method = {"create": "POST", "delete": "DELETE", "update": kind.update}
        body = self._written(fields) if what in ("create", "update") else b""
        return self._request(method.get(what, "GET"), path, body)

    def _rpc(self, kind, what, name, parent, fields, query):
        params = {**query}
        if what not in ("create", "list"):
            params["id"] = name
        if kind.parent and what in ("create", "list"):
            params["parent_id"] = parent
        if what in ("create", "update"):
            params |= fields
        if self.api.style == "rpc path":
            path = f"/api/{kind.name}.{what}"
            return self._request("POST", path, json.dumps(params).encode())
        told = {"method": f"{kind.name}.{what}", "params": params}
        return self._request("POST", "/rpc", json.dumps(told).encode())

    def _request(self, method, path, body):
        kind = self.api.notation.encode()
        headers: tuple = ((b"Host", b"api.test"),)
        if body:
            headers += ((b"Content-Type", b"application/" + kind),)
        return Request(method, "http", "api.test", path, headers, body)

    def _written(self, fields):
        if self.api.notation == "json":
            return json.dumps(fields).encode()
        inner = "".join(f"<{k}>{escape(str(v))}</{k}>" for k, v in fields.items())
        return f"<fields>{inner}</fields>".encode()

    @staticmethod
    def _unknown(kind):
        return {
            "counter": 98765,
            "uuid": "7d444840-9dc0-41d1-b245-5ffdce74fad2",
            "slug": "nobody",
            "token": kind.name[:3] + "_9f8e7d6c5b4a39281706",
        }[kind.ids]

    def _value(self, response):
        if not response.body:
            return None
        if self.api.notation == "json":
            return json.loads(response.body)
        import xml.etree.ElementTree as tree

        return _plain(tree.fromstring(response.body))

    def _made(self, step, value):
        if "id" not in value:
            value = next(iter(value.values()))
        name = value["id"]
        self.ids.setdefault(step.type, []).append(name)
        kind = self.types[step.type]
        if kind.parent:
            parents = self.ids[kind.parent]
            self.parents[str(name)] = parents[step.which % len(parents)]

    def _cursor(self, response, value):
        link = response.header("link")
        if link:
            return "cursor", re.findall(r"cursor=([^>&]*)", link)[0]
        if isinstance(value, dict) and value.get("next"):
            return "cursor", value["next"]
        if isinstance(value, dict) and str(value.get("has_more")).lower() == "true":
            items = next(each for each in value.values() if isinstance(each, list))
            return "after", items[-1]["id"]
        return None

    def _neutral(self, value, response):
        shown = json.dumps(value)
        for key in ("location", "link"):
            shown += f" {key}={response.header(key)}"
        known = [
            (str(name), f"<{kind} {number}>")
            for kind, names in self.ids.items()
            for number, name in enumerate(names)
            if self.types[kind].ids in ("uuid", "token")
        ]
        for name, number in known:
            shown = shown.replace(name, number)
        shown = re.sub(r"\d{4}-\d\d-\d\dT[\d:.]+Z", "<time>", shown)
        return re.sub(r'(cursor=|"next": ")[^"&>]+', r"\1<cursor>", shown)


def _plain(element):
    if len(element) == 0:
        return element.text or ""
    if all(each.tag == "item" for each in element):
        return [_plain(each) for each in element]
    return {each.tag: _plain(each) for each in element}


def lesson(api: Api):
    """Return the steps of the one journey that is recorded."""
    steps = []
    for number, kind in enumerate(api.types):
        name = kind.name
        for n in range(6):
            fields = [("name", f"{name}-{'abcdef'[n]}{number}"), ("size", 3 + n)]
            steps.append(Step("create", name, n % 2, tuple(fields[: 2 - (n == 1)])))
            steps.append(Step("get", name, n))
        if kind.unique or kind.ids == "slug":
            steps.append(Step("create", name, 0, (("name", f"{name}-a{number}"),)))
        steps.append(Step("create", name, 0, (("size", 4),)))
        steps += _lists(kind)
        for n, state in ((0, "open"), (1, "done"), (2, "open")):
            steps.append(Step("update", name, n, (("state", state),)))
            steps.append(Step("get", name, n))
        steps.append(Step("update", name, 1, (("name", f"re-{name}"), ("size", 9))))
        steps.append(Step("get", name, 1))
        steps.append(Step("update", name, 0, (("size", "huge"),)))
        steps.append(Step("list", name, 0, (), (("state", "open"),)))
        steps.append(Step("list", name, 0, (), (("state", "done"),)))
        steps.append(Step("unknown", name, 0))
    for kind in reversed(api.types):
        name = kind.name
        steps.append(Step("delete", name, 3))
        steps.append(Step("get", name, 3))
        steps.append(Step("delete", name, 3))
        steps.append(Step("update", name, 3, (("state", "done"),)))
        steps.append(Step("list", name, 1))
    for kind in api.types:
        if kind.parent:
            steps.append(Step("delete", kind.parent, 1))
            steps.append(Step("list", kind.name, 1))
            steps.append(Step("create", kind.name, 1, (("name", "orphan"),)))
    return steps


def _lists(kind):
    yield Step("list", kind.name, 0)
    if kind.paging in ("cursor", "link", "after"):
        yield Step("list", kind.name, 0, (), (("follow", 1),))
        yield Step("list", kind.name, 0, (), (("limit", 1),))
    elif kind.paging == "page":
        yield Step("list", kind.name, 0, (), (("page", 2),))
        yield Step("list", kind.name, 0, (), (("page", 1), ("limit", 1)))
    elif kind.paging == "offset":
        yield Step("list", kind.name, 0, (), (("offset", 2),))
        yield Step("list", kind.name, 0, (), (("offset", 0), ("limit", 1)))
    yield Step("list", kind.name, 1)
