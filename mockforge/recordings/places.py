"""Where recordings are: paths, folders and URLs, and what is near a wrong one."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path

from mockforge.errors import RecordingError

MAGIC = b"SQLite format 3\0"
DATABASE_SUFFIXES = frozenset([".db", ".sqlite", ".sqlite3"])


def one(source: str | Path) -> str | Path:
    """Return the place of the one recording that *source* names.

    Raises:
        RecordingError: If it is missing, or a folder with none or with several.
    """
    places = _places(source)
    if len(places) > 1:
        named = ", ".join(str(place) for place in places[:3])
        raise RecordingError(
            f"the folder {str(source)!r} holds {len(places)} recordings",
            nearest=f"the first are {named}",
            next_step="name one of them",
        )
    return places[0]


def expand(sources: Iterable[str | Path]) -> list[str | Path]:
    """Return *sources* with each folder replaced by the recordings in it.

    Raises:
        RecordingError: If one is missing, or a folder holds no recording.
    """
    return [place for source in sources for place in _places(source)]


def found_in(folder: Path) -> list[Path]:
    """Return the recordings in *folder* and below, in order of their paths."""
    return sorted(
        path
        for path in folder.rglob("*")
        if not _is_ours_beside(path, folder) and path.is_file() and is_recording(path)
    )


def is_recording(path: Path) -> bool:
    """Whether the file at *path* looks like a recording from its content."""
    # Imported here: a start on a database reads none of the text forms.
    from mockforge.recordings.formats import forms

    try:
        with path.open("rb") as file:
            head = file.read(len(MAGIC))
            if head == MAGIC:
                return True
            if path.suffix.lower() not in forms.SUFFIXES:
                return False
            return (
                forms.form_of((head + file.read()).lstrip(b"\xef\xbb\xbf")) is not None
            )
    except OSError:
        return False


def is_database(place: str | Path) -> bool:
    """Whether *place* is to be opened by the store: a URL or a database file."""
    if isinstance(place, str) and "://" in place:
        return True
    path = Path(place)
    if path.suffix.lower() in DATABASE_SUFFIXES:
        return True
    try:
        with path.open("rb") as file:
            return file.read(len(MAGIC)) == MAGIC
    except OSError:
        return False


def _places(source: str | Path) -> list[str | Path]:
    if isinstance(source, str) and "://" in source:
        return [source]
    path = Path(source)
    if path.is_dir():
        inside = found_in(path)
        if not inside:
            raise RecordingError(
                f"the folder {str(path)!r} holds no recording",
                next_step="record one: mockforge proxy --upstream URL",
            )
        return list(inside)
    if not path.exists():
        raise _missing(path)
    return [path]


def _missing(path: Path) -> RecordingError:
    from mockforge.recordings.formats import forms

    folder = path.parent
    while not folder.is_dir() and folder != folder.parent:
        folder = folder.parent
    there = {
        str(found): found.name
        for place in dict.fromkeys([folder, folder / "recordings", Path("recordings")])
        if place.is_dir()
        for found in place.iterdir()
        if found.suffix.lower() in forms.SUFFIXES | DATABASE_SUFFIXES
    }
    near = get_close_matches(path.name, there.values(), n=3, cutoff=0.7)
    names = [name for short in near for name in there if there[name] == short]
    return RecordingError(
        f"there is no recording {str(path)!r}",
        nearest=f"did you mean {' or '.join(names[:3])}?" if names else None,
        next_step="see which there are: mockforge recordings list",
    )


def _is_ours_beside(path: Path, folder: Path) -> bool:
    """Whether *path* belongs to a recording beside it, or is hidden."""
    inside = path.relative_to(folder)
    return any(
        part.startswith(".") or part.endswith(".bodies") for part in inside.parts
    )
