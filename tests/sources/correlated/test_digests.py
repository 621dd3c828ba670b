"""Digests of what was recorded are paired with those of what is sent."""

import base64
import gzip
import hashlib

from mockforge.sources.correlated.digests import digests
from tests.worlds import API, request


def asked(body, **more):
    """Return a request with *body*."""
    return request("PUT", f"{API}/x", body, **more)


def test_each_way_to_write_a_digest_is_paired():
    found = dict(digests(asked(b"old"), asked(b"new")))
    for name in ("md5", "sha1", "sha256", "sha512"):
        old, new = (hashlib.new(name, each) for each in (b"old", b"new"))
        assert found[old.hexdigest()] == new.hexdigest()
        coded = [base64.b64encode(each.digest()).decode() for each in (old, new)]
        assert found[coded[0].rstrip("=")] == coded[1].rstrip("=")


def test_equal_and_empty_bodies_have_none():
    assert list(digests(asked(b"same"), asked(b"same"))) == []
    assert list(digests(request(), asked(b"new"))) == []


def test_coded_bodies_are_digested_as_sent_and_as_meant():
    coding = [("Content-Encoding", "gzip")]
    old, new = (
        asked(gzip.compress(each, mtime=0), headers=coding) for each in (b"old", b"new")
    )
    found = dict(digests(old, new))
    assert found[hashlib.md5(b"old").hexdigest()] == hashlib.md5(b"new").hexdigest()
    assert found[hashlib.md5(old.body).hexdigest()] == hashlib.md5(new.body).hexdigest()
    broken = asked(b"no gzip", headers=coding)
    assert dict(digests(broken, new))
