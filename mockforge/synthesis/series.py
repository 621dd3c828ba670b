"""Lists whose items tell of one thing: in order of time, ranked, parts of a whole."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from random import Random  # noqa: TID251 - the type alone
from typing import NamedTuple

from mockforge.synthesis import clocks
from mockforge.synthesis.balances import moves_in, run
from mockforge.synthesis.daylight import darken
from mockforge.synthesis.families import has_own_share
from mockforge.synthesis.intervals import (
    in_turn,
    intervals,
    is_one_thing,
    league,
    stay,
)
from mockforge.synthesis.lives import times_in
from mockforge.synthesis.members import Members, is_number
from mockforge.synthesis.moments import DAY
from mockforge.synthesis.naming import words_of
from mockforge.synthesis.quantities.choosing import topic
from mockforge.synthesis.reckoning import reckon
from mockforge.synthesis.reordering import by_time, counting, reorder
from mockforge.synthesis.roles import role_of
from mockforge.synthesis.samples import hold, position_in
from mockforge.synthesis.timing import NOTHING, Timing, is_forecast, step_of
from mockforge.synthesis.wandering import evenly, grouped, measures, wander
from mockforge.synthesis.within import nested_measures, wander_within

_WHENS = ("timestamp", "time", "date", "datetime", "ts", "t", "recordedat",
          "measuredat", "observedat", "sampledat", "readingtime", "day", "period",
          "bucket", "hour", "recordedon", "collectedat", "readingat", "week",
          "capturedat", "readat", "at", "takenat", "dt", "startofday", "datehour",
          "forecastdate", "forecasttime", "validtime", "when", "measurementtime",
          "tradingday", "tradedate", "candletime", "opentime",
          "reportdate", "readingdate", "readon", "intervalstart",
          "bucketstart", "samplingtime", "measuredon", "observationtime", "lastseen",
          "periodstart", "month", "readingtimestamp", "observationdate")  # fmt: skip
_LOGGED = ("createdat", "occurredat", "created", "loggedat", "eventtime", "postedat",
           "transactiondate", "bookedat", "sentat", "startedat", "orderdate",
           "issuedat", "placedat", "uploadedat", "publishedat", "publishedon",
           "postedon", "submittedat", "openedat", "registeredat", "joinedat",
           "hiredate", "receivedat", "reportedat", "triggeredat", "bookingdate",
           "valuedate")  # fmt: skip
_COUNTERS = frozenset(("sequence", "seq", "index", "position", "rank", "ranking",
                       "line", "ordinal", "place", "standing", "step", "linenumber",
                       "stepnumber", "sequencenumber", "sortorder", "displayorder",
                       "tracknumber", "episodenumber", "chapternumber", "lap", "lineno",
                       "seqno", "rownumber", "row", "no", "lapnumber", "episode",
                       "chapter", "questionnumber", "stopsequence", "itemnumber",
                       "stopnumber", "entrynumber", "trackno", "linenum",
                       "leaderboardposition", "roundnumber", "installmentnumber",
                       "paymentnumber"))  # fmt: skip
_RANKS = frozenset(("rank", "ranking", "place", "standing", "position",
                    "leaderboardposition"))  # fmt: skip
_SCORED = ("points", "score", "totalpoints", "totalscore", "votes", "rating", "xp",
           "wins", "value", "amount", "total", "count", "revenue", "sales", "elo",
           "streams", "plays", "votecount", "marketcap", "totalsales")  # fmt: skip
_SHARES = frozenset(("percentage", "percent", "share", "weight", "proportion", "pct",
                     "weighting", "allocation"))  # fmt: skip
_SURE = frozenset(("share", "weight", "allocation", "proportion"))
_NO_SHARE = frozenset(("pnl", "funded", "attendance", "unrealized", "discount",
                       "interest", "tax", "complete", "used", "change", "gain",
                       "growth", "off", "return", "vat", "progress", "battery",
                       "humidity", "completion", "bounce", "conversion", "profit",
                       "margin", "gross", "net", "body", "kg", "lbs", "g", "price",
                       "success", "error", "win", "fill", "unit", "shares", "yield",
                       "birth", "rate"))  # fmt: skip
_OF = ("hours", "votes", "votecount", "value", "marketvalue", "amount", "total",
       "count", "users", "population", "sales", "revenue", "quantity", "visits",
       "sessions", "views", "allocated", "spent", "responses", "currentvalue", "hits",
       "members")  # fmt: skip
_TEXTS = frozenset(("name", "title", "subject", "email", "full", "username"))
_DEFAULTS = frozenset(("default", "primary", "current", "main", "isdefault",
                       "isprimary", "iscurrent", "ismain", "iscover"))  # fmt: skip


class Row(NamedTuple):
    """An item of a list."""

    members: Members
    kind: str
    """What it is."""
    listed: str = ""
    """What its list is called."""


class _Shape(NamedTuple):
    """What the names of the items tell of their list."""

    when: str
    is_measured: bool
    is_timed: bool
    counters: tuple[str, ...]
    scored: str
    share: str
    of: str
    id: str
    defaults: tuple[str, ...]


@lru_cache(maxsize=1024)
def _shape(names: tuple[str, ...], texts: tuple[str, ...]) -> _Shape:
    joined = {"".join(words_of(name)): name for name in names}
    measured = next((joined[one] for one in _WHENS if one in joined), "")
    logged = next((joined[one] for one in _LOGGED if one in joined), "")
    has_text = any(role_of(name).name in _TEXTS for name in texts)
    shares = [name for name in names if _SHARES & {*words_of(name)}
              and not _NO_SHARE & {*words_of(name)}
              and not _is_usual(name)]  # fmt: skip
    shares = [name for name in shares if _SURE & {*words_of(name)}] or shares
    return _Shape(
        measured or logged,
        bool(measured) and not has_text and _TOLD.isdisjoint(joined),
        bool(measured),
        tuple(name for key, name in joined.items() if key in _COUNTERS),
        next((joined[one] for one in _SCORED if one in joined), ""),
        shares[0] if len(shares) == 1 and not has_own_share(names, shares[0]) else "",
        next((joined[one] for one in _OF if one in joined), ""),
        joined.get("id", ""),
        tuple(name for key, name in joined.items() if key in _DEFAULTS),
    )


def _is_usual(name: str) -> bool:
    """Return whether a share has a usual size of its own, as `spo2_pct` has."""
    rest = tuple(word for word in words_of(name) if word not in _SHARES)
    return bool(rest) and any(row.measure == "share" for row in topic(rest))


_TOLD = frozenset(("level", "loglevel", "severity", "method", "message", "statuscode",
                   "httpstatus", "event", "action", "eventtype",
                   "responsecode"))  # fmt: skip
"""What is told of a happening, and not of a measurement."""


def _shape_of(members: Members) -> _Shape:
    made = members.made
    texts = tuple(name for name, value in made.items() if isinstance(value, str))
    return _shape(tuple(made), texts)


def arrange(
    rows: Sequence[Row], rng: Random, now: float, timing: Timing = NOTHING
) -> None:
    """Bring the items of one list into agreement.

    Args:
        rows: The items.
        rng: Chance.
        now: The last moment they may be of.
        timing: What is said of when it is.
    """
    if not rows:
        return
    several = [row.members for row in rows]
    shape = _shape_of(several[0])
    if len(rows) < 2 and (not shape.share or not several[0].made):
        return
    _placed_in_time(rows, shape, rng, (now, timing))
    _same(several, rng)
    if shape.counters:
        _count(several, shape)
    if shape.share:
        _parts(several, shape)
    for name in shape.defaults:
        _choose(several, name)
    if shape.id and shape.when and not shape.is_measured:
        _numbered(several, shape)


def _same(several: Sequence[Members], rng: Random) -> None:
    """Let what is told of one thing, or of one league, be of that."""
    for one in stay(several) if is_one_thing(several) else ():
        reckon(one, rng)
    league(several, rng)


def _placed_in_time(
    rows: Sequence[Row], shape: _Shape, rng: Random, until: tuple[float, Timing]
) -> None:
    """Put the items at times that fit each other, or in the order of those."""
    several, (now, timing) = [row.members for row in rows], until
    about = frozenset(words_of(rows[0].listed)) | timing.words
    if intervals(several, now, timing.step, about):
        numbers = measures(several, shape.counters)
        wander(several, numbers, rng)
    elif not by_time(several, (rows[0].kind, rows[0].listed)) and shape.when:
        _timed(rows, shape, rng, until)
    turn = in_turn(several)
    if turn and "events" in about:
        held = [one.worth(turn) or 0.0 for one in several]
        reorder(several, sorted(range(len(held)), key=held.__getitem__))


def _choose(several: Sequence[Members], name: str) -> None:
    """One of several is the one that is taken where nothing is said."""
    if all(isinstance(one.made.get(name), bool) for one in several):
        for at, one in enumerate(several):
            one.put(name, at == 0)


def _timed(
    rows: Sequence[Row], shape: _Shape, rng: Random, until: tuple[float, Timing]
) -> None:
    several = [row.members for row in rows]
    now, timing = until
    whens = [clocks.at(one, shape.when) for one in several]
    is_given = any(one.is_given(shape.when) for one in several)
    if is_given or any(when is None for when in whens):
        return
    numbers = measures(several, (shape.when, *shape.counters))
    moves = moves_in(several)
    names = tuple(several[0].made)
    is_alone = len(times_in(names)) < 2
    about = frozenset(words_of(rows[0].listed))
    is_ahead = is_forecast(about, timing, rows[0].kind)
    has_inner = bool((is_ahead or timing.step) and nested_measures(several))
    has_numbers = bool(numbers or position_in(names)) or has_inner
    is_one = shape.is_measured or (
        shape.is_timed and bool(timing.step or is_one_thing(several)))  # fmt: skip
    if is_one and has_numbers and not moves and (is_alone or has_inner):
        ends = now + 2 * DAY if is_ahead else max(when or 0 for when in whens), now
        evenly(several, shape.when, ends, about, step_of(timing, about, has_inner))
        for group in grouped(several):
            hold(group, rng, about)
        wander(several, numbers, rng)
        if has_inner:
            wander_within(several)
        darken(several, shape.when, about | timing.words)
    elif moves or shape.is_measured or rows[0].kind in _LOGS or (
        _LINES & several[0].names.keys()
    ):  # fmt: skip
        order = sorted(range(len(rows)), key=lambda at: whens[at] or 0)
        reorder(several, order)
    if moves:
        run(several, *moves)


_LINES = frozenset(("level", "loglevel", "method"))
_LOGS = frozenset(("transaction", "log", "message", "tracking", "happening", "reading",
                   "trade"))  # fmt: skip


def _numbered(several: Sequence[Members], shape: _Shape) -> None:
    """Ids that count up go with the time."""
    if not counting(several):
        return
    whens = [clocks.at(one, shape.when) for one in several]
    times = [when for when in whens if when is not None]
    given = any(
        one.is_given(name) for one in several for name in (shape.id, shape.when)
    )
    if len(times) == len(whens) and times != sorted(times) and not given:
        reorder(several, sorted(range(len(times)), key=times.__getitem__))


_EPISODES = frozenset(("episodenumber", "episode", "chapternumber", "roundnumber",
                       "sequencenumber", "seq", "sequence", "installmentnumber",
                       "paymentnumber", "entrynumber"))  # fmt: skip


def _count(several: Sequence[Members], shape: _Shape) -> None:
    """Ranks and the numbers of lines are one after the other."""
    if shape.when and not shape.is_measured and _EPISODES & {
        "".join(words_of(name)) for name in shape.counters
    }:  # fmt: skip
        whens = [clocks.at(one, shape.when) or 0.0 for one in several]
        reorder(several, sorted(range(len(whens)), key=whens.__getitem__))
    for name in shape.counters:
        if not all(is_number(one.made.get(name)) for one in several):
            continue
        key = "".join(words_of(name))
        is_free = not any(one.is_given(name) for one in several)
        if key in _RANKS and shape.scored and is_free and not shape.is_measured:
            worths = [one.worth(shape.scored) or 0.0 for one in several]
            order = sorted(range(len(worths)), key=lambda at: -worths[at])
            reorder(several, order)
        least = several[0].told(name).get("minimum", 1)
        first = 1 if least in (0, 1) or not is_number(least) else least
        for at, one in enumerate(several):
            one.put_number(name, first + at)


def _parts(several: Sequence[Members], shape: _Shape) -> None:
    """Shares of one whole are all of it together."""
    name = shape.share
    worths = [one.worth(name) for one in several]
    if any(worth is None for worth in worths) or any(
        one.is_given(name) for one in several
    ):
        return
    sizes = [one.worth(shape.of) if shape.of and shape.of != name else None
             for one in several]  # fmt: skip
    sure = [size for size in sizes if size is not None and size >= 0]
    if len(sure) != len(sizes) or not sum(sure):
        sure = [worth for worth in worths if worth is not None]
    whole = sum(sure)
    if whole <= 0:
        return
    first = several[0].worth(name) or 0.0
    is_percent = several[0].is_percent(name) or first > 1
    decimals = 0 if isinstance(several[0].made[name], int) else 1 if is_percent else 3
    shares = shared_out(sure, 100 if is_percent else 1, decimals)
    for one, share in zip(several, shares, strict=True):
        one.put(name, int(share) if decimals == 0 else share)


def reshared(rows: Sequence[Row]) -> None:
    """Set shares right once more, where what they are of has changed."""
    several = [row.members for row in rows]
    shape = _shape_of(several[0]) if several else None
    if shape is not None and shape.share:
        _parts(several, shape)


def shared_out(sizes: Sequence[float], whole: float, decimals: int) -> list[float]:
    """Return *whole* in parts as large as *sizes* are, which add up to it."""
    every, unit = sum(sizes), 10**decimals
    exact = [size / every * whole * unit for size in sizes]
    made = [int(one) for one in exact]
    missing = round(whole * unit) - sum(made)
    order = sorted(range(len(made)), key=lambda at: made[at] - exact[at])
    for at in order[:missing]:
        made[at] += 1
    return [one / unit for one in made]
