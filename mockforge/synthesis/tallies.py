"""What an object tells of its lists: sums of their items, ratings by their counts."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from random import Random  # noqa: TID251 - the type alone
from statistics import fmean as mean

from mockforge.options import Json
from mockforge.synthesis import votes
from mockforge.synthesis.bills import status_of
from mockforge.synthesis.clocks import form_in
from mockforge.synthesis.members import Members, is_number
from mockforge.synthesis.naming import singular, words_of
from mockforge.synthesis.payments import movement
from mockforge.synthesis.series import Row, shared_out

_TOTAL = frozenset(("total", "sum", "overall", "grand", "combined"))
_ADDED = frozenset(("vote", "spent", "allocated", "cost", "hour", "minute", "quantity",
                    "qty", "calorie", "revenue", "sale", "market", "duration",
                    "distance", "weight", "population", "budget", "expense", "seat",
                    "protein", "fat", "carb", "remaining", "participant", "gain",
                    "view", "visit", "session", "point", "credit", "response", "click",
                    "order", "amount", "value", "unit", "pnl", "profit"))  # fmt: skip
_ALIKE = {"budget": "allocated", "quantity": "qty"}
_FILL = frozenset(("value", "amount", "count", "number", "of", "usd", "eur"))
_BESIDE = frozenset(("cash", "cashbalance"))
_STARS = re.compile(r"(?:.*?)([1-5])(?:\D*)")
_SPOKEN = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5}
_SPREAD = ("distribution", "breakdown", "histogram", "stars", "ratings", "counts",
           "ratingcounts", "bystars", "starcounts")  # fmt: skip


def tally(members: Members, rows: Mapping[str, Sequence[Row]], rng: Random) -> None:
    """Let *members* tell of their lists, and of ratings, what is in them."""
    for name, several in rows.items():
        if several and "item" not in singular(name.lower()):
            _sums(members, [row.members for row in several])
            if len(rows) == 1:
                _edges(members, [row.members for row in several])
        if several:
            _statement(members, [row.members for row in several])
            votes.cast(members, [row.members for row in several])
    _ratings(members, rows, rng)
    _league(members)
    _graded(members)
    _won(members)


def _sums(members: Members, several: Sequence[Members]) -> None:
    for whole, part in _same(tuple(members.made), tuple(several[0].made)):
        worths = [one.worth(part) for one in several]
        if any(worth is None for worth in worths) or members.worth(whole) is None:
            continue
        made = sum(worth for worth in worths if worth is not None)
        other = members.number(*_BESIDE) if "market" in words_of(part) else None
        if other is not None and other[1] > made:
            members.put_number(other[0], made * 0.12)
            other = members.number(*_BESIDE)
        members.put_number(whole, made + (other[1] if other else 0))


_WORDS: dict[str, Callable[[list[float]], float]] = {
    **dict.fromkeys(("min", "minimum", "lowest"), min),
    **dict.fromkeys(("max", "maximum", "highest", "peak"), max),
    **dict.fromkeys(("avg", "average", "mean"), mean),
}


def _edges(members: Members, several: Sequence[Members]) -> None:
    """The least, the most and the mean are those of the list."""
    for name in tuple(members.made):
        words = words_of(name)
        edge = next((word for word in words if word in _WORDS), None)
        if edge is None or members.worth(name) is None:
            continue
        topic = {word for word in words if word != edge}
        part = _part_of(topic, several[0])
        values = [one.worth(part) for one in several] if part else []
        sure = [value for value in values if value is not None]
        if sure and len(sure) == len(several):
            made = _WORDS[edge](sure)
            members.put_like(name, round(made, 2))


def _part_of(topic: set[str], row: Members) -> str:
    """Return the number of *row* that *topic* is about."""
    numbers = [name for name, value in row.made.items() if is_number(value)
               and not form_in(value) and words_of(name)[-1:] != ("id",)]  # fmt: skip
    if topic:
        return next((one for one in numbers if topic <= {*words_of(one)}), "")
    return numbers[0] if len(numbers) == 1 else ""


@lru_cache(maxsize=1024)
def _same(
    outer: tuple[str, ...], inner: tuple[str, ...]
) -> tuple[tuple[str, str], ...]:
    """Return the names without that are of all of what names within are of one."""
    found = []
    keyed = {_key(name): name for name in reversed(inner)}
    for name in outer:
        words = {singular(word) for word in words_of(name)}
        key = _key(name)
        is_vague = key <= _FILL and not words & _TOTAL
        is_added = key & _ADDED or key & _COUNTED
        if not is_added or is_vague or words & {"average", "avg", "max", "min"}:
            continue
        part = keyed.get(key) or next(
            (keyed[frozenset((other,))] for one, other in _ALIKE.items()
             if key == {one} and frozenset((other,)) in keyed), None)  # fmt: skip
        if part is None and words & _TOTAL and key == {"value"}:
            part = next((keyed[one] for one in keyed if "market" in one), None)
        if part is None and words & _TOTAL and key & _COUNTED:
            part = next((keyed[one] for one in _COUNTS_OF if one in keyed), None)
        if part is None and words & _TOTAL:
            several = [keyed[one] for one in keyed if key < one and not one & _RATES]
            part = several[0] if len(several) == 1 else None
        if part is not None and (words & _TOTAL or name == part or part != ""):
            found.append((name, part))
    return tuple(found)


_RATES = frozenset(("percent", "percentage", "pct", "rate", "ratio", "average", "avg"))
_COUNTED = frozenset(("response", "vote", "review", "rating", "answer", "respondent",
                      "session", "user", "visit", "ballot"))  # fmt: skip
_COUNTS_OF = tuple(frozenset((one,)) for one in ("count", "vote", "number"))


def _key(name: str) -> frozenset[str]:
    words = frozenset(singular(word) for word in words_of(name)) - _TOTAL
    return words - _FILL or words


def within(rows: Sequence[Row], most: float) -> float:
    """Make the amounts of *rows* no more than *most*; return what they come to."""
    found = [(row.members, held) for row in rows
             if (held := row.members.number("amount", "value", "total"))]  # fmt: skip
    whole = sum(held[1] for _, held in found)
    if whole > most and whole > 0:
        for members, held in found:
            members.put_number(held[0], int(held[1] / whole * most * 90) / 100)
    return sum(members.worth(held[0]) or 0.0 for members, held in found)


def is_spread(names: tuple[str, ...]) -> bool:
    """Return whether any of *names* is worked out here though it stands alone."""
    endings = (*_SPREAD, "winner", "passed", "points")
    return any("".join(words_of(name)).endswith(endings) for name in names)


def _ratings(members: Members, rows: Mapping[str, Sequence[Row]], rng: Random) -> None:
    """The average of ratings is that of how many there are of each."""
    for name, value in members.made.items():
        key = "".join(words_of(name))
        if not key.endswith(_SPREAD):
            continue
        stars = _stars(value, rows.get(name, ()))
        if stars is not None:
            _weigh(members, stars, rng)
            return


class _Stars:
    """How many there are of each rating, and how that is changed."""

    def __init__(self, where: list[tuple[dict[str, Json], str, int]]) -> None:
        self._where = where

    @property
    def counts(self) -> list[tuple[int, int]]:
        """The ratings, with how many there are of each."""
        found = []
        for held, name, star in self._where:
            count = held[name]
            found.append((star, count if isinstance(count, int) else 0))
        return found

    def put(self, counts: Sequence[float]) -> None:
        """Set how many there are of each."""
        for (held, name, _), count in zip(self._where, counts, strict=True):
            held[name] = round(count)


def _stars(value: Json, rows: Sequence[Row]) -> _Stars | None:
    where: list[tuple[dict[str, Json], str, int]] = []
    if isinstance(value, dict):
        for name, count in value.items():
            star = _star(name)
            if star and isinstance(count, int) and not isinstance(count, bool):
                where.append((value, name, star))
    for at, row in enumerate(rows):
        star_ = row.members.number("stars", "star", "rating", "score")
        count_ = row.members.number("count", "total", "votes", "reviews")
        if star_ is not None and count_ is not None and len(rows) <= 5:
            row.members.put(star_[0], 5 - at)
            where.append((row.members.made, count_[0], 5 - at))
    is_whole = len(where) == 5 or (bool(rows) and len(where) == len(rows))
    return _Stars(where) if is_whole else None


def _star(name: str) -> int:
    match = _STARS.fullmatch(name)
    if match is not None:
        return int(match[1])
    return next((_SPOKEN[word] for word in words_of(name) if word in _SPOKEN), 0)


def _statement(members: Members, several: Sequence[Members]) -> None:
    """What there is at the end is what there was, with all that was moved."""
    start, end = members.first_of("before"), members.first_of("after")
    moved = several[0].first_of("amount")
    if start is None or end is None or moved is None:
        return
    moves = [movement(one, moved) for one in several]
    low = min(sum(moves[: at + 1]) for at in range(len(moves)))
    left = max(members.worth(start) or 0.0, round(-low * 1.3, 2))
    members.put_number(start, left)
    for one, worth in zip(several, moves, strict=True):
        left = round(left + worth, 2)
        for name in (*one.meant.get("after", ()), *one.meant.get("due", ())):
            if "balance" in words_of(name):
                one.put_number(name, left)
    members.put_number(end, left)
    for word, sign in (("credits", 1), ("debits", -1), ("deposits", 1),
                       ("withdrawals", -1)):  # fmt: skip
        name = members.names.get("total" + word, "")
        if members.worth(name) is not None:
            members.put_number(name, sum(m * sign for m in moves if m * sign > 0))


def _won(members: Members) -> None:
    """Who scored more has won, once it is played."""
    names = [members.names.get(one, "") for one in ("winner", "hometeam", "awayteam",
             "homescore", "awayscore")]  # fmt: skip
    winner, home, away, ours, theirs = names
    scores = members.worth(ours), members.worth(theirs)
    if not isinstance(members.made.get(winner), str) or None in scores:
        return
    if status_of(members) in ("scheduled", "upcoming", "postponed", "live"):
        members.drop(winner)
        return
    if scores[0] == scores[1]:
        members.put(winner, None) or members.put(winner, "Draw")
        return
    one = home if (scores[0] or 0) > (scores[1] or 0) else away
    members.put(winner, members.made.get(one))


_GRADES = ((0.9, "A"), (0.8, "B"), (0.7, "C"), (0.6, "D"), (0.0, "F"))


def _graded(members: Members) -> None:
    """A grade is as good as the share of points that were made."""
    percent = members.first_of("exam percent")
    is_exam = members.first_of("max score") is not None or "passed" in members.names
    if percent is None or not is_exam:
        return
    held = members.worth(percent) or 0.0
    share = held / 100 if members.is_percent(percent) else held
    for one in ("grade", "lettergrade"):
        name = members.names.get(one, "")
        if isinstance(members.made.get(name), str):
            members.put(name, next(told for least, told in _GRADES if share >= least))
    for one in ("passed", "ispassed", "pass"):
        name = members.names.get(one, "")
        if isinstance(members.made.get(name), bool):
            members.put(name, share >= 0.6)


def _league(members: Members) -> None:
    """Three points are won, and one where neither side does."""
    won, drawn = members.first_of("won"), members.first_of("drawn")
    points = members.names.get("points") or members.names.get("pts", "")
    if won is None or drawn is None or members.worth(points) is None:
        return
    if members.first_of("goals for") is None and members.first_of("played") is None:
        return
    made = 3 * (members.worth(won) or 0.0) + (members.worth(drawn) or 0.0)
    members.put_number(points, made)


_LIKELY = {5: 0.52, 4: 0.26, 3: 0.11, 2: 0.05, 1: 0.06}
_COUNTS = ("count", "totalreviews", "reviewcount", "reviewscount", "ratingcount",
           "totalratings", "ratingscount", "numreviews", "total", "totalcount",
           "numberofreviews", "numratings", "reviews", "ratings")  # fmt: skip
_MEANS = ("average", "averagerating", "rating", "avgrating", "avg", "mean",
          "meanrating", "score", "ratingaverage", "overallrating", "overall",
          "stars")  # fmt: skip


def _weigh(members: Members, stars: _Stars, rng: Random) -> None:
    counts = [members.names[one] for one in _COUNTS if one in members.names
              and is_number(members.made[members.names[one]])]  # fmt: skip
    given = next((one for one in counts if members.is_given(one)), None)
    held = members.worth(given or counts[0]) if counts else None
    whole = int(held) if held is not None and held >= 1 else rng.randint(40, 900)
    shares = [_LIKELY[star] * (0.7 + 0.6 * rng.random()) for star, _ in stars.counts]
    stars.put(shared_out(shares, whole, 0))
    for one in counts:
        members.put_number(one, whole)
    mean = sum(star * count for star, count in stars.counts) / whole
    for name in _MEANS:
        found = members.number(name)
        if found is not None:
            members.put(found[0], round(mean, 1)) or members.put(found[0], round(mean))
