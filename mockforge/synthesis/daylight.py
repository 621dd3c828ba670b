"""What the sun gives in a list of samples: nothing by night, most at noon."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import pi, sin

from mockforge.synthesis import clocks
from mockforge.synthesis.members import Members, is_number
from mockforge.synthesis.moments import DAY
from mockforge.synthesis.naming import words_of

_LIGHT = frozenset(("irradiance", "ghi", "dni", "dhi", "insolation", "solar", "pv",
                    "sunlight", "photovoltaic", "daylight", "par"))  # fmt: skip
_YIELDS = frozenset(("power", "energy", "production", "generation", "generated",
                     "produced", "output", "yield", "kwh", "kw"))  # fmt: skip
_NO = frozenset(("id", "temp", "temperature", "total", "capacity", "battery", "grid",
                 "lifetime", "cumulative", "today", "peak", "share", "percent",
                 "consumption", "rated", "max"))  # fmt: skip
_DAWN, _DUSK = 5.5, 20.5
_HOUR = 3600.0
_MOST = DAY / 4


def darken(several: Sequence[Members], when: str, about: frozenset[str]) -> None:
    """Let what is of the sun go with the hour of the day.

    Args:
        several: The samples, in order.
        when: The name of their time.
        about: The words of what they are, and of the path.
    """
    names = _lit(tuple(several[0].made), bool(about & _LIGHT))
    times = [clocks.at(one, when) for one in several] if names else []
    hours = [time % DAY / _HOUR for time in times if time is not None]
    if len(hours) < 2 or len(hours) < len(times):
        return
    first, last = times[0] or 0.0, times[-1] or 0.0
    if abs(last - first) / (len(times) - 1) > _MOST:
        return
    for name in names:
        _go_with(several, name, hours)
    _given(several, abs(last - first) / (len(times) - 1))


@lru_cache(maxsize=1024)
def _lit(names: tuple[str, ...], is_solar: bool) -> tuple[str, ...]:
    """Return the names of what the sun gives."""
    words = {name: frozenset(words_of(name)) for name in names}
    is_solar = is_solar or any(_LIGHT & one for one in words.values())
    return tuple(
        name for name, one in words.items()
        if not one & _NO and (one & _LIGHT or (is_solar and one & _YIELDS))
    )  # fmt: skip


def _go_with(several: Sequence[Members], name: str, hours: Sequence[float]) -> None:
    held = [one.made.get(name) for one in several]
    sure = [value for value in held if is_number(value) and value >= 0]
    if len(sure) < len(held) or any(one.is_given(name) for one in several):
        return
    most = max(sure)
    for one, value, hour in zip(several, sure, hours, strict=True):
        # Clouds take some of it: as much as the value was below the most.
        clear = 0.75 + 0.25 * (value / most if most else 0)
        one.put_like(name, round(most * _sun(hour) * clear, 2))


def _sun(hour: float) -> float:
    if not _DAWN < hour < _DUSK:
        return 0.0
    return sin(pi * (hour - _DAWN) / (_DUSK - _DAWN))


_PAIRS = (("powerw", "energywh", 1.0), ("powerkw", "energykwh", 1.0),
          ("powerw", "energykwh", 0.001), ("power", "energy", 1.0))  # fmt: skip


def _given(several: Sequence[Members], step: float) -> None:
    """Energy is power in that time."""
    for power, energy, unit in _PAIRS:
        for one in several:
            have, gives = one.number(power), one.number(energy)
            if have is not None and gives is not None:
                one.put_like(gives[0], round(have[1] * step / _HOUR * unit, 2))
