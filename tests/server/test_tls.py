"""Certificates: for whom, for how long, and what is told of one that is unusable."""

import ssl
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import serialization
from cryptography.x509.oid import ExtendedKeyUsageOID
from mitmproxy import certs

from mockforge.clock import VirtualClock
from mockforge.errors import ConfigError
from mockforge.server import tls
from mockforge.server.tls import Authority, given

PEM = serialization.Encoding.PEM


def shake(server, client, name):
    """Do a handshake in memory; return what the client has of the server."""
    inward, outward = ssl.MemoryBIO(), ssl.MemoryBIO()
    asks = client.wrap_bio(inward, outward, server_hostname=name)
    answers = server.wrap_bio(outward, inward, server_side=True)
    for _ in range(4):
        for side in (asks, answers):
            try:
                side.do_handshake()
            except ssl.SSLWantReadError:
                continue
    return asks


def names(secured):
    return {value for _, value in secured.getpeercert()["subjectAltName"]}


@pytest.mark.parametrize(
    "name",
    [
        *("localhost", "127.0.0.1", "::1", "box.example", "192.0.2.7"),
        *("api.example", "a_b.example", "xn--bcher-kva.example", "x" * 63 + ".example"),
        ".".join(["long"] * 40),
    ],
)
def test_every_name_that_is_asked_for_is_vouched_for(authority, trusting, name):
    secured = shake(authority.context, trusting(), name)

    assert secured.version() in ("TLSv1.2", "TLSv1.3")


def test_a_client_that_gives_no_name_sees_all_of_ours(authority, trusting):
    context = trusting()
    context.check_hostname = False

    secured = shake(authority.context, context, None)

    ours = {"localhost", "127.0.0.1", "0:0:0:0:0:0:0:1", "box.example", "192.0.2.7"}
    assert names(secured) == ours


@pytest.mark.parametrize("name", ["a b", "-." * 130, "ümlaut", "..", "a/b"])
def test_what_is_no_name_is_shown_ours(authority, name):
    """A name that cannot be signed for must not end the handshake with a trace."""

    class Secured:
        context = None

    secured = Secured()
    authority._named(secured, name, authority.context)

    assert secured.context is None


def test_a_name_is_signed_for_once(authority, trusting):
    def serial():
        secured = shake(authority.context, trusting(), "once.example")
        return secured.getpeercert()["serialNumber"]

    assert serial() == serial()


def test_names_are_not_kept_without_end(ca, trusting, monkeypatch):
    monkeypatch.setattr(tls, "NAMES", 3)
    authority = Authority(ca.parent)

    for number in range(5):
        shake(authority.context, trusting(), f"{number}.example")

    assert list(authority._made) == ["2.example", "3.example", "4.example"]


@pytest.mark.parametrize(
    ("offered", "agreed"),
    [
        (("h2", "http/1.1"), "h2"),
        (("http/1.1", "h2"), "h2"),
        (("http/1.1",), "http/1.1"),
        ((), None),
    ],
)
def test_http_2_comes_first(authority, trusting, offered, agreed):
    for name in ("localhost", "api.example"):
        secured = shake(authority.context, trusting(*offered), name)
        assert secured.selected_alpn_protocol() == agreed


def test_a_certificate_is_what_strict_clients_want(ca):
    """Apple: at most 825 days, for servers, the name as an alternative one."""
    clock = VirtualClock(datetime.now(UTC).timestamp())
    authority = Authority(ca.parent, clock=clock)

    leaf = x509.load_pem_x509_certificate(authority.signed(["api.example", "::1"]))

    assert leaf.not_valid_after_utc - leaf.not_valid_before_utc < timedelta(days=825)
    assert leaf.not_valid_before_utc.timestamp() < clock.now()
    found = leaf.extensions
    assert list(found.get_extension_for_class(x509.SubjectAlternativeName).value) == [
        x509.DNSName("api.example"),
        x509.IPAddress(ip_address("::1")),
    ]
    usage = found.get_extension_for_class(x509.ExtendedKeyUsage).value
    assert list(usage) == [ExtendedKeyUsageOID.SERVER_AUTH]
    assert found.get_extension_for_class(x509.BasicConstraints).value.ca is False


def test_it_is_not_valid_for_longer_than_its_authority(ca):
    above = x509.load_pem_x509_certificate(ca.read_bytes())
    end = above.not_valid_after_utc
    authority = Authority(
        ca.parent, clock=VirtualClock((end - timedelta(days=9)).timestamp())
    )

    leaf = x509.load_pem_x509_certificate(authority.signed(["localhost"]))

    assert leaf.not_valid_after_utc == end


def test_the_proxy_takes_the_same_authority(ca):
    store = certs.CertStore.from_store(ca.parent, "mitmproxy", 2048)

    assert store.default_ca.to_pem() == ca.read_bytes()


def test_an_authority_that_is_not_there_is_told(tmp_path):
    with pytest.raises(ConfigError, match="there is no certificate authority in"):
        Authority(tmp_path)


@pytest.mark.parametrize(
    ("locked", "word"), [(True, "locked by a password"), (False, "not usable")]
)
def test_an_authority_that_is_unusable_is_told(ca, tmp_path, locked, word):
    text = (ca.parent / tls.KEY_FILE).read_bytes()
    (tmp_path / tls.KEY_FILE).write_bytes(lock(text) if locked else b"-----BEGIN A\n")

    with pytest.raises(ConfigError, match=word):
        Authority(tmp_path)


def lock(text):
    key = serialization.load_pem_private_key(text, None)
    return key.private_bytes(
        PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.BestAvailableEncryption(b"secret"),
    )


@pytest.fixture
def own(authority, tmp_path):
    """A certificate and its key, in a file for both and in one for each."""
    text = authority.signed(["own.example"])
    at = text.index(b"-----BEGIN CERTIFICATE")
    files = {"both": text, "key": text[:at], "cert": text[at:], "locked": lock(text)}
    for name, content in files.items():
        (tmp_path / f"{name}.pem").write_bytes(content)
    (tmp_path / "junk.pem").write_bytes(b"\x30\x82junk")
    other = authority.signed(["other.example"])
    (tmp_path / "other.pem").write_bytes(other)
    return lambda name: None if name is None else str(tmp_path / f"{name}.pem")


@pytest.mark.parametrize("files", [("both", None), ("cert", "key"), ("both", "both")])
def test_a_given_certificate_is_shown_whoever_is_asked_for(own, trusting, files):
    context = trusting("h2")
    context.check_hostname = False

    secured = shake(given(*map(own, files)), context, "any.example")

    assert names(secured) == {"own.example"}
    assert secured.selected_alpn_protocol() == "h2"


@pytest.mark.parametrize(
    ("files", "words"),
    [
        (("cert", None), "does not hold a certificate and its key"),
        (("key", None), "does not hold a certificate and its key"),
        (("cert", "cert"), "no key"),
        (("cert", "locked"), "locked by a password"),
        (("none", "key"), "cannot be read: No such file"),
        (("junk", "key"), "is not PEM"),
    ],
)
def test_a_certificate_that_is_unusable_is_told(own, files, words):
    with pytest.raises(ConfigError, match=words):
        given(*map(own, files))


def test_a_key_of_another_certificate_is_told(own, ca):
    with pytest.raises(ConfigError, match="is not that of"):
        given(own("cert"), str(ca.parent / tls.KEY_FILE))


def test_nothing_is_loaded_before_it_is_needed():
    """What a replay without TLS and HTTP/2 imports, it waits for."""
    code = (
        "import sys, mockforge.server.run, mockforge.cli.securing;"
        "sys.exit(bool({'cryptography', 'h2', 'mockforge.server.tls',"
        " 'mockforge.server.handshakes'} & set(sys.modules)))"
    )

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
