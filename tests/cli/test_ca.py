import hashlib
import ssl
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def authority(tmp_path_factory):
    """An authority that is made once: its keys take a second."""
    from mockforge.addons.authority import certificate

    return certificate(tmp_path_factory.mktemp("ca"))


@pytest.fixture
def ours(ran, authority, monkeypatch):
    monkeypatch.setenv("MOCKFORGE_PROXY__CA_DIR", str(authority.parent))
    return ran


def test_the_certificate_is_named(ours, authority):
    assert ours("ca", "path") == (0, f"{authority}\n", "")
    assert ours("ca") == (0, f"{authority}\n", "next: mockforge ca trust\n")


def test_the_certificate_is_exported_without_its_key(ours, authority, nowhere):
    assert ours("ca", "export", "-o", "ca.pem")[0] == 0

    text = Path("ca.pem").read_text()
    assert text == authority.read_text()
    assert "PRIVATE KEY" not in text


def test_the_fingerprint_is_that_of_the_certificate(ours, authority, nowhere):
    assert ours("ca", "export", "--der", "-o", "ca.der")[0] == 0
    der = Path("ca.der").read_bytes()
    assert ssl.DER_cert_to_PEM_cert(der).strip() == authority.read_text().strip()

    _, out, _ = ours("ca", "fingerprint")

    assert out.strip().replace(":", "") == hashlib.sha256(der).hexdigest().upper()


def test_trust_says_what_to_type(ours, authority):
    _, out, _ = ours("ca", "trust")

    assert f"SSL_CERT_FILE={authority}" in out
    assert f"NODE_EXTRA_CA_CERTS={authority}" in out


def test_a_place_that_cannot_be_written_is_told(ran, nowhere, monkeypatch):
    (nowhere / "file").write_text("")
    monkeypatch.setenv("MOCKFORGE_PROXY__CA_DIR", str(nowhere / "file" / "ca"))

    code, _, err = ran("ca", "path")

    assert code == 1
    assert "next: mockforge config set proxy.ca_dir" in err
