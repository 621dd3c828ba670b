"""Which names are those of secrets, and which only sound like it."""

from __future__ import annotations

import pytest

from mockforge.recordings.redact.names import Names, field_rule, header_rule
from mockforge.recordings.redact.vocabulary import Rule

SECRETS = """
password passwd user_password newPassword secret client_secret clientSecret token
access_token accessToken refresh_token id_token api_key apikey apiKey APIKey x-api-key
private_key privateKey SecretAccessKey SessionToken authorization pin cvv cvv2 ssn
db_password DATABASE_PASSWORD _authToken authtoken mytoken oauth_token csrf_token
csrfmiddlewaretoken verification_code code_verifier SecretString password1 wsse:Password
X-Amz-Security-Token X-Amz-Signature sig signature otp card_number socialSecurityNumber
github_token code secret_id auth connectionString root_pass jwt encryption-key
""".split()  # noqa: SIM905 - read as prose
FRIENDS = """
next_token page_token nextToken nextPageToken NextToken tokenType token_type max_tokens
total_tokens prompt_tokens continuation_token password_reset_required secret_name
SecretId ClientRequestToken client_token key keys public_key primary_key foreign_key
author authors authority author_id pincode spin status_code country_code error_code hash
tokens tokenizer token_count password_policy nextpagetoken nextSyncToken keyboard monkey
keyId session_id sid signed design auth_time client_id secretArn passed bypass compass
passenger has_password state nonce idempotency_key x-request-id private token_endpoint
sort_key passport mac sign requires_password cancellation_token
""".split()  # noqa: SIM905 - read as prose
HEADERS = """
X-Auth-Token X-Vault-Token Private-Token x-amz-security-token X-Hub-Signature-256
Stripe-Signature X-Goog-Api-Key Ocp-Apim-Subscription-Key x-functions-key X-CSRF-Token
X-XSRFToken Authorization Proxy-Authorization Cookie Set-Cookie Signature api-key
""".split()  # noqa: SIM905 - read as prose
CALM_HEADERS = """
Sec-WebSocket-Key x-ratelimit-remaining-tokens x-cache-key etag Idempotency-Key
x-amz-content-sha256 Signature-Input WWW-Authenticate Access-Control-Allow-Headers Host
""".split()  # noqa: SIM905 - read as prose


@pytest.mark.parametrize("name", SECRETS)
def test_a_field_of_this_name_is_secret(name):
    assert field_rule(name) is not Rule.NONE


@pytest.mark.parametrize("name", FRIENDS)
def test_a_field_of_this_name_is_not(name):
    assert field_rule(name) is Rule.NONE


@pytest.mark.parametrize("name", HEADERS)
def test_a_header_of_this_name_is_secret(name):
    assert header_rule(name) is not Rule.NONE


@pytest.mark.parametrize("name", CALM_HEADERS)
def test_a_header_of_this_name_is_not(name):
    assert header_rule(name) is Rule.NONE


@pytest.mark.parametrize(
    ("name", "rule"),
    [
        ("authorization", Rule.CREDENTIALS),
        ("cookie", Rule.COOKIES),
        ("Set-Cookie", Rule.SET_COOKIE),
        ("sig", Rule.SIGNATURE),
        ("code", Rule.STRONG),
        ("password", Rule.SECRET),
        ("access_token", Rule.TOKEN),
    ],
)
def test_the_name_says_what_its_value_is(name, rule):
    assert field_rule(name) is rule


def test_settings_add_names_and_take_them_away():
    names = Names(headers=["X-Acme-*"], fields=["*_ref"], keep=["X-Api-Key", "pin"])

    assert names.header(b"x-acme-id") is Rule.SECRET
    assert names.field(b"customer_REF") is Rule.SECRET
    assert names.header(b"X-API-KEY") is Rule.NONE
    assert names.field(b"pin") is Rule.NONE
    assert names.keeps("PIN")
    assert names.field(b"ref") is Rule.NONE


def test_what_was_said_is_remembered_and_forgotten_without_a_difference(monkeypatch):
    monkeypatch.setattr(Names, "REMEMBERED", 2)
    names = Names()

    for _ in range(3):
        for name in (b"password", b"author", b"token", b"key"):
            assert names.field(name) is field_rule(name.decode())
    assert names.header(b"cookie") is names.headers[b"cookie"]
