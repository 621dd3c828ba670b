"""`mockforge ca`: the certificate authority behind the proxy's HTTPS."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from mockforge.cli import options, output
from mockforge.cli.lazy import Group

TRUST = """\
The proxy answers HTTPS with certificates signed by its own authority:

  {path}

Let one program trust it (nothing else on the machine is changed):

  curl            --cacert {path}
  Python          SSL_CERT_FILE={path} REQUESTS_CA_BUNDLE={path}
  Node.js         NODE_EXTRA_CA_CERTS={path}
  Go, Ruby, PHP   SSL_CERT_FILE={path}
  git             GIT_SSL_CAINFO={path}
  AWS tools       AWS_CA_BUNDLE={path}
  gRPC            GRPC_DEFAULT_SSL_ROOTS_FILE_PATH={path}
  Java            keytool -importcert -noprompt -alias mockforge -file {path} \\
                    -keystore trust.jks -storepass changeit
                  java -Djavax.net.ssl.trustStore=trust.jks ...
"""
SYSTEM = {
    "linux": """\
Or the whole machine:

  sudo cp {path} /usr/local/share/ca-certificates/mockforge.crt
  sudo update-ca-certificates
""",
    "darwin": """\
Or the whole machine:

  sudo security add-trusted-cert -d -r trustRoot \\
    -k /Library/Keychains/System.keychain {path}
""",
    "win32": """\
Or the whole machine, as administrator:

  certutil -addstore root {path}
""",
}


@click.group(
    cls=Group, invoke_without_command=True, subcommand_metavar="[COMMAND] [ARGS]..."
)
@options.config
@click.pass_context
def ca(ctx: click.Context) -> None:
    """Show the certificate clients must trust for HTTPS; make it if there is none."""
    if ctx.invoked_subcommand is None:
        output.data(str(_certificate()))
        output.say("next: mockforge ca trust")


@ca.command()
@options.config
def path() -> None:
    """Show the certificate's file."""
    output.data(str(_certificate()))


@ca.command()
@click.option(
    "-o", "--output", "target", metavar="FILE", help="Write here, not to stdout."
)
@click.option("--der", is_flag=True, help="Binary, as Windows and Android take it.")
@options.config
def export(target: str | None, der: bool) -> None:
    """Write the certificate, without its key, as PEM."""
    content = _certificate().read_bytes()
    if der:
        content = _der(content)
    if target in (None, "-"):
        output.raw(content)
        return
    from mockforge.errors import MockforgeError

    try:
        Path(str(target)).write_bytes(content)
    except OSError as failure:
        raise MockforgeError(
            f"{target!r} cannot be written: {failure.strerror}"
        ) from failure


@ca.command()
@options.config
def fingerprint() -> None:
    """Show the certificate's SHA-256 fingerprint."""
    from hashlib import sha256

    digest = sha256(_der(_certificate().read_bytes())).hexdigest().upper()
    output.data(":".join(digest[at : at + 2] for at in range(0, len(digest), 2)))


@ca.command()
@options.config
def trust() -> None:
    """Say how programs and machines are made to trust the certificate."""
    found = _certificate()
    output.data(TRUST.format(path=found))
    if sys.platform in SYSTEM:
        output.data(SYSTEM[sys.platform].format(path=found))


def _certificate() -> Path:
    """Return the certificate's file; the authority is made where there is none.

    Raises:
        MockforgeError: If the directory cannot be written.
    """
    from mockforge.addons.authority import certificate

    directory = options.configuration().proxy.ca_directory
    found: Path = certificate(directory)
    return found.resolve()


def _der(content: bytes) -> bytes:
    from ssl import PEM_cert_to_DER_cert

    return PEM_cert_to_DER_cert(content.decode("ascii"))
