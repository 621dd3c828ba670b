"""The words that names of secrets are made of, and those of their false friends."""

from __future__ import annotations

import re
from enum import StrEnum


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


PASSWORDS = frozenset(
    """
    csc cvc cvv otp passcode passphrase passwd password pin pwd secret ssn totp
    """.split()  # noqa: SIM905 - read as prose, one word after the other
)
"""Last words of names whose value is secret whatever it is."""
TOKENS = frozenset(
    """
    accesskey accesstoken apikey authkey authtoken idtoken jwt privatekey
    refreshtoken secretkey token
    """.split()  # noqa: SIM905 - read as prose, one word after the other
)
"""Last words of names whose value is secret if it can be."""
OPEN = frozenset(
    """
    assertion auth bearer credential credentials
    """.split()  # noqa: SIM905 - read as prose, one word after the other
)
"""As often a choice, a switch or a message as a secret."""
KEYS = frozenset(
    """
    access account api app application auth encryption function functions
    license master private secret server service shared signing storage
    subscription webhook
    """.split()  # noqa: SIM905 - read as prose, one word after the other
)
"""What makes a key secret when it stands before it."""
PLACES = frozenset(
    """
    backward bos cancellation change client continuation continue cursor delta
    design end eos fencing forward idempotency lock marker mask next nextpage
    pad page pagination position prev previous request resume scroll special
    start stop sync unk watch
    """.split()  # noqa: SIM905 - read as prose, one word after the other
)
"""What makes a token something else: a place in a list, a switch against doing a thing
twice, a piece of text. Those are no secrets, and people read them."""
QUESTIONS = frozenset(
    """
    allow count enable enabled has is max min needs no num require required
    requires show total use uses
    """.split()  # noqa: SIM905 - read as prose, one word after the other
)
"""First words of names that ask or count."""
SIGNED = frozenset(
    """
    hmac sig signature
    """.split()  # noqa: SIM905 - read as prose, one word after the other
)
"""Last words of names of signatures."""
CALM_COOKIES = frozenset(
    """
    color_mode consent cookie_consent cookieconsent country currency dark_mode
    gdpr i18n lang language locale logged_in region theme timezone tz
    """.split()  # noqa: SIM905 - read as prose, one word after the other
)
"""Cookies that hold a preference, and nothing to sign in with."""
KEPT_HEADERS = frozenset(
    """
    access-control-request-headers idempotency-key proxy-authenticate
    sec-websocket-key signature-input surrogate-key www-authenticate
    """.split()  # noqa: SIM905 - read as prose, one word after the other
)
"""Header fields that are named like secrets and hold none."""
TWO_WORDS = {
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
WHOLE = {
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
RUNS = re.compile(
    r".*(?:password|passwd|passphrase|secret|apikey|accesskey|secretkey|privatekey"
    r"|(?<!page)(?<!next)(?<!sync)(?<!continuation)(?<!request)(?<!client)token)"
)
"""Names in one run of letters: `mypassword`, `dbtoken`."""
