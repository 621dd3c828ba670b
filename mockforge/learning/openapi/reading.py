"""What an OpenAPI document says: endpoints, and schemas of what is asked and told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from itertools import product
from typing import Any

from mockforge.endpoint import Endpoint
from mockforge.learning.fields.schema import Schema
from mockforge.learning.openapi.operations import SPANS
from mockforge.learning.openapi.references import (
    Invalid,
    Schemas,
    Steps,
    followed,
    measure,
    references,
    target,
)
from mockforge.learning.openapi.writing import METHODS, OTHERS
from mockforge.options import Json

_BESIDE = ("summary", "description", "servers", "parameters", "$ref", "query")
"""What a path may hold that is no operation; `query` is a method of 3.2."""
_VARIABLE = re.compile(r"\{([^{}]+)\}")
_BASES = 20
"""Base paths of one server that are told apart."""
Operation = Mapping[str, Any]


class OpenApi:
    """A document that was read."""

    def __init__(self, document: Mapping[str, Any]) -> None:
        """Read *document*, of version 3.0 or later.

        Raises:
            Invalid: If it is none, or says something that cannot be.
        """
        _check(document)
        self._document = document
        self._schemas = Schemas(document)
        self._operations: dict[str, Operation] = {}
        self._parameters: dict[str, list[Mapping[str, Any]]] = {}
        found = []
        for path, method, item, told in _operations(document):
            parameters = self._joined(item, told)
            path = _with_spans(path, parameters)
            for base in _bases(document, item, told):
                endpoint = Endpoint(method, f"{base}{path}")
                if str(endpoint) not in self._operations:
                    found.append(endpoint)
                    self._operations[str(endpoint)] = told
                    self._parameters[str(endpoint)] = parameters
        self.endpoints: tuple[Endpoint, ...] = tuple(found)
        """Base paths of servers included."""

    @property
    def title(self) -> str:
        """What the API is called."""
        about = self._document.get("info")
        return str(about.get("title", "")) if isinstance(about, dict) else ""

    def operation(self, key: str) -> Operation | None:
        """Return the operation of the endpoint called *key*, as it is written.

        Those that the document does not tell apart have the same.
        """
        return self._operations.get(key.partition(" [")[0])

    def parameters(self, key: str) -> Sequence[Mapping[str, Any]]:
        """Return its parameters, those of its path included; schemas as in `schema`."""
        return self._parameters.get(key.partition(" [")[0], [])

    def statuses(self, key: str) -> tuple[int, ...]:
        """Return the statuses that are named, the least first."""
        told = self.operation(key)
        responses = {} if told is None else told.get("responses")
        if not isinstance(responses, dict):
            return ()
        return tuple(sorted(int(code) for code in responses if str(code).isdecimal()))

    def response(self, key: str, status: int) -> Mapping[str, Any] | None:
        """Return what is said of answers with *status*."""
        told = self.operation(key)
        responses = {} if told is None else told.get("responses")
        if not isinstance(responses, dict):
            return None
        codes = {str(code).upper(): each for code, each in responses.items()}
        for code in (str(status), f"{status // 100}XX", "DEFAULT"):
            if code in codes:
                found = self._followed(codes[code])
                return found if isinstance(found, dict) else None
        return None

    def media(self, key: str, status: int | None) -> tuple[str, ...]:
        """Return the media types of bodies: of answers, or of what is asked."""
        return tuple(self._content(key, status))

    def schema(self, key: str, status: int, media: str | None = None) -> Schema | None:
        """Return the schema of bodies of an answer, None if nothing is said.

        It stands for itself: what it refers to is among its `$defs`.
        """
        return self._schema(key, status, media)

    def request_schema(self, key: str, media: str | None = None) -> Schema | None:
        """Return the schema of bodies of requests, None if nothing is said."""
        return self._schema(key, None, media)

    def example(self, key: str, status: int | None, media: str | None = None) -> Json:
        """Return an example of a body, None if there is none."""
        content = self._content(key, status)
        name = chosen(content, media)
        told = content.get(name or "")
        if not isinstance(told, dict):
            return None
        if "example" in told:
            return told["example"]
        several = told.get("examples")
        for one in several.values() if isinstance(several, dict) else ():
            found = self._followed(one)
            if isinstance(found, dict) and "value" in found:
                return found["value"]
        schema = self._followed(told.get("schema"))
        return schema.get("example") if isinstance(schema, dict) else None

    def _schema(self, key: str, status: int | None, media: str | None) -> Schema | None:
        content = self._content(key, status)
        name = chosen(content, media)
        told = self._followed(content.get(name or ""))
        if not isinstance(told, dict) or "schema" not in told:
            return None
        hidden = "readOnly" if status is None else "writeOnly"
        return self._schemas.standalone(told["schema"], hidden=hidden)

    def _content(self, key: str, status: int | None) -> Mapping[str, Any]:
        if status is None:
            operation = self.operation(key) or {}
            told = self._followed(operation.get("requestBody"))
        else:
            told = self.response(key, status)
        content = told.get("content") if isinstance(told, dict) else None
        return content if isinstance(content, dict) else {}

    def _followed(self, value: Json) -> Json:
        return followed(self._document, value)

    def _joined(self, item: Json, told: Operation) -> list[Mapping[str, Any]]:
        """Return the parameters of an operation over those of its path."""
        found: dict[tuple[str, str], Mapping[str, Any]] = {}
        for one in [*_listed(item, "parameters"), *_listed(told, "parameters")]:
            each = self._followed(one)
            if not isinstance(each, dict):
                continue
            if "schema" in each:
                schema = self._schemas.standalone(each["schema"], hidden="")
                each = {**each, "schema": schema}
            found[str(each.get("in")), str(each.get("name"))] = each
        return list(found.values())


def chosen(content: Mapping[str, Any], media: str | None) -> str | None:
    """Return the name in *content* that bodies of the type *media* stand under.

    Without one it is that of JSON, or else the first.
    """
    plain = {name.partition(";")[0].strip().lower(): name for name in content}
    if media is not None:
        for name in (media, f"{media.partition('/')[0]}/*", "*/*"):
            if name in plain:
                return plain[name]
        return None
    return next(
        (plain[name] for name in plain if name.endswith("json")),
        next(iter(content), None),
    )


def _check(document: Mapping[str, Any]) -> None:
    """Refuse what is no OpenAPI document of a version that is read."""
    if not isinstance(document, dict):
        raise Invalid("the top of an OpenAPI document is an object")
    if "swagger" in document:
        raise Invalid(
            f"it is Swagger {document['swagger']}; OpenAPI 3.0 and 3.1 are read",
            ("swagger",),
            next_step="convert it, as with: npx swagger2openapi FILE",
        )
    if "openapi" not in document:
        close = get_close_matches("openapi", map(str, document), 1)
        raise Invalid(
            "it is no OpenAPI document: there is no 'openapi'",
            nearest=f"there is {close[0]!r}" if close else "",
            next_step="begin it with: openapi: 3.1.0",
        )
    version = str(document["openapi"])
    if not version.startswith("3."):
        raise Invalid(
            f"OpenAPI {version!r} is not read",
            ("openapi",),
            nearest="3.0 and 3.1 are",
        )
    if not isinstance(document.get("paths"), dict) or not document["paths"]:
        close = get_close_matches("paths", map(str, document), 1)
        raise Invalid(
            "it has no paths",
            nearest=f"there is {close[0]!r}" if close and close != ["paths"] else "",
            next_step="write each as in: paths: {/orders: {get: …}}",
        )
    measure(document)
    for steps, reference in references(document):
        try:
            target(document, reference)
        except Invalid as problem:
            problem.steps = steps
            raise


def _operations(
    document: Mapping[str, Any],
) -> Iterator[tuple[str, str, Operation, Operation]]:
    """Yield the path of each operation, its method, what it stands in, and itself."""
    for path, item in document["paths"].items():
        steps: Steps = ("paths", str(path))
        if str(path).startswith("x-"):
            continue
        if not str(path).startswith("/"):
            raise Invalid(
                f"the path {path!r} does not begin with a slash",
                steps,
                nearest=f"write {'/' + str(path)!r}",
            )
        item = followed(document, item)
        if not isinstance(item, dict):
            raise Invalid(f"the path {path!r} holds no operations", steps)
        for method, told, place in _methods(item, steps):
            if not isinstance(told, dict):
                raise Invalid(f"{method} {path} is no operation: {told!r}", place)
            yield str(path), method, item, told


def _methods(item: Operation, steps: Steps) -> Iterator[tuple[str, Json, Steps]]:
    """Yield the methods of a path, with what stands under each, and where."""
    for name, told in item.items():
        method = str(name)
        if method.lower() in METHODS:
            yield method.upper(), told, (*steps, method)
        elif not method.startswith("x-") and method not in _BESIDE:
            close = get_close_matches(method.lower(), [*METHODS, *_BESIDE], 1)
            raise Invalid(
                f"{method!r} is no method",
                (*steps, method),
                nearest=f"the nearest is {close[0]!r}" if close else "",
            )
    others = item.get(OTHERS)
    for method, told in others.items() if isinstance(others, dict) else ():
        yield str(method), told, (*steps, OTHERS, method)


def _with_spans(path: str, parameters: Sequence[Mapping[str, Any]]) -> str:
    """Return *path* with the parameters that may hold slashes written so."""
    for one in parameters:
        if one.get("in") == "path" and one.get(SPANS) is True:
            name = str(one.get("name"))
            path = path.replace(f"{{{name}}}", f"{{{name}**}}")
    return path


def _listed(value: Json, name: str) -> list[Json]:
    found = value.get(name) if isinstance(value, dict) else None
    return found if isinstance(found, list) else []


def _bases(document: Json, item: Json, told: Json) -> list[str]:
    """Return the paths of the servers that an operation is found at."""
    for one in (told, item, document):
        servers = _listed(one, "servers")
        if servers:
            found = [base for server in servers for base in _based(server)]
            return list(dict.fromkeys(found)) or [""]
    return [""]


def _based(server: Json) -> Iterator[str]:
    url = server.get("url") if isinstance(server, dict) else None
    if not isinstance(url, str):
        return
    variables = server.get("variables")
    names = list(dict.fromkeys(_VARIABLE.findall(_path_of(url))))
    choices = [_values(variables, name) for name in names]
    for number, values in enumerate(product(*choices)):
        if number == _BASES:
            return
        filled = _path_of(url)
        for name, value in zip(names, values, strict=True):
            filled = filled.replace(f"{{{name}}}", value)
        base = "/" + filled.strip("/")
        yield base if base != "/" else ""


def _values(variables: Json, name: str) -> list[str]:
    told = variables.get(name) if isinstance(variables, dict) else None
    if not isinstance(told, dict):
        return [f"{{{name}}}"]
    several = told.get("enum")
    values = [told.get("default"), *(several if isinstance(several, list) else ())]
    return list(dict.fromkeys(str(value) for value in values if value is not None))


def _path_of(url: str) -> str:
    """Return the path of the address of a server, which may be only that.

    Variables may stand for anything in it, which urlsplit() would take amiss.
    """
    _, slashes, rest = url.partition("//")
    if slashes:
        rest = "/" + rest.partition("/")[2]
    return re.split(r"[?#]", rest if slashes else url, maxsplit=1)[0]
