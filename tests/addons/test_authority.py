import subprocess
import sys

import pytest
from mockforge.addons.authority import certificate, certificate_file

from mockforge.errors import MockforgeError


@pytest.fixture(scope="module")
def authority(tmp_path_factory):
    """An authority that is made once: its keys take a second."""
    directory = tmp_path_factory.mktemp("data") / "new" / "ca"
    return directory, certificate(directory)


def test_an_authority_is_made_where_there_is_none(authority):
    directory, file = authority

    assert file == certificate_file(directory)
    assert b"BEGIN CERTIFICATE" in file.read_bytes()
    assert b"PRIVATE KEY" not in file.read_bytes()


def test_only_its_owner_can_read_the_key(authority):
    directory, _ = authority

    key = directory / "mitmproxy-ca.pem"

    assert b"PRIVATE KEY" in key.read_bytes()
    assert directory.stat().st_mode & 0o077 == 0
    assert key.stat().st_mode & 0o077 == 0


def test_an_authority_that_is_there_stays(authority):
    directory, file = authority
    before = file.read_bytes()

    assert certificate(directory).read_bytes() == before


def test_a_place_that_cannot_be_written_is_told(tmp_path):
    (tmp_path / "file").write_text("")

    with pytest.raises(MockforgeError, match="no certificate authority can be made"):
        certificate(tmp_path / "file" / "ca")


def test_the_name_of_the_file_is_known_without_mitmproxy():
    code = (
        "import sys, mockforge.addons.authority;"
        "sys.exit('mitmproxy' in sys.modules or 'cryptography' in sys.modules)"
    )

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
