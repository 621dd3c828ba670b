"""OpenAPI documents in files: read, and written as JSON or YAML."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO

from mockforge.errors import ConfigError, RecordingError
from mockforge.learning.openapi.reading import OpenApi
from mockforge.learning.openapi.references import Invalid, Steps, pointer
from mockforge.recordings.formats.document import Document
from mockforge.recordings.formats.replacing import replacing

SUFFIXES = {".json": "json", ".yaml": "yaml", ".yml": "yaml"}
"""How a document is written, by how its name ends."""
MOST = 64 << 20
"""Bytes of a document that is read."""


def read_openapi(path: str | Path) -> OpenApi:
    """Return what the OpenAPI document at *path* says.

    Raises:
        ConfigError: If it cannot be read, or is none.
    """
    place = Path(path)
    try:
        if place.stat().st_size > MOST:
            raise ConfigError(
                "it is larger than 64 MB, which no OpenAPI document is",
                where=str(place),
                next_step="name the document with --openapi, not a recording",
            )
        raw = place.read_bytes()
    except OSError as failure:
        raise ConfigError(
            f"the OpenAPI document {str(place)!r} cannot be read: {failure.strerror}",
            nearest=_neighbours(place),
            next_step="name a file that is there: --openapi FILE",
        ) from failure
    return parsed(raw, place)


def parsed(raw: bytes, place: Path) -> OpenApi:
    """Return what the document *raw*, which came from *place*, says.

    Raises:
        ConfigError: If it is none.
    """
    try:
        document = Document(place, raw, typed=True)
    except RecordingError as broken:
        raise ConfigError(
            broken.what,
            where=broken.where,
            nearest=broken.nearest,
            next_step="name an OpenAPI document in JSON or YAML",
        ) from None
    try:
        return OpenApi(document.value)
    except Invalid as problem:
        where = _place(document, problem.steps)
        raise ConfigError(
            problem.what,
            where=f"{where} {pointer(problem.steps)}" if problem.steps else where,
            nearest=problem.nearest or None,
            next_step=problem.next_step or "correct it there",
        ) from None


def write(document: Mapping[str, Any], target: Path | BinaryIO, form: str) -> None:
    """Write *document* to a file or into an open one.

    Args:
        document: The document.
        target: Where to; a file that is there is replaced.
        form: `json` or `yaml`.

    Raises:
        RecordingError: If it cannot be written.
    """
    text = dumped(document, form).encode("utf-8", "backslashreplace")
    if isinstance(target, Path):
        with replacing(target) as file:
            file.write(text)
    else:
        target.write(text)


def dumped(document: Mapping[str, Any], form: str) -> str:
    """Return *document* as a text of JSON or YAML."""
    if form == "json":
        return json.dumps(document, indent=2, ensure_ascii=False) + "\n"
    import yaml

    # Through JSON: no two places share an object, which YAML would tell by anchors.
    plain = json.loads(json.dumps(document))
    for dumper in (getattr(yaml, "CSafeDumper", yaml.SafeDumper), yaml.SafeDumper):
        # libyaml has no escape for half a character, which JSON may hold.
        with suppress(UnicodeEncodeError):
            return str(
                yaml.dump(
                    plain,
                    Dumper=dumper,
                    sort_keys=False,
                    allow_unicode=True,
                    width=1000,
                )
            )
    return json.dumps(plain, indent=2) + "\n"


def _place(document: Document, steps: Steps) -> str:
    """Return the file with the line of what is at *steps*, or of what holds it."""
    for length in range(len(steps), -1, -1):
        line = document.line(*steps[:length])
        if line is not None:
            return f"{document.path}:{line}"
    return str(document.path)


def _neighbours(place: Path) -> str | None:
    from difflib import get_close_matches

    try:
        names = sorted(each.name for each in place.parent.iterdir())
    except OSError:
        return None
    close = get_close_matches(place.name, names, 1)
    return f"there is {str(place.with_name(close[0]))!r}" if close else None
