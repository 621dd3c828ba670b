"""PostgreSQL for tests: a cluster of their own, where the binaries are installed."""

import contextlib
import os
import pwd
import shutil
import subprocess
import tempfile
from pathlib import Path

import psycopg
import pytest


def binaries():
    """Return the folder of initdb and pg_ctl, or None."""
    on_path = shutil.which("initdb")
    candidates = [Path(on_path).resolve().parent] if on_path else []
    candidates += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    for folder in candidates:
        if all((folder / name).exists() for name in ("initdb", "pg_ctl", "postgres")):
            return folder
    return None


BACKENDS = ["sqlite", "postgresql"] if binaries() else ["sqlite"]


class Cluster:
    """A running server that listens on a socket in its own folder."""

    def __init__(self, folder):
        self.folder = folder
        self.made = 0

    def database(self):
        """Make an empty database and return its URL."""
        self.made += 1
        name = f"test{self.made}"
        with psycopg.connect(self._url("postgres"), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}")
        return self._url(name).replace("postgresql://", "postgresql+psycopg://")

    def _url(self, name):
        return f"postgresql://mockforge@/{name}?host={self.folder}"


@contextlib.contextmanager
def running():
    """Start a cluster, and remove it in the end."""
    tools, owner = binaries(), _owner()
    folder = Path(tempfile.mkdtemp(prefix="mockforge-pg-"))
    try:
        if owner is not None:
            os.chown(folder, owner.pw_uid, owner.pw_gid)
        data = folder / "data"
        _run(
            owner,
            [tools / "initdb", "-D", data, "-U", "mockforge", "-A", "trust"],
            ["--no-sync", "--no-locale", "-E", "UTF8"],
        )
        settings = f"-k {folder} -c listen_addresses='' -c fsync=off"
        _run(
            owner,
            [tools / "pg_ctl", "-D", data, "-w", "-o", settings],
            ["-l", folder / "log", "start"],
        )
        try:
            yield Cluster(folder)
        finally:
            _run(owner, [tools / "pg_ctl", "-D", data, "-m", "immediate", "stop"], [])
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _owner():
    """Return whom to run as: PostgreSQL refuses to run as root."""
    if os.geteuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        with contextlib.suppress(KeyError):
            return pwd.getpwnam(name)
    raise RuntimeError("there is no user to run PostgreSQL as")


def _run(owner, command, rest):
    how = {}
    if owner is not None:
        how = {"user": owner.pw_uid, "group": owner.pw_gid, "extra_groups": []}
    subprocess.run(
        [str(word) for word in [*command, *rest]],
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd="/",
        timeout=60,
        **how,
    )


@pytest.fixture(scope="session")
def cluster():
    with running() as found:
        yield found


@pytest.fixture(params=BACKENDS)
def where(request, tmp_path):
    """An address for a new recording: a file, or a database of PostgreSQL."""
    if request.param == "sqlite":
        return str(tmp_path / "api.db")
    return request.getfixturevalue("cluster").database()
