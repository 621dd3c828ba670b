"""Where the search finds the values of named fields."""

from __future__ import annotations

import pytest

from mockforge.recordings.redact.fields import Fields
from mockforge.recordings.redact.names import Names

FIELDS = Fields(Names())


def values(data, fields=FIELDS):
    return [data[value.start : value.end] for value in fields.find(data)]


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b'{"password": "x1"}', [b"x1"]),
        (b'{"pass\\"word": "x1", "password":\n\t"a\\"b\\\\"}', [rb"a\"b\\"]),
        (b'{"tokens": ["a"], "api_keys": ["k1", "k2"]}', [b"k1", b"k2"]),
        (b'{"pin": 1234, "cvv": 12.5, "otp": -1, "ssn": null}', [b"1234"]),
        (rb'{"a": "{\"secret\": \"x\\\"y\"}"}', [rb"x\\\"y"]),
        (rb'{"a": "{\"b\": \"{\\\"secret\\\": \\\"x\\\"}\"}"}', [b"x"]),
        (rb'{"a": "{\"secret\": \"cut"}', [b"cut"]),
        (b'{"secret": "cut', [b"cut"]),
        (b"{'password': 'x1'}", [b"x1"]),
        (b'login(password: "x1", user: "u")', [b"x1"]),
        (b'{"name": "api_key", "value": "k"}', [b"k"]),
        (b'{"key": "password", "type": "text"}', []),
        (b"?a=1&password=x1&b=2", [b"x1"]),
        (b"password=x1&b=2", [b"x1"]),
        (b"<a><Password>x1</Password></a>", [b"x1"]),
        (b"<soap:Password Type='t'>x1</soap:Password>", [b"x1"]),
        (b"<Secret><![CDATA[x1]]></Secret>", [b"x1"]),
        (b"<Password/><Secret></Secret><Token>\n <a/></Token>", []),
        (b'<user password="x1"/>', [b"x1"]),
        (b'<input type="password" name="password" value="x1">', [b"x1"]),
        (b'<meta name="csrf-token" content="abc123"/>', [b"abc123"]),
        (b'<label for="password">Password</label>', []),
        (b"Authorization: Bearer abc123, and so on", [b"Bearer abc123"]),
        (b"Cookie: a=1; b=2\r\nHost: x", [b"a=1; b=2"]),
        (b"if (password == other) {}", []),
        (b"author: Ann, keyboard: yes, key: 1", []),
        (b'42["x",{"token":"abc123"}]', [b"abc123"]),
        (b'data: {"token":"abc123"}\n\n', [b"abc123"]),
        (b'pin"', []),
    ],
)
def test_a_named_value_is_found_in_its_notation(data, found):
    assert values(data) == found


def test_a_part_of_a_multipart_body_is_found():
    data = (
        b'--B\r\nContent-Disposition: form-data; name="password"\r\nX: y\r\n\r\n'
        b"x1\r\n--B\r\n"
    )

    assert values(data) == [b"x1"]


def test_a_form_in_a_page_is_no_multipart_body():
    data = b'<input name="password">\r\n\r\n<p>text</p>\r\n--\r\n'

    assert values(data) == []


def test_names_of_the_settings_are_found():
    names = Names(fields=["customer_ref", "X*Acme"])
    fields = Fields(names, ["customer_ref", "X*Acme"])

    assert values(b'{"customer_ref": "a", "x-my-acme": "b"}', fields) == [b"a", b"b"]


def test_values_come_in_the_order_of_the_text():
    assert values(b'{"token": "t12345", "password": "p", "secret": "s"}') == [
        b"t12345",
        b"p",
        b"s",
    ]
