"""Names: which headers, cookies and fields hold secrets, and of what kind."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from enum import StrEnum
from fnmatch import fnmatchcase


class Rule(StrEnum):
    """What the value under a name is taken for."""

    NONE = ""
    SECRET = "secret"
    """Any text or number: a password, a PIN."""
    TOKEN = "token"
    """Text that could be one: without spaces, six characters or more."""
    STRONG = "code"
    """Text that looks drawn by chance; the name alone says too little."""
    SIGNATURE = "signature"
    """Made for one message; not looked for anywhere else."""
    CREDENTIALS = "credentials"
    """A scheme and what it takes, as in Authorization."""
    COOKIES = "cookies"
    SET_COOKIE = "set-cookie"


_WORDS = re.compile(r"[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z]+|[A-Z]+|[0-9]+")

_PASSWORDS = frozenset(
    "password passwd pwd passphrase passcode cvv cvc csc ssn pin otp totp secret".split()
)
_TOKENS = frozenset(
    "token jwt apikey authkey accesskey secretkey privatekey authtoken accesstoken"
    " refreshtoken idtoken".split()
)
# As often a choice, a switch or a message as a secret.
_OPEN = frozenset("credential credentials auth bearer assertion".split())
_TWO_WORDS = {
    "mfa code": Rule.SECRET,
    "verification code": Rule.SECRET,
    "security code": Rule.SECRET,
    "recovery code": Rule.SECRET,
    "backup code": Rule.SECRET,
    "security number": Rule.SECRET,
    "card number": Rule.SECRET,
    "code verifier": Rule.TOKEN,
    "device code": Rule.TOKEN,
    "connection string": Rule.TOKEN,
    "password hash": Rule.TOKEN,
    "saml response": Rule.TOKEN,
    "secret string": Rule.SECRET,
    "secret value": Rule.SECRET,
    "secret binary": Rule.SECRET,
    "secret text": Rule.SECRET,
    "proxy authorization": Rule.CREDENTIALS,
    "set cookie": Rule.SET_COOKIE,
    "auth tokens": Rule.TOKEN,
    "access tokens": Rule.TOKEN,
    "refresh tokens": Rule.TOKEN,
    "api keys": Rule.TOKEN,
    "recovery codes": Rule.SECRET,
    "backup codes": Rule.SECRET,
}
_KEYS = frozenset(
    "api access secret private signing encryption master account shared auth subscription"
    " license storage functions function server service webhook app application".split()
)
_WHOLE = {
    "authorization": Rule.CREDENTIALS,
    "cookie": Rule.COOKIES,
    "setcookie": Rule.SET_COOKIE,
    "samlresponse": Rule.TOKEN,
    "secretstring": Rule.SECRET,
    "cardnumber": Rule.SECRET,
    "phpsessid": Rule.TOKEN,
    "jsessionid": Rule.TOKEN,
    "dpop": Rule.TOKEN,
    "pass": Rule.TOKEN,
    "secret_id": Rule.STRONG,
}
# A word before "token" that makes it a place in a list, a switch against doing a
# thing twice, or a piece of text. Replacing those would still replay, but they are
# no secrets and people read them.
_PLACES = frozenset(
    "next page continuation continue pagination prev previous cursor sync delta resume"
    " change start stop end eos bos pad unk mask special idempotency request client"
    " nextpage backward forward position marker watch scroll lock fencing cancellation"
    " design".split()
)
_QUESTIONS = frozenset(
    "max min total num count no has is needs require required requires use uses show"
    " enable enabled allow".split()
)
_SIGNED = frozenset("signature sig sign hmac hash256 mac".split())
_RUNS = re.compile(
    r".*(?:password|passwd|passphrase|secret|apikey|accesskey|secretkey|privatekey"
    r"|(?<!page)(?<!next)(?<!sync)(?<!continuation)(?<!request)(?<!client)token)"
)

CALM_COOKIES = frozenset(
    "lang language locale i18n theme color_mode dark_mode currency country region timezone"
    " tz consent cookie_consent cookieconsent gdpr logged_in".split()
)
"""Cookies that hold a preference which scripts read back, and nothing to sign in with."""
KEPT_HEADERS = frozenset(
    "sec-websocket-key www-authenticate proxy-authenticate idempotency-key signature-input"
    " access-control-request-headers surrogate-key".split()
)


def field_rule(name: str) -> Rule:
    """Return what the value of a field called *name* is taken for."""
    words = [word.lower() for word in _WORDS.findall(name)]
    whole = _WHOLE.get(name.lower()) or _WHOLE.get("".join(words[-2:]))
    if not words or whole:
        return whole or Rule.NONE
    last, before = words[-1], words[-2] if len(words) > 1 else ""
    if last.isdigit() and before:
        # password1, cvv2, access_token_2: the number counts, it does not describe.
        words.pop()
        last, before = words[-1], words[-2] if len(words) > 1 else ""
    if words[0] in _QUESTIONS or (last == "token" and not _PLACES.isdisjoint(words)):
        return Rule.NONE
    return _by_last(last, before)


def _by_last(last: str, before: str) -> Rule:
    if found := _TWO_WORDS.get(f"{before} {last}"):
        return found
    if last in _PASSWORDS:
        return Rule.SECRET
    if last in _TOKENS or (last == "key" and before in _KEYS):
        return Rule.TOKEN
    if last in _WHOLE:
        return _WHOLE[last]
    if last in _OPEN:
        return Rule.STRONG
    if last in _SIGNED:
        return Rule.SIGNATURE
    if last == "code" and not before:
        return Rule.STRONG
    return Rule.TOKEN if len(last) > 6 and _RUNS.fullmatch(last) else Rule.NONE


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
    """The rules for names, with what the settings add and take away; remembers what it said."""

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
