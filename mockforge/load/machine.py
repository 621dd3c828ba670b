"""What a benchmark ran on: without it a figure says nothing."""

from __future__ import annotations

import os
import platform
import sys
from importlib import metadata
from pathlib import Path

from mockforge import __version__

_PACKAGES = ("uvloop", "httptools")


def machine(load: float | None) -> dict[str, object]:
    """Return what it ran on; the name of the machine is nobody's business."""
    return {
        "system": f"{platform.system()} {platform.release()}",
        "architecture": platform.machine(),
        "processor": _processor(),
        "cores": os.cpu_count(),
        "load_before": load,
    }


def versions() -> dict[str, str]:
    """Return the versions of what took part."""
    found = {
        "mockforge": __version__,
        "python": f"{platform.python_implementation()} {platform.python_version()}",
    }
    for name in _PACKAGES:
        try:
            found[name] = metadata.version(name)
        except metadata.PackageNotFoundError:
            found[name] = "missing"
    return found


def _processor() -> str:
    if sys.platform == "linux":
        try:
            for line in Path("/proc/cpuinfo").read_text().splitlines():
                if line.startswith("model name"):
                    return line.partition(":")[2].strip()
        except OSError:
            return ""
    return platform.processor()
