"""Which tokens are known by their form, and what is strong enough to be looked for."""

from __future__ import annotations

import pytest

from mockforge.recordings.redact import shapes

A = "aB3dE6gH9iJ2kL5mN8oP1qR4sT7uV0wX3yZ6"
TOKENS = {
    "jwt": f"eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.{A}",
    "aws_access_key_id": "AKIAIOSFODNN7EXAMPLE",
    "github_token": f"ghp_{A}",
    "gitlab_token": f"glpat-{A[:20]}",
    "slack_token": f"xoxb-123456789012-{A[:24]}",
    "stripe_key": f"sk_live_{A[:24]}",
    "api_key": f"sk-ant-api03-{A}",
    "google_key": f"AIza{A[:35]}",
    "google_token": f"ya29.{A}",
    "sendgrid_key": f"SG.{A[:22]}.{A}",
    "npm_token": f"npm_{A}",
    "pypi_token": f"pypi-{A}",
    "vault_token": f"hvs.{A}",
    "slack_webhook": f"services/T01234567/B01234567/{A[:24]}",
    "telegram_token": f"AA{A[:33]}",
    "hugging_face_token": f"hf_{A}",
    "shopify_token": "shpat_" + "a1" * 16,
}


def found(text):
    data = text.encode()
    return [
        (hit.kind, data[hit.start : hit.end].decode())
        for hit in shapes.find(data, shapes.runs(data))
    ]


@pytest.mark.parametrize(("kind", "token"), TOKENS.items(), ids=TOKENS)
@pytest.mark.parametrize(
    "around",
    ['{{"a": "{}"}}', "x {} y", "{}", r"line\n{}\n", "https://a.example/x/{}?y=1"],
)
def test_a_token_is_found_by_its_form(kind, token, around):
    if kind == "telegram_token":
        around = around.replace("{}", "123456789:{}")

    assert (kind, token) in found(around.format(token))


def test_the_secret_beside_an_access_key_id_is_found():
    secret = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"
    text = f"AKIAIOSFODNN7EXAMPLE {secret}1"[:-1]

    assert ("aws_secret_key", secret) in found(text)
    assert found(secret) == []


def test_a_private_key_is_found_and_a_certificate_is_not():
    body = "MIIEvQIBADANBgkqhkiG9w0BAQEFAASC"
    key = f"-----BEGIN RSA PRIVATE KEY-----\n{body}\n-----END RSA PRIVATE KEY-----"
    public = key.replace("RSA PRIVATE KEY", "CERTIFICATE")

    assert ("private_key", key) in found(f"a {key} b")
    assert found(public) == []


def test_a_cut_key_is_found_to_its_last_byte():
    text = "-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASC"

    assert ("private_key", text) in found(text)


@pytest.mark.parametrize(
    ("text", "secrets"),
    [
        ("postgres://app:hunter2@db.example/x", ["app", "hunter2"]),
        ("https://:hunter2@a.example/", ["hunter2"]),
        (f"https://{A}@github.com/x", [A]),
        ("ssh://git@github.com/x", []),
        ("https://a.example/@user/x:y@z", []),
        ("mail ann@example.com about https://a.example", []),
    ],
)
def test_who_signs_in_by_a_url_is_found(text, secrets):
    assert [value for _, value in found(text)] == secrets


@pytest.mark.parametrize(
    "text",
    [
        "550e8400-e29b-41d4-a716-446655440000",
        "da39a3ee5e6b4b0d3255bfef95601890afd80709",
        "sk-loading-indicator-for-large-pages",
        "some-very-long-name-of-a-file-with-dashes",
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ",
        "Bearer authentication required here",
        "-----BEGIN PUBLIC KEY-----\nMIIBIjANBgkqhkiG9w0B\n-----END PUBLIC KEY-----",
    ],
)
def test_what_only_looks_long_is_none(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("value", "strong"),
    [
        ("Zr81kQp0LmNv", True),
        ("hunter22", True),
        ("Password1!", True),
        ("9f86d081884c", True),
        ("550e8400-e29b-41d4", True),
        ("hunter2", False),
        ("production", False),
        ("Production", False),
        ("correct horse", False),
        ("correct horse battery staple", True),
        ("qpwoeirutyalskdjfhgmznxb", True),
        ("Europe/Berlin", False),
        ("America/Argentina/Buenos_Aires", False),
        ("someLongNameInAProgram_again", False),
        ("2024-05-01T12:00:00Z", False),
        ("10.0.12.255", False),
        ("ann@example.com", False),
        ("https://api.example.com/v1", False),
        ("12345678", False),
    ],
)
def test_only_what_looks_drawn_by_chance_is_strong(value, strong):
    assert shapes.is_strong(value.encode()) is strong
