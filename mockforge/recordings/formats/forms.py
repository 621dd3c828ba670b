"""The forms there are, told apart by what is in a file and not by its name."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from mockforge.errors import RecordingError
from mockforge.recordings.formats import govcr, har, hoverfly, jsonl, vcr
from mockforge.recordings.formats.contents import Contents, load


class Form(NamedTuple):
    """A text form."""

    name: str
    recognises: Callable[[bytes], bool]
    read: Callable[[Path], Contents]


# Ours first: its bodies may hold anything, also what another form is known by.
FORMS = (
    Form("jsonl", jsonl.recognises, jsonl.read),
    Form("har", har.recognises, har.read),
    Form("hoverfly", hoverfly.recognises, hoverfly.read),
    Form("go-vcr", govcr.recognises, govcr.read),
    Form("vcr", vcr.recognises, vcr.read),
)
SUFFIXES = frozenset([".jsonl", ".har", ".yaml", ".yml", ".json"])
"""What recordings in text form usually end in."""
_KNOWN = "it is none of: .jsonl, HAR, VCR and go-vcr cassettes, Hoverfly simulations"
_HINTS: tuple[tuple[Callable[[bytes], bool], str], ...] = (
    (
        lambda raw: raw[:1].isdigit() and b":" in raw[:12] and b";" in raw[:400],
        "a mitmproxy flow file: mitmdump -nr FILE --set hardump=FILE.har, "
        "and take the HAR file",
    ),
    (
        lambda raw: b'"mappings"' in raw or b'"urlPattern"' in raw[:65536],
        "WireMock stubs are no recording; record again through mockforge proxy",
    ),
    (lambda raw: not raw.strip(), "the file is empty; record it again"),
)


def form_of(raw: bytes) -> Form | None:
    """Return the form of a file that holds *raw*, or None."""
    return next((form for form in FORMS if form.recognises(raw)), None)


def read(path: Path) -> Contents:
    """Return the exchanges of the file at *path*, whatever its form.

    Raises:
        RecordingError: If it cannot be read, or is of no form that is known.
    """
    raw = load(path)
    form = form_of(raw)
    if form is None:
        hint = next((text for is_it, text in _HINTS if is_it(raw)), None)
        raise RecordingError(
            f"{str(path)!r} is no recording",
            nearest=_KNOWN,
            next_step=hint or "name a recording; see: mockforge recordings list",
        )
    return form.read(path)
