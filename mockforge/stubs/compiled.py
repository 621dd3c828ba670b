"""Answers of endpoints, read once: what is filled in, and under which condition."""

from __future__ import annotations

import json
import re
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from mockforge.errors import ConfigError
from mockforge.options import Json
from mockforge.stubs.asked import OF_REQUEST
from mockforge.stubs.checking import Where, Wrong, disagreements, dotted
from mockforge.stubs.expressions import unreadable
from mockforge.stubs.writing import type_of

if TYPE_CHECKING:
    from mockforge.conditions import Condition
    from mockforge.stubs.options import ResponseOptions
    from mockforge.synthesis import Maker
    from mockforge.templates import Scope, Template


class Plain:
    """A body in which nothing is to be filled in."""

    words: frozenset[str] = frozenset()
    reads: frozenset[str] = frozenset()

    def __init__(self, value: Json) -> None:
        self._value = value

    def render(self, scope: Scope) -> Json:
        """Return it as it is."""
        return self._value


@dataclass(frozen=True)
class Reply:
    """One answer of an endpoint."""

    options: ResponseOptions
    number: int
    """Its place among those of the endpoint."""
    condition: Condition | None
    body: Template | Plain | None
    """None where no body is written, or it is bytes."""
    headers: Template | Plain | None
    fallback: Template | Plain | None
    maker: Maker | None
    """What invents; None for one that is static."""
    content_type: str | None = None
    """Of a body that is a file."""

    @property
    def is_by_request(self) -> bool:
        """Whether its condition speaks of nothing but the request."""
        if self.condition is None:
            return True
        return {re.split(r"[.\[]", each)[0] for each in self.condition.names} <= (
            OF_REQUEST
        )

    @property
    def takes_turns(self) -> bool:
        """Whether it depends on what was asked before."""
        fault = self.options.fault
        is_counted = fault is not None and fault.times is not None
        return self.options.drift is not None or self.remembers or is_counted

    @cached_property
    def remembers(self) -> bool:
        """Whether it depends on what the session did before."""
        words = set(self.condition.names) if self.condition is not None else set()
        for template in (self.body, self.headers, self.fallback):
            words |= template.words if template is not None else set()
        of_session = {word for word in words if _OF_SESSION.match(word)}
        # A template names what it reads a part of too.
        parts = of_session - {"session"}
        return bool((parts or of_session) - {"session.id", "request.session.id"})

    def draws_anew(self, method: str) -> bool:
        """Whether the same request by *method* is drawn for anew each time.

        What moves on is one thing, that has the same id each time it is read.
        """
        if self.maker is not None:
            return not self.options.cache_enabled
        drift = self.options.drift
        return drift is None or not drift.enabled or method not in ("GET", "HEAD")

    @cached_property
    def is_settled(self) -> bool:
        """Whether the same request gets the same answer, whoever sends it whenever."""
        options = self.options
        if not isinstance(options.delay, float) or options.drift is not None:
            return False
        if options.fault is not None:
            return False
        if self.headers is not None and not _is_of_request(self.headers):
            return False
        if self.maker is not None and not options.cache_enabled:
            return False
        # What a kept body draws, it draws by the request.
        return self.body is None or _is_of_request(self.body)


def _is_of_request(template: Template | Plain) -> bool:
    """Whether *template* reads nothing but the request, and nothing of its header."""
    if not template.reads <= {"request"}:
        return False
    return not any(_OF_HEADER.search(word) for word in template.words)


_OF_SESSION = re.compile(r"(?:request\.)?(?:session|state)(?![\w-])")
_OF_HEADER = re.compile(r"header|cookie|host|url|request|client|agent", re.IGNORECASE)


@dataclass(slots=True)
class Compiling:
    """Reads answers, and keeps what is wrong with them."""

    wrong: list[Wrong] = field(default_factory=list)

    def reply(self, options: ResponseOptions, number: int, where: Where) -> Reply:
        """Return *options*, which stand at *where*, ready to be answered with."""
        self.wrong += [
            replace(each, is_between=True) for each in disagreements(options, where)
        ]
        self.wrong += unreadable(options, where)
        fallback = options.fallback
        return Reply(
            options,
            number,
            self._condition(options.when, (*where, "when")),
            self._body(options, where),
            self._template(options.headers, (*where, "headers"))
            if options.headers
            else None,
            None
            if fallback is None
            else self._template(fallback.body, (*where, "fallback", "body")),
            self._maker(options, where),
            type_of(options.body_file) if options.body_file else None,
        )

    def _condition(self, text: str | None, where: Where) -> Condition | None:
        if text is None:
            return None
        from mockforge.conditions import compile_condition, find_problems

        problems = find_problems(text)
        for each in problems:
            at = (1, each.column)
            self.wrong.append(Wrong(where, each.what, each.nearest or "", at=at))
        if problems:
            return None
        return compile_condition(text, where=dotted(where))

    def _body(self, options: ResponseOptions, where: Where) -> Template | Plain | None:
        if options.body_file is None:
            has_body = "body" in options.model_fields_set
            return self._template(options.body, (*where, "body")) if has_body else None
        kind, content = type_of(options.body_file), options.file
        if content is None or not _is_textual(kind):
            return None
        try:
            text = content.decode("utf-8-sig")
        except UnicodeDecodeError:
            return None
        value: Json = text
        if kind == "application/json":
            # Read as a value, so that `"{{query.page}}"` may become a number.
            with suppress(ValueError, RecursionError):
                value = json.loads(text)
        return self._template(value, (*where, "body_file"))

    def _template(self, value: Json, where: Where) -> Template | Plain | None:
        if not _has_braces(value):
            return Plain(value)
        from mockforge.templates import compile_template, find_problems

        problems = find_problems(value)
        for each in problems:
            self.wrong.append(
                Wrong(
                    (*where, *each.path),
                    each.what,
                    each.nearest or "",
                    at=(each.line, each.column),
                )
            )
        return None if problems else compile_template(value, where=dotted(where))

    def _maker(self, options: ResponseOptions, where: Where) -> Maker | None:
        if options.mode == "static":
            return None
        from mockforge.synthesis import Maker

        try:
            return Maker(options.json_schema)
        except ConfigError as error:
            self._refused((*where, "schema"), error)
            return None

    def _refused(self, where: Where, error: ConfigError) -> None:
        # Whoever refused it was told no place: this is the one.
        self.wrong.append(
            Wrong(where, error.what, error.nearest or error.next_step or "")
        )


def _is_textual(kind: str) -> bool:
    plain = kind.partition(";")[0]
    return plain.startswith("text/") or plain.endswith(
        ("/json", "+json", "/xml", "+xml", "/yaml", "/javascript")
    )


def _has_braces(value: Json) -> bool:
    """Whether a text in *value* may be a template, keys among them."""
    if isinstance(value, str):
        return "{{" in value or "{%" in value
    if isinstance(value, list):
        return any(_has_braces(each) for each in value)
    if isinstance(value, dict):
        return any(_has_braces(each) for pair in value.items() for each in pair)
    return False
