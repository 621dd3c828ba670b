"""Which fields of the header are of the API."""

import pytest

from mockforge.learning.openapi.headers import is_common, is_credential


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("user-agent", True),
        ("accept-encoding", True),
        ("sec-fetch-mode", True),
        ("x-filter", False),
        ("notion-version", False),
        ("x-amz-target", False),
        ("etag", False),
        ("location", False),
    ],
)
def test_what_every_api_has_says_nothing_of_one(name, expected):
    assert is_common(name) is expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("x-api-key", True),
        ("api_key", True),
        ("access_token", True),
        ("x-auth-user", True),
        ("page_token", False),
        ("nextPageToken", False),
        ("idempotency-key", False),
        ("sort_key", False),
        ("keyboard", False),
    ],
)
def test_a_credential_is_told_by_its_name(name, expected):
    assert is_credential(name) is expected
