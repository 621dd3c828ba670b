"""Names: which headers, cookies and fields hold secrets, and of what kind."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from fnmatch import fnmatchcase

from mockforge.recordings.redact.vocabulary import (
    KEPT_HEADERS,
    KEYS,
    OPEN,
    PASSWORDS,
    PLACES,
    QUESTIONS,
    RUNS,
    SIGNED,
    TOKENS,
    TWO_WORDS,
    WHOLE,
    Rule,
)

_WORDS = re.compile(r"[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z]+|[A-Z]+|[0-9]+")


def field_rule(name: str) -> Rule:
    """Return what the value of a field called *name* is taken for."""
    words = [word.lower() for word in _WORDS.findall(name)]
    whole = WHOLE.get(name.lower()) or WHOLE.get("".join(words[-2:]))
    if not words or whole:
        return whole or Rule.NONE
    last, before = words[-1], words[-2] if len(words) > 1 else ""
    if last.isdigit() and before:
        # password1, cvv2, access_token_2: the number counts, it does not describe.
        words.pop()
        last, before = words[-1], words[-2] if len(words) > 1 else ""
    if words[0] in QUESTIONS or (last == "token" and not PLACES.isdisjoint(words)):
        return Rule.NONE
    return _by_last(last, before)


def _by_last(last: str, before: str) -> Rule:
    if found := TWO_WORDS.get(f"{before} {last}"):
        return found
    if last in PASSWORDS:
        return Rule.SECRET
    if last in TOKENS or (last == "key" and before in KEYS):
        return Rule.TOKEN
    if last in WHOLE:
        return WHOLE[last]
    if last in OPEN:
        return Rule.STRONG
    if last in SIGNED:
        return Rule.SIGNATURE
    if last == "code" and not before:
        return Rule.STRONG
    return Rule.TOKEN if len(last) > 6 and RUNS.fullmatch(last) else Rule.NONE


def header_rule(name: str) -> Rule:
    """Return what the value of a header field called *name* is taken for."""
    lower = name.lower()
    if lower in KEPT_HEADERS or lower.startswith("access-control-"):
        return Rule.NONE
    if lower in ("authorization", "proxy-authorization", "x-authorization"):
        return Rule.CREDENTIALS
    rule = field_rule(lower)
    if rule is Rule.STRONG:
        return Rule.NONE
    # A header is text to begin with: what is named like a token is one.
    return Rule.SECRET if rule is Rule.TOKEN else rule


class Names:
    """The rules for names, with what the settings add and take away."""

    REMEMBERED = 8192

    def __init__(
        self,
        *,
        headers: Collection[str] = (),
        fields: Collection[str] = (),
        keep: Collection[str] = (),
    ) -> None:
        self._extra_headers = [name.lower() for name in headers]
        self._extra_fields = [name.lower() for name in fields]
        self._keep = [name.lower() for name in keep]
        self.headers: dict[bytes, Rule] = {}
        """What was said of header fields so far."""
        self._field_rules: dict[bytes, Rule] = {}

    def header(self, name: bytes) -> Rule:
        """Return the rule for the header field *name*."""
        rule = self.headers.get(name)
        if rule is None:
            rule = self._decide(name, header_rule, self._extra_headers)
            _remember(self.headers, name, rule)
        return rule

    def field(self, name: bytes) -> Rule:
        """Return the rule for the field, parameter or element *name*."""
        rule = self._field_rules.get(name)
        if rule is None:
            rule = self._decide(name, field_rule, self._extra_fields)
            _remember(self._field_rules, name, rule)
        return rule

    def keeps(self, name: str) -> bool:
        """Tell whether the settings say that what is called *name* stays."""
        return any(fnmatchcase(name.lower(), pattern) for pattern in self._keep)

    def _decide(
        self, name: bytes, rule: Callable[[str], Rule], extra: Collection[str]
    ) -> Rule:
        text = name.decode("utf-8", "replace")
        if self._keep and self.keeps(text):
            return Rule.NONE
        if any(fnmatchcase(text.lower(), pattern) for pattern in extra):
            return Rule.SECRET
        return rule(text)


def _remember(rules: dict[bytes, Rule], name: bytes, rule: Rule) -> None:
    if len(rules) >= Names.REMEMBERED:
        rules.clear()
    rules[name] = rule
