"""When it is that a request speaks of: each hour, now, what is over."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from mockforge.synthesis.moments import DAY
from mockforge.synthesis.naming import singular, words_of
from mockforge.synthesis.wanted import Wanted

MONTH = 30 * DAY
_UNITS = {
    **dict.fromkeys(("s", "sec", "second"), 1.0),
    **dict.fromkeys(("m", "min", "minute", "t", "pt"), 60.0),
    **dict.fromkeys(("h", "hr", "hour", "hourly"), 3600.0),
    **dict.fromkeys(("d", "day", "daily", "date"), DAY),
    **dict.fromkeys(("w", "week", "weekly"), 7 * DAY),
    **dict.fromkeys(("mo", "mon", "month", "monthly"), MONTH),
    **dict.fromkeys(("minutely",), 60.0),
    **dict.fromkeys(("quarter", "quarterly"), 91 * DAY),
    **dict.fromkeys(("year", "yearly", "annual", "annually"), 365 * DAY),
}
_SAID = re.compile(r"(?:p?t?)(\d{1,4})?[ _-]?([a-z]+)", re.IGNORECASE)
_EVERY = re.compile(
    r"\b(?:every|each|per|in|at)\s+(?:(\d{1,4}|half|quarter|two|three|five|ten|fifteen"
    r"|thirty)[\s-]*)?"
    r"(seconds?|minutes?|min|hours?|days?|weeks?|months?)\b(?:[\s-]+(?:steps?|"
    r"intervals?))?",
    re.IGNORECASE,
)
_SPOKEN = {"half": 0.5, "quarter": 0.25, "two": 2, "three": 3, "five": 5, "ten": 10,
           "fifteen": 15, "thirty": 30, "four": 4, "six": 6, "twelve": 12}  # fmt: skip
_PLAIN = re.compile(
    r"\b(\d{1,3}|half|quarter|two|three|five|ten|fifteen|thirty|four|six|twelve)"
    r"[\s-]?(?:(minute|min|hour|second|day)s?[\s-](?:interval|step|sample|bar|candle|"
    r"average|reading|resolution|bucket|forecast|value|data|mean|price|record|log|slot|"
    r"window|measurement|rate)|(hourly))|\b(hourly|daily|weekly|monthly|minutely)\b",
    re.IGNORECASE,
)
_SAMPLED = re.compile(
    r"\b(?:points?|samples?|readings?|records?|measurements?|values?|positions?|rows?|"
    r"entry|entries|bars?|candles?|updates?)\s+(?:per|a|an|each|every)\s+(second|minute"
    r"|hour|day|week|month)\b|\b(?:one|1|a)\s+(?:per|a|every|each)\s+(second|minute|hour"
    r"|day)\b|\b(?:minute|hour) by (minute|hour)\b",
    re.IGNORECASE,
)
_NAMES = frozenset(("interval", "granularity", "resolution", "step", "bucket",
                    "timeframe", "frequency", "aggregation", "groupby", "sampling",
                    "binsize", "aggregate", "rollup", "intervalminutes", "stepseconds",
                    "intervalseconds", "timestep", "period", "by"))  # fmt: skip
_NOW = frozenset(("current", "currently", "latest", "live", "now", "realtime",
                  "instant"))  # fmt: skip
_PAST = frozenset(("past", "previous", "history", "historical", "archive", "archived",
                   "completed", "finished", "yesterday", "last", "recent", "played",
                   "results", "result", "concluded", "closed", "ended"))  # fmt: skip


class Timing(NamedTuple):
    """What a request says of when."""

    step: float | None = None
    """Seconds from one sample to the next."""
    is_now: bool = False
    is_past: bool = False
    words: frozenset[str] = frozenset()
    """All the words of the path."""


NOTHING = Timing()


def timing_of(wanted: Wanted) -> Timing:
    """Return what *wanted* says of when it is."""
    given = {str(value) for value in wanted.params.values()}
    parts = [part for part in wanted.path.split("/") if part and part not in given]
    path = frozenset(word for part in parts for word in words_of(part))
    prompt = frozenset(re.findall(r"[a-z-]+", wanted.prompt.lower()))
    said = path | prompt
    step = next((one for one in _steps(wanted, parts) if one), None)
    return Timing(step, bool(said & _NOW) or "real-time" in said, bool(said & _PAST),
                  path | frozenset(map(singular, path)))  # fmt: skip


def _steps(wanted: Wanted, parts: list[str]) -> Iterator[float | None]:
    for name, value in wanted.query.items():
        joined = "".join(words_of(name))
        if joined in _NAMES:
            yield _read(str(value), joined)
    for part in parts:
        if part in _UNITS and len(part) > len("month"):
            yield _UNITS[part]
    match = _EVERY.search(wanted.prompt)
    if match and (match[0].lower()[:2] in ("ev", "ea") or "interval" in match[0]):
        many = match[1].lower() if match[1] else "1"
        yield _SPOKEN.get(many, 0) * _unit(match[2]) or _times(many, match[2])
    sampled = _SAMPLED.search(wanted.prompt)
    if sampled:
        yield _unit(sampled[1] or sampled[2] or sampled[3])
    found = _PLAIN.search(wanted.prompt)
    if found:
        many, unit = (found[1] or "1").lower(), found[2] or found[3] or found[4]
        yield _SPOKEN.get(many, 0) * _unit(unit) or _times(many, unit)


def _times(many: str, unit: str) -> float | None:
    return int(many) * _unit(unit) if many.isdigit() else None


def _unit(word: str) -> float:
    return _UNITS.get(singular(word.lower()), 0.0)


def _read(text: str, name: str) -> float | None:
    """Return the seconds that *text* says: `5m`, `PT15M`, `hour`, `60`."""
    if text.isdigit():
        unit = 60.0 if "minute" in name or name == "resolution" else 1.0
        return int(text) * unit or None
    if text.startswith("1M") and len(text) == len("1M"):
        return MONTH
    match = _SAID.fullmatch(text.strip())
    if match is None:
        return None
    return int(match[1] or 1) * _unit(match[2]) or None


def is_forecast(about: frozenset[str], timing: Timing, kind: str) -> bool:
    """Return whether days or hours to come are told of.

    Args:
        about: The words of what the list is called.
        timing: What the request says of when it is.
        kind: What the items are.
    """
    if timing.is_past:
        return False
    is_daily = bool(about & _DAILY) and "weather" in timing.words | {kind}
    return is_daily or bool((about | timing.words) & _FORECAST)


def step_of(timing: Timing, about: frozenset[str], has_inner: bool) -> float | None:
    """Return the step that is asked for, or that forecasts of several things have."""
    if timing.step or not has_inner or {"hourly", "daily"} & about:
        return timing.step
    return 3 * 3600.0


_FORECAST = frozenset(("forecast", "forecasts", "forecastday", "outlook",
                       "prediction", "predictions"))  # fmt: skip
_DAILY = frozenset(("daily", "days", "day", "hourly", "hours", "week"))
