"""The package on disk, the package in a wheel, and what it asks for."""

import importlib.metadata
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
MAPPED = {
    "mockforge": "mockforge",
    "addons": "mockforge.addons",
    "migrations": "mockforge.migrations",
}
PIP_WHEEL = ["-m", "pip", "wheel", "-q", "--no-deps", "--disable-pip-version-check"]


def packages_on_disk():
    for top, name in MAPPED.items():
        for path in (ROOT / top).rglob("__init__.py"):
            inside = path.parent.relative_to(ROOT / top)
            yield ".".join([name, *inside.parts])


def test_the_package_list_is_what_is_on_disk():
    assert sorted(PROJECT["tool"]["setuptools"]["packages"]) == sorted(
        packages_on_disk()
    )


def test_every_direct_dependency_has_a_floor():
    asked = [*PROJECT["project"]["dependencies"]]
    for extra in PROJECT["project"]["optional-dependencies"].values():
        asked += [line for line in extra if not line.startswith("mockforge[")]

    assert [line for line in asked if ">=" not in line] == []


def test_mitmproxy_was_not_resolved_backwards():
    version = tuple(
        map(int, re.findall(r"\d+", importlib.metadata.version("mitmproxy"))[:2])
    )

    assert version >= ((12, 2) if sys.version_info >= (3, 12) else (11, 0))


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """A wheel built from a copy of the checkout, with what is installed here."""
    out = tmp_path_factory.mktemp("wheel")
    source = out / "source"
    source.mkdir()
    for name in MAPPED:
        shutil.copytree(ROOT / name, source / name)
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, source)
    subprocess.run(
        [sys.executable, *PIP_WHEEL, "-w", str(out), str(source)],
        check=True,
        capture_output=True,
    )
    return next(out.glob("*.whl"))


def test_a_wheel_carries_addons_migrations_and_data(wheel):
    names = set(zipfile.ZipFile(wheel).namelist())

    assert {
        "mockforge/addons/record.py",
        "mockforge/migrations/env.py",
        "mockforge/migrations/script.py.mako",
        "mockforge/py.typed",
    } <= names
    assert not [
        name for name in names if name.startswith(("tests/", "addons/", "migrations/"))
    ]
    for path, package in ((ROOT / top, MAPPED[top]) for top in MAPPED):
        for file in path.rglob("*.py"):
            assert (
                f"{package.replace('.', '/')}/{file.relative_to(path).as_posix()}"
                in names
            )
