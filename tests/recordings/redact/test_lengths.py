"""Lengths and digests said again."""

from __future__ import annotations

import base64
import hashlib

import pytest

from mockforge.http import Chunk
from mockforge.recordings.redact.lengths import resized, restated


def chunks(*sizes):
    return tuple(Chunk(0.1, size) for size in sizes)


@pytest.mark.parametrize(
    ("sizes", "more", "new"),
    [
        ((3, 4), 2, (3, 6)),
        ((3, 4), -2, (3, 2)),
        ((3, 4), -5, (2, 0)),
        ((3, 4), 0, (3, 4)),
        ((), 3, ()),
    ],
)
def test_the_last_chunks_take_the_difference(sizes, more, new):
    assert [c.size for c in resized(chunks(*sizes), more)] == list(new)


def test_the_length_and_the_digests_of_the_old_body_are_made_new():
    old, new = b"old body", b"new body!"
    sha = base64.b64encode(hashlib.sha256(old).digest())
    headers = (
        (b"Content-Length", b"8"),
        (b"Digest", b"sha-256=" + sha),
        (b"ETag", b'"%b"' % hashlib.md5(old).hexdigest().encode()),
        (b"X-Other", b"8"),
    )
    expected = base64.b64encode(hashlib.sha256(new).digest())

    assert restated(headers, old, new) == (
        (b"Content-Length", b"9"),
        (b"Digest", b"sha-256=" + expected),
        (b"ETag", b'"%b"' % hashlib.md5(new).hexdigest().encode()),
        (b"X-Other", b"8"),
    )


def test_what_was_wrong_before_stays_wrong():
    headers = ((b"Content-Length", b"99"), (b"ETag", b'"abc"'))

    assert restated(headers, b"old", b"newer") == headers
