"""The certificate authority that the proxy signs with."""

from __future__ import annotations

from pathlib import Path

from mockforge.errors import MockforgeError

NAME = "mitmproxy"
"""What mitmproxy calls its files: a proxy with this `confdir` finds them."""


def certificate_file(directory: Path) -> Path:
    """Return where the authority's certificate is, or will be, without its key."""
    return directory / f"{NAME}-ca-cert.pem"


def certificate(directory: Path) -> Path:
    """Return the certificate's file; the authority is made where there is none.

    Raises:
        MockforgeError: If *directory* cannot be written, or what is in it is no
            authority.
    """
    file, key = certificate_file(directory), directory / f"{NAME}-ca.pem"
    if file.is_file() and key.is_file():
        return file
    from mitmproxy import certs

    try:
        directory.mkdir(parents=True, exist_ok=True, mode=0o700)
        if not key.is_file():
            certs.CertStore.create_store(
                directory, NAME, 2048, organization="mockforge", cn="mockforge"
            )
        certs.CertStore.from_store(directory, NAME, 2048)
    except (OSError, ValueError) as failure:
        reason = getattr(failure, "strerror", None) or str(failure)
        raise MockforgeError(
            f"no certificate authority can be made in {str(directory)!r}: {reason}",
            next_step="mockforge config set proxy.ca_dir DIRECTORY, one that can be"
            " written",
        ) from failure
    return file
