"""Where pins are: beside a recording, or where the settings say."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from mockforge.errors import ConfigError
from mockforge.learning.bindings.pins import Pins, read_pins
from mockforge.learning.learned import Learned


def pins_of(location: str, named: str | None = None) -> Pins:
    """Return the pins for the recording at *location*.

    Args:
        location: Of the recording: a path, or the address of a database.
        named: The file that settings or a flag name; else it is `<recording>.pins`
            beside the recording, if that is there.

    Raises:
        ConfigError: If a named file is missing, or a line in it is no pin.
    """
    place = beside(location) if named is None else Path(named).expanduser()
    if place is None:
        return Pins()
    try:
        text = place.read_text(encoding="utf-8")
    except FileNotFoundError:
        if named is None:
            return Pins()
        raise ConfigError(
            f"there is no file {named!r}",
            where="learning.pins",
            next_step="name one that exists, or take the setting away",
        ) from None
    except (OSError, UnicodeDecodeError) as failure:
        raise ConfigError(
            f"the pins in {str(place)!r} cannot be read: {failure}",
            next_step="make it a text file in UTF-8 that can be read",
        ) from failure
    return read_pins(text, str(place))


def pinned(learned: Learned, pins: Pins) -> Learned:
    """Return *learned* with what *pins* say."""
    keys = {known.key for known in learned.endpoints.every}
    return replace(learned, bindings=learned.bindings.pinned(pins, keys))


def beside(location: str) -> Path | None:
    """Return where the pins of the recording at *location* would be; None if nowhere.

    `shop.db` has `shop.pins`, and `shop.db.pins` is taken where that is there.
    """
    if "://" in location and not location.startswith("sqlite"):
        return None
    path = Path(location.partition(":///")[2] or location)
    full = path.with_name(path.name + ".pins")
    return full if full.is_file() else path.with_suffix(".pins")
