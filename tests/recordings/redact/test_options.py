"""Settings that can be used, and what is said of those that cannot."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from mockforge.errors import ConfigError
from mockforge.exchange import Exchange
from mockforge.http import Request, Response
from mockforge.recordings.redact import Redactor
from mockforge.recordings.redact.options import RedactOptions, checked_patterns

KEY = b"a key for tests"
GOOD = [
    "acme_[a-z0-9]{20}",
    "acme_[a-z]+-[0-9]+-[A-Z]+",
    r"X-Key: (\w+)",
    "(?:ab|cd){1,8}[0-9]+",
    "(?i)key=[^&]+",
    r"[a-f\d]{32}",
    "x(?=y)z|w(?!v)[0-9]",
    "(?>a+)b",
]
BAD = {
    "[": "is not a regular expression",
    "a*": "matches the empty text",
    ".+": "matches any text",
    "(a+)+$": "repeat without end inside another",
    "(a|aa)+b": "choice inside a repeat without end",
    "x.*y.*z.*q": "three repeats without end over the same characters",
    "(?:a+){1,30}b": "repeat without end inside another",
    r"(\w+\s?)*!": "matches",
    r"q(\w+\s?)*!": "repeat without end inside another",
    r"k[^a]*[^b]*[^c]*z": "three repeats without end",
}


def request(headers, body):
    return Request("POST", "https", "a.example", "/", tuple(headers), body)


@pytest.mark.parametrize("pattern", GOOD)
def test_a_pattern_that_ends_soon_is_taken(pattern):
    assert len(checked_patterns(RedactOptions(patterns=[pattern]))) == 1


@pytest.mark.parametrize(("pattern", "says"), BAD.items(), ids=BAD)
def test_a_pattern_that_cannot_be_used_is_told_with_its_place(pattern, says):
    options = RedactOptions(patterns=["fine[0-9]{4}", pattern])

    with pytest.raises(ConfigError) as caught:
        checked_patterns(options)

    text = str(caught.value)
    assert repr(pattern) in text
    assert "redact.patterns[1]" in text
    if says != "matches":
        assert says in text


@pytest.mark.parametrize("key", ["headers", "fields", "keep"])
@pytest.mark.parametrize("name", ["", "  ", "*", "?*"])
def test_a_name_that_names_nothing_or_everything_is_refused(key, name):
    with pytest.raises(ConfigError) as caught:
        checked_patterns(RedactOptions.model_validate({key: ["good", name]}))

    assert caught.value.where == f"redact.{key}[1]"


@pytest.mark.parametrize(
    ("path", "name"), [("$.user.email", "email"), ("$['a']['b']", "b"), ("a[0]", "0")]
)
def test_a_path_is_answered_with_the_name_to_write(path, name):
    with pytest.raises(ConfigError) as caught:
        checked_patterns(RedactOptions(fields=[path]))

    assert caught.value.next_step == f"write the name alone: {name!r}"


def test_an_unknown_setting_is_refused():
    with pytest.raises(ValidationError):
        RedactOptions.model_validate({"header": ["x"]})


def test_settings_add_headers_fields_and_patterns():
    options = RedactOptions(
        headers=["X-Acme-*"], fields=["customer_ref"], patterns=[r"acme_([a-z0-9]{12})"]
    )
    redactor = Redactor(KEY, options)
    planted = Exchange(
        request(
            headers=[(b"X-Acme-Ref", b"qwertyuiop")], body=b'{"customer_ref": "77a8b9"}'
        ),
        Response(200, (), b"see acme_a1b2c3d4e5f6"),
    )
    swept = redactor.exchange(planted)

    assert swept.response is not None
    assert "qwertyuiop" not in repr(swept)
    assert "77a8b9" not in repr(swept)
    assert "a1b2c3d4e5f6" not in repr(swept)
    assert swept.response.body.startswith(b"see acme_")


def test_settings_keep_names_and_values():
    options = RedactOptions(keep=["X-Api-Key", "pin", "tok-public-12345"])
    planted = Exchange(
        request(
            headers=[(b"x-api-key", b"abc123def456")],
            body=b'{"pin": 1234, "token": "tok-public-12345"}',
        ),
        None,
    )

    assert Redactor(KEY, options).exchange(planted) is planted
