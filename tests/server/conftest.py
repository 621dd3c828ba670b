"""A certificate authority for the tests of TLS, made once: its keys take a second."""

import ssl

import pytest
from mockforge.addons.authority import certificate

from mockforge.server.tls import Authority


@pytest.fixture(scope="session")
def ca(tmp_path_factory):
    """Where the authority's certificate is; its key is beside it."""
    return certificate(tmp_path_factory.mktemp("authority"))


@pytest.fixture(scope="session")
def authority(ca):
    """Signs for whoever is asked for."""
    return Authority(ca.parent, names=["box.example", "192.0.2.7"])


@pytest.fixture
def trusting(ca):
    """What a client uses that trusts the authority and speaks *protocols*."""

    def made(*protocols):
        context = ssl.create_default_context(cafile=str(ca))
        context.verify_flags |= ssl.VERIFY_X509_STRICT
        if protocols:
            context.set_alpn_protocols(list(protocols))
        return context

    return made
