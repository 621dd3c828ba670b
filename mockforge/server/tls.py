"""What a TLS server shows its clients: a given certificate, or one for each name.

The authority that signs is the proxy's: `mitmproxy-ca.pem`, its key and certificate.
"""

from __future__ import annotations

import os
import re
import ssl
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cached_property
from ipaddress import ip_address
from pathlib import Path
from typing import TYPE_CHECKING

from mockforge.clock import Clock, SystemClock
from mockforge.errors import ConfigError

if TYPE_CHECKING:
    from cryptography import x509
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.hazmat.primitives.asymmetric.types import (
        CertificateIssuerPrivateKeyTypes,
    )

KEY_FILE = "mitmproxy-ca.pem"
PROTOCOLS = ("h2", "http/1.1")
"""What is offered, the first before the second."""

# Apple takes at most 825 days from an authority that a user trusts; clocks differ.
VALID = timedelta(days=397)
BEFORE = timedelta(days=1)
NAMES = 256
"""Certificates that are kept; a client that makes up names has new ones signed."""

_NAME = re.compile(r"(?:[a-z0-9_-]{1,63}\.)*[a-z0-9_-]{1,63}", re.ASCII)
# OpenSSL's names for a key of the same kind, and of another.
_OTHERS_KEY = (
    *("KEY_VALUES_MISMATCH", "KEY_TYPE_MISMATCH"),
    "NO_CERTIFICATE_ASSIGNED",
)
LOCAL = ("localhost", "127.0.0.1", "::1")


def given(certificate: str, key: str | None = None) -> ssl.SSLContext:
    """Return what shows the certificate in a file.

    Args:
        certificate: PEM: the certificate, those that lead to its authority, and the
            key unless that has a file of its own.
        key: PEM.

    Raises:
        ConfigError: If they cannot be read, are locked by a password, or do not fit.
    """
    context = _context()
    where = "server.cert" if key is None else "server.cert, server.key"
    for path in filter(None, (certificate, key)):
        _check(path, where)
    try:
        context.load_cert_chain(certificate, key, password=_refuse_password)
    except _LockedError:
        raise ConfigError(
            f"the key in {key or certificate!r} is locked by a password",
            where=where,
            next_step=f"openssl pkey -in {key or certificate} -out unlocked.pem, and"
            " give that",
        ) from None
    except ssl.SSLError as error:
        raise ConfigError(_meaning(error, certificate, key), where=where) from None
    return context


@dataclass(slots=True)
class _LockedError(Exception):
    """The key wants a password."""


def _refuse_password() -> str:
    raise _LockedError


def _check(path: str, where: str) -> None:
    try:
        text = Path(path).read_bytes()
    except OSError as error:
        raise ConfigError(
            f"{path!r} cannot be read: {error.strerror}", where=where
        ) from None
    if b"-----BEGIN " not in text:
        raise ConfigError(
            f"{path!r} is not PEM, the text form with -----BEGIN in it",
            where=where,
            next_step="openssl x509 -inform der -in FILE, or openssl pkcs12 -in FILE"
            " -nodes, writes it",
        )


def _meaning(error: ssl.SSLError, certificate: str, key: str | None) -> str:
    if error.reason in _OTHERS_KEY:
        return f"the key in {key or certificate!r} is not that of {certificate!r}"
    if key is None:
        return f"{certificate!r} does not hold a certificate and its key"
    return f"{certificate!r} holds no certificate, or {key!r} no key"


class Authority:
    """Signs a certificate for each name that a client asks for."""

    def __init__(
        self, directory: Path, *, names: Iterable[str] = (), clock: Clock | None = None
    ) -> None:
        """Sign with the authority in *directory*.

        Args:
            directory: Where its files are.
            names: What we are called, for clients that give no name.
            clock: The system's if None.

        Raises:
            ConfigError: If there is no authority, or its key is locked.
        """
        self._clock = clock or SystemClock()
        self._names = tuple(dict.fromkeys((*LOCAL, *names)))
        self._key, self._chain = _authority(directory / KEY_FILE)
        self._made: dict[str, ssl.SSLContext] = {}

    @cached_property
    def context(self) -> ssl.SSLContext:
        """What a server listens with."""
        context = self._shown(self._names)
        context.sni_callback = self._named
        return context

    def signed(self, names: Iterable[str]) -> bytes:
        """Return a certificate for *names*, as PEM with its key."""
        from cryptography import x509
        from cryptography.hazmat.primitives import hashes, serialization

        pem = serialization.Encoding.PEM
        alternatives = [_alternative(name) for name in names]
        certificate = self._leaf(alternatives).sign(self._key, hashes.SHA256())
        key = self._leaf_key.private_bytes(
            pem,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        # What is signed by an authority of another is believed by way of it.
        above = self._chain if len(self._chain) > 1 else ()
        assert all(isinstance(each, x509.Certificate) for each in above)
        return b"".join(
            [key, certificate.public_bytes(pem), *(a.public_bytes(pem) for a in above)]
        )

    @cached_property
    def _leaf_key(self) -> ec.EllipticCurvePrivateKey:
        # A handshake costs a tenth of what it does with RSA.
        from cryptography.hazmat.primitives.asymmetric import ec

        return ec.generate_private_key(ec.SECP256R1())

    def _leaf(self, names: list[x509.GeneralName]) -> x509.CertificateBuilder:
        from cryptography import x509
        from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

        issuer = self._chain[0]
        now = datetime.fromtimestamp(self._clock.now(), UTC)
        shown = str(names[0].value)
        subject = [x509.NameAttribute(NameOID.ORGANIZATION_NAME, "mockforge")]
        if len(shown) <= 64:
            subject.insert(0, x509.NameAttribute(NameOID.COMMON_NAME, shown))
        return (
            x509.CertificateBuilder()
            .issuer_name(issuer.subject)
            .subject_name(x509.Name(subject))
            .public_key(self._leaf_key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(now - BEFORE)
            .not_valid_after(min(now + VALID, issuer.not_valid_after_utc))
            .add_extension(x509.SubjectAlternativeName(names), critical=False)
            .add_extension(x509.BasicConstraints(False, None), critical=True)
            .add_extension(_signing_only(), critical=True)
            .add_extension(
                x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]),
                critical=False,
            )
            .add_extension(_issued_by(issuer), critical=False)
        )

    def _named(
        self, secured: ssl.SSLObject, name: str | None, context: ssl.SSLContext
    ) -> None:
        """Show the certificate of the *name* that a client asks for."""
        wanted = (name or "").lower().rstrip(".")
        if wanted in self._names or len(wanted) > 253:
            return
        if not _is_address(wanted) and not _NAME.fullmatch(wanted):
            return
        found = self._made.get(wanted)
        if found is None:
            if len(self._made) >= NAMES:
                del self._made[next(iter(self._made))]
            found = self._made[wanted] = self._shown((wanted,))
        secured.context = found

    def _shown(self, names: Iterable[str]) -> ssl.SSLContext:
        context = _context()
        # ssl reads certificates from files alone.
        handle, path = tempfile.mkstemp(suffix=".pem")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(self.signed(names))
            context.load_cert_chain(path)
        finally:
            Path(path).unlink()
        return context


def _context() -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.set_alpn_protocols(list(PROTOCOLS))
    return context


def _authority(
    file: Path,
) -> tuple[CertificateIssuerPrivateKeyTypes, list[x509.Certificate]]:
    from cryptography import x509
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    try:
        text = file.read_bytes()
        key = load_pem_private_key(text, None)
        chain = x509.load_pem_x509_certificates(text)
    except (OSError, ValueError, TypeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not usable"
        if isinstance(error, TypeError):
            reason = "its key is locked by a password"
        raise ConfigError(
            f"there is no certificate authority in {str(file)!r}: {reason}",
            where="proxy.ca_dir",
            next_step="mockforge ca",
        ) from None
    return key, chain  # type: ignore[return-value]


def _alternative(name: str) -> x509.GeneralName:
    from cryptography import x509

    if _is_address(name):
        return x509.IPAddress(ip_address(name))
    return x509.DNSName(name)


def _is_address(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


def _signing_only() -> x509.KeyUsage:
    from cryptography import x509

    unused = dict.fromkeys(
        (
            *("content_commitment", "key_encipherment", "data_encipherment"),
            *("key_agreement", "key_cert_sign", "crl_sign"),
            *("encipher_only", "decipher_only"),
        ),
        False,
    )
    return x509.KeyUsage(digital_signature=True, **unused)


def _issued_by(issuer: x509.Certificate) -> x509.AuthorityKeyIdentifier:
    """Return how the certificate above is found among others of its name."""
    from cryptography import x509

    try:
        own = issuer.extensions.get_extension_for_class(x509.SubjectKeyIdentifier)
    except x509.ExtensionNotFound:
        key = issuer.public_key()
        return x509.AuthorityKeyIdentifier.from_issuer_public_key(key)  # type: ignore[arg-type]
    return x509.AuthorityKeyIdentifier.from_issuer_subject_key_identifier(own.value)
