"""Which part of a credential is secret."""

from __future__ import annotations

import pytest

from mockforge.recordings.redact.credentials import swap_credentials


@pytest.mark.parametrize(
    ("value", "swapped"),
    [
        ("abc", "ABC"),
        ("Token token=abc, nonce=d", "Token token=ABC, nonce=d"),
        ('Digest username="u", response="abc"', 'Digest username="u", response="ABC"'),
        (
            "AWS4-HMAC-SHA256 Credential=akia/2025/eu/s3/aws4_request,"
            " SignedHeaders=host, Signature=abc",
            "AWS4-HMAC-SHA256 Credential=AKIA/2025/eu/s3/aws4_request,"
            " SignedHeaders=host, Signature=ABC",
        ),
        (
            'OAuth oauth_consumer_key="ck", oauth_nonce="n", oauth_signature="s%3D"',
            'OAuth oauth_consumer_key="CK", oauth_nonce="n", oauth_signature="S%3D"',
        ),
        ('Signature keyId="k",algorithm="a",signature="abc="', None),
        ("GoogleLogin auth=abc", "GoogleLogin auth=ABC"),
        ("Acme abc=", "ACME ABC="),
    ],
)
def test_what_describes_is_kept_and_what_proves_is_swapped(value, swapped):
    expected = swapped or 'Signature keyId="k",algorithm="a",signature="ABC="'

    assert swap_credentials(value.encode(), bytes.upper).decode() == expected
