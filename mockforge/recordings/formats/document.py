"""YAML and JSON files as plain values: nothing in them is ever constructed or run."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import yaml

from mockforge.options import Json
from mockforge.recordings.formats.contents import Unreadable, broken
from mockforge.recordings.formats.shape import from_base64

# libyaml's own composer calls itself once per level and a file of brackets ends the
# process; recordings of the tools we read are seven levels deep.
MAX_DEPTH = 100
_NULLS = frozenset(["", "~", "null", "Null", "NULL"])
_Loader: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml's where it is there: ten times as fast."""


class Document:
    """A parsed file that can still tell the line something stands on."""

    def __init__(self, path: Path, raw: bytes, *, typed: bool = False) -> None:
        """Parse *raw*, which came from *path*.

        Args:
            path: Where it came from.
            raw: JSON or YAML.
            typed: Read plain scalars of YAML as JSON has them: numbers and truths.

        Raises:
            RecordingError: If it is neither JSON nor YAML.
        """
        self.path = path
        self._raw = raw
        self._typed = typed
        self._lines: dict[int, int] | None = None
        if raw.lstrip()[:1] in (b"{", b"["):
            self.value = self._json()
        else:
            self.value = self._yaml()

    def line(self, *steps: str | int) -> int | None:
        """Return the line the value at *steps* begins on; None if it cannot be told."""
        if self._lines is None:
            # JSON is YAML but for a few corners, and only a complaint needs lines.
            try:
                value, lines = compose(self._raw, typed=self._typed)
            except (Unreadable, yaml.YAMLError):
                return None
        else:
            value, lines = self.value, self._lines
        for step in steps:
            try:
                value = value[step]
            except (KeyError, IndexError, TypeError):
                break
        return lines.get(id(value))

    def _json(self) -> Json:
        try:
            return json.loads(self._raw)
        except json.JSONDecodeError as error:
            try:
                return self._yaml()
            except Exception:
                raise broken(
                    self.path, f"it is not JSON: {error.msg}", line=error.lineno
                ) from None
        except (UnicodeDecodeError, RecursionError, ValueError) as error:
            what = {
                UnicodeDecodeError: "it is not UTF-8 text",
                RecursionError: "it is nested too deep",
            }.get(type(error), "it is not JSON")
            raise broken(self.path, what) from None

    def _yaml(self) -> Json:
        try:
            value, self._lines = compose(self._raw, typed=self._typed)
        except Unreadable as error:
            raise broken(self.path, str(error), line=error.line) from None
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            raise broken(
                self.path,
                f"it is not YAML: {error.problem or error.context}",
                line=None if mark is None else mark.line + 1,
            ) from None
        except yaml.YAMLError as error:
            reason = getattr(error, "reason", "unreadable characters")
            raise broken(self.path, f"it is not YAML: {reason}") from None
        return value


def compose(raw: bytes, *, typed: bool = False) -> tuple[Json, dict[int, int]]:
    """Return the value of the YAML text *raw*, and the lines of its containers by id.

    Scalars stay the text they are written as: a body `12345` is no number and a header
    `no` no truth value. Only nulls and binary are told apart. If *typed*, numbers and
    truths are too, by the core schema of YAML 1.2. Tags that name a class are passed
    over.

    Raises:
        Unreadable: If it is nested too deep or an alias has no anchor.
        YAMLError: If it is no YAML.
    """
    return _Composer(typed=typed).compose(yaml.parse(raw, Loader=_Loader))


class _Composer:
    """Builds values from the events of a parser, without recursion."""

    def __init__(self, *, typed: bool) -> None:
        self._typed = typed
        self._top: list[Json] = []
        self._open: list[Json] = [self._top]
        self._keys: list[list[Json]] = [[]]
        self._anchors: dict[str, Json] = {}
        self._lines: dict[int, int] = {}

    def compose(self, events: Iterator[yaml.Event]) -> tuple[Json, dict[int, int]]:
        for event in events:
            if isinstance(event, yaml.ScalarEvent):
                self._add(self._scalar(event), event)
            elif isinstance(event, yaml.CollectionStartEvent):
                self._begin(event)
            elif isinstance(event, yaml.CollectionEndEvent):
                self._open.pop()
                self._keys.pop()
            elif isinstance(event, yaml.AliasEvent):
                self._alias(event)
        if len(self._top) > 1:
            raise Unreadable("it holds more than one YAML document")
        return (self._top[0] if self._top else None), self._lines

    def _scalar(self, event: yaml.ScalarEvent) -> Json:
        value = _scalar(event)
        # A key is always a text: `200:` of a response is one.
        is_key = isinstance(self._open[-1], dict) and not self._keys[-1]
        if not self._typed or is_key or not isinstance(value, str):
            return value
        if event.tag or not event.implicit[0]:
            return value
        return _typed(value)

    def _begin(self, event: yaml.CollectionStartEvent) -> None:
        if len(self._open) > MAX_DEPTH:
            raise Unreadable("it is nested too deep", _line(event))
        value: Json = {} if isinstance(event, yaml.MappingStartEvent) else []
        self._lines[id(value)] = _line(event)
        self._add(value, event)
        self._open.append(value)
        self._keys.append([])

    def _alias(self, event: yaml.AliasEvent) -> None:
        if event.anchor not in self._anchors:
            raise Unreadable(f"the alias {event.anchor!r} has no anchor", _line(event))
        value = self._anchors[event.anchor]
        if any(value is container for container in self._open):
            raise Unreadable("a value contains itself", _line(event))
        self._place(value)

    def _add(self, value: Json, event: yaml.NodeEvent) -> None:
        if event.anchor:
            self._anchors[event.anchor] = value
        self._place(value)

    def _place(self, value: Json) -> None:
        container = self._open[-1]
        if isinstance(container, list):
            container.append(value)
        elif self._keys[-1]:
            container[self._keys[-1].pop()] = value
        else:
            self._keys[-1].append(_key(value))


_TRUTHS = {"true": True, "True": True, "TRUE": True} | {
    "false": False,
    "False": False,
    "FALSE": False,
}
_INTEGER = re.compile(r"[-+]?\d{1,300}", re.ASCII)
_FLOAT = re.compile(r"[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d{1,2})?", re.ASCII)


def _typed(text: str) -> Json:
    if text in _TRUTHS:
        return _TRUTHS[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    if len(text) < 300 and _FLOAT.fullmatch(text):
        return float(text)
    return text


def _line(event: yaml.Event) -> int:
    # Only events made by hand have no mark.
    return event.start_mark.line + 1 if event.start_mark else 1


def _key(value: Json) -> str:
    if isinstance(value, bytes):
        return value.decode("latin-1")
    return value if isinstance(value, str) else ""


def _scalar(event: yaml.ScalarEvent) -> str | bytes | None:
    tag = event.tag or ""
    if tag in ("tag:yaml.org,2002:binary", "!binary"):
        return _binary(event)
    if tag == "tag:yaml.org,2002:null":
        return None
    if not tag and event.implicit[0] and event.value in _NULLS:
        return None
    return str(event.value)


def _binary(event: yaml.ScalarEvent) -> bytes:
    try:
        return from_base64(event.value, "this binary")
    except Unreadable as error:
        raise Unreadable(str(error), _line(event)) from None
