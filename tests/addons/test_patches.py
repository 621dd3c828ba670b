import logging

import pytest
from mitmproxy import http, version
from mitmproxy.proxy.layers.http import HttpStream
from mockforge.addons import patches


def test_the_version_in_use_is_known():
    assert patches.is_known(version.VERSION)


@pytest.mark.parametrize(
    ("mitmproxy", "known"),
    [("10.4.2", False), ("11.0.2", True), ("12.2.3", True), ("13.0.0", False)],
)
def test_only_versions_that_were_tried_are_known(mitmproxy, known):
    assert patches.is_known(mitmproxy) is known


def test_everything_is_in_its_place_once():
    patches.install()
    patches.install()

    for place, name, function in patches.CHANGES:
        assert getattr(place, name) is function, name


def test_an_unknown_version_is_left_alone_and_told(monkeypatch, caplog):
    patches.install()
    monkeypatch.setattr(HttpStream, "handle_protocol_error", None)
    monkeypatch.setattr(version, "VERSION", "99.0.0")

    with caplog.at_level(logging.WARNING):
        patches.install()

    assert HttpStream.handle_protocol_error is None
    assert "mitmproxy 99.0.0 is not known" in caplog.text


def test_headers_are_found_as_before():
    patches.install()
    headers = http.Headers(
        [(b"A", b"1"), (b"Set-Cookie", b"\xc3\xa9"), (b"a", b"\xff")]
    )

    assert headers.get("a") == "1, \udcff"
    assert headers["SET-COOKIE"] == "é"
    assert headers.get_all("A") == ["1", "\udcff"]
    assert headers.get("b") is None
    assert headers.get("b", "none") == "none"
    assert "set-cookie" in headers
    assert b"a" in headers
    assert "b" not in headers
    assert 3 not in headers
    with pytest.raises(KeyError):
        headers["b"]
