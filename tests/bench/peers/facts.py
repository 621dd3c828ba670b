"""The machine, and the versions of everything that is measured."""

import datetime
import json
import os
import platform
import re
import shlex
import subprocess
import sys
from importlib import metadata
from pathlib import Path

from harness import ROOT, Harness
from rows import LEFT_OUT

IN_VENVS = {
    "mitm13": ("mitmproxy",),
    "srv13": ("uvloop", "httptools", "granian", "pytest-httpserver", "vcrpy"),
}
OURS = ("uvloop", "httptools", "sqlalchemy", "mitmproxy")


def facts(harness: Harness) -> dict:
    """Return what must be known beside the figures."""
    return {
        "date": datetime.date.today().isoformat(),
        "command": _command(),
        "machine": _machine(),
        "mockforge": {
            "version": _said(
                "git", "describe", "--always", "--dirty", where=harness.checkout
            ),
            "python": platform.python_version(),
            **{name: metadata.version(name) for name in OURS},
        },
        "versions": _versions(harness),
    }


def _command() -> str:
    """Return the command as it can be given from the top of the repository."""
    words = []
    for word in sys.argv[1:]:
        path = Path(word)
        is_path = os.sep in word and (path.exists() or path.parent.exists())
        words.append(os.path.relpath(path, ROOT) if is_path else word)
    script = Path(sys.argv[0]).resolve().relative_to(ROOT)
    return shlex.join(["python", str(script), *words])


def _machine() -> str:
    found = re.search(r"model name\s*: (.*)", Path("/proc/cpuinfo").read_text())
    pages = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    model = " ".join(found[1].split()) if found else platform.machine()
    memory = f"{pages / (1 << 30):.0f} GB"
    system = f"{platform.system()} {platform.release().partition('-')[0]}"
    return f"{model}, {os.cpu_count()} cores, {memory}, {system}"


def _versions(harness: Harness) -> dict[str, str]:
    told = {
        "java": _said("java", "-version"),
        "node": _said("node", "--version"),
        "nginx": _said("nginx", "-v"),
        "wrk": _said("wrk", "-v"),
    }
    for package in harness.peers.NPM_PACKAGES:
        about = Path(harness.peers.mod(package, "package.json"))
        if about.exists() and package not in LEFT_OUT:
            told[package] = json.loads(about.read_text())["version"]
    code = "import sys, importlib.metadata as m; print(m.version(sys.argv[1]))"
    for venv, packages in IN_VENVS.items():
        for package in packages:
            told[package] = _said(harness.peers.py(venv), "-c", code, package)
    return {name: version for name, version in told.items() if version}


def _said(*words: str, where: Path | None = None) -> str:
    """Return the first version in what a program says, or nothing."""
    try:
        done = subprocess.run(words, cwd=where, capture_output=True, text=True)
    except OSError:
        return ""
    line = next(iter((done.stdout + done.stderr).splitlines()), "")
    if where is not None:
        return line if done.returncode == 0 else "an unknown commit"
    found = re.search(r"\d+(\.\d+)+", line)
    return found[0] if found else ""
