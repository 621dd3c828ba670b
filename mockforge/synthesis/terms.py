"""When something is due, how old it is, and what came before what."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import lru_cache
from random import Random  # noqa: TID251 - the type alone

from mockforge.synthesis import clocks
from mockforge.synthesis.bills import status_of
from mockforge.synthesis.lives import is_time, times_in
from mockforge.synthesis.members import Members
from mockforge.synthesis.moments import DAY
from mockforge.synthesis.naming import words_of
from mockforge.synthesis.roles import role_of

_ISSUED = frozenset(("issue", "issued", "invoice", "billed", "billing", "bill",
                     "statement", "invoiced", "borrowed", "checkout", "loaned", "lent",
                     "loan", "sent", "checked"))  # fmt: skip
_BORROWED = frozenset(("borrowed", "checkout", "loaned", "lent", "loan", "checked"))
_TERMS, _LOANS = (7, 14, 14, 30, 30, 30, 45, 60), (14, 14, 21, 28)
_OPEN = frozenset(("open", "sent", "issued", "pending", "unpaid", "active", "viewed",
                   "borrowed", "checked_out", "on_loan", "draft", "current", "due",
                   "scheduled"))  # fmt: skip
_LATE = frozenset(("overdue", "late", "past_due", "delinquent"))
_EARLIEST = {"birth": -1, "created": 0}


@lru_cache(maxsize=2048)
def _dues(names: tuple[str, ...]) -> tuple[str, str, bool] | None:
    """Return what is issued and when it is due, and whether it was lent."""
    due = next((one for one in names if words_of(one)[:1] == ("due",)
                or words_of(one)[-2:-1] == ("due",)),
               None)  # fmt: skip
    issued = next((one for one in names if one != due and _ISSUED & {*words_of(one)}
                   and is_time(one)), None)  # fmt: skip
    if due is None or issued is None:
        return None
    return issued, due, bool(_BORROWED & {*words_of(issued)})


def due(members: Members, rng: Random, now: float) -> None:
    """What is issued is due some weeks later: ahead while open, past when late."""
    found = _dues(tuple(members.made))
    if found is None:
        return
    issued, due_, is_lent = found
    start, end = clocks.at(members, issued), clocks.at(members, due_)
    if start is None or end is None:
        return
    days = (end - start) / DAY
    is_fine = 7 <= round(days) <= 60
    term = round(days) if is_fine else rng.choice(_LOANS if is_lent else _TERMS)
    if members.is_given(due_) and not members.is_given(issued):
        clocks.put(members, issued, end - term * DAY)
        _flag_late(members, due_, now)
        return
    start = _placed(members, issued, term, rng, now)
    clocks.put(members, due_, start + term * DAY)
    _flag_late(members, due_, now)


def _placed(members: Members, issued: str, term: int, rng: Random, now: float) -> float:
    """Move all that is past nearer or farther, so that the status may be so."""
    start = clocks.at(members, issued) or now
    status, age = status_of(members), (now - start) / DAY
    if members.is_given(issued) or age <= 0:
        return start
    wanted = age
    if status in _OPEN and age >= term:
        wanted = term * (0.05 + 0.9 * rng.random())
    elif status in _LATE and age <= term + 1:
        wanted = term + 1 + rng.randint(1, 40)
    if wanted != age:
        _stretch(members, wanted / age, now)
    return clocks.at(members, issued) or start


def _stretch(members: Members, factor: float, now: float) -> None:
    """Bring all times that are past nearer to *now* by *factor*."""
    for name in times_in(tuple(members.made)):
        when = clocks.at(members, name)
        is_clock = clocks.form_in(members.made[name]) in ("clock", "time")
        if when is not None and when < now and not is_clock and \
                role_of(name).name != "birth":  # fmt: skip
            clocks.put(members, name, now - (now - when) * factor)


def _flag_late(members: Members, due_: str, now: float) -> None:
    end, status = clocks.at(members, due_), status_of(members)
    name = members.names.get("status", "")
    if status in _LATE and end is not None and end > now and members.is_given(due_):
        any(members.put(name, one) for one in ("open", "sent", "pending", "unpaid",
                                               "active", "borrowed"))  # fmt: skip
    for word in ("overdue", "isoverdue", "late", "islate"):
        name = members.names.get(word, "")
        if isinstance(members.made.get(name), bool) and end is not None:
            is_over = status in ("paid", "returned", "void", "cancelled", "completed")
            members.put(name, end < now and not is_over)


_DONE = {"clockin": "start", "clockout": "end", "returned": "return",
         "checkedin": "start", "checkedout": "checkout", "departed": "departure",
         "arrived": "arrival"}  # fmt: skip
"""What came about, by the word for what was to come about."""


@lru_cache(maxsize=2048)
def _actual(names: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Return what came about, with when it was to come about."""
    bare = {unplanned(words_of(name)): name for name in reversed(names)}
    found = []
    for name in names:
        words = words_of(name)
        rest = tuple(word for word in words if word not in ("actual", "real"))
        wanted = unplanned(rest) if rest != words else _DONE.get(unplanned(words), "-")
        planned = bare.get(wanted)
        if planned is not None and planned != name:
            found.append((name, planned))
    return tuple(found)


_PLANS = ("scheduled", "planned", "estimated", "expected")


def unplanned(words: tuple[str, ...]) -> str:
    """Return what is to come about, without a word for that it is to."""
    return "".join(one for one in words if one not in ("time", "at", "date", "on")
                   and one not in _PLANS)  # fmt: skip


def actual(members: Members, rng: Random, now: float) -> None:
    """What came about did so near to when it was to, and not ahead of now."""
    late = None
    _boarding(members)
    for name, planned in _actual(tuple(members.made)):
        when, held = clocks.at(members, planned), clocks.at(members, name)
        if when is None or held is None:
            continue
        is_day = clocks.form_in(members.made[name]) == "date"
        if late is None:
            told = members.number("delayminutes", "delay", "delaymin", "minuteslate")
            late = rng.choice((0, 0, 0, 5, 12, 25)) * 60.0
            if told is not None and told[1] <= 600:
                late = told[1] * 60.0
        made = when + (late // DAY * DAY if is_day else late)
        if clocks.form_in(members.made[planned]) == "date" and not is_day:
            made += rng.randint(36, 76) * 900
        if made > now:
            members.drop(name)
        if members.made.get(name) is not None:
            # Where it has to be there, it is what it is going to be.
            clocks.put(members, name, made)


_RELEASED = ("releasedate", "publicationdate", "publisheddate", "publishdate",
             "publishedon", "releasedat", "publishedat", "releasedon",
             "issuedate")  # fmt: skip
_PERIODS = frozenset(
    (
        "releaseyear",
        "publicationyear",
        "publishedyear",
        "fiscalyear",
        "taxyear",
        "year",
        "month",
        "quarter",
        "week",
        "day",
    )
)


def period(members: Members, now: float) -> None:
    """The year of a date is that of the date."""
    if _PERIODS.isdisjoint(members.names):
        return
    dates = [name for name in ("date", "timestamp", "datetime", "perioddate", "day")
             if name in members.names]  # fmt: skip
    when = clocks.at(members, members.names[dates[0]]) if dates else None
    at = datetime.fromtimestamp(now if when is None else when, UTC)
    _of_year(members, dates, when)
    year = members.number("year", "fiscalyear", "taxyear", "releaseyear",
                          "publicationyear", "publishedyear")  # fmt: skip
    if year is not None and not dates:
        released = [when for one in _RELEASED if one in members.names
                    and (when := clocks.at(members, members.names[one]))]  # fmt: skip
        if released:
            members.put(year[0], datetime.fromtimestamp(released[0], UTC).year)
            return
    if year is not None and not dates and "month" not in members.names \
            and "quarter" not in members.names:  # fmt: skip
        return
    made = {"year": at.year, "month": at.month, "quarter": (at.month + 2) // 3}
    for one, value in made.items():
        found = members.number(one)
        if found is not None and dates:
            members.put(found[0], value)
        elif (
            found is not None
            and one == "year"
            and not at.year - 3 < found[1] <= at.year
        ):
            members.put(found[0], at.year)


def _of_year(members: Members, dates: list[str], when: float | None) -> None:
    """What happened in a year that is given did so on a day of it."""
    year = members.number("year")
    if year is None or when is None or not members.is_given(year[0]):
        return
    at = datetime.fromtimestamp(when, UTC)
    if at.year != year[1] and 1900 < year[1] < 2200:
        day = min(at.day, 28)
        moved = at.replace(year=int(year[1]), day=day).timestamp()
        clocks.put(members, members.names[dates[0]], moved)


def over(members: Members, now: float) -> None:
    """What is over ended before now; what is sold out has none left."""
    for word in ("closed", "expired", "ended", "over", "finished", "past"):
        name = members.names.get(word) or members.names.get("is" + word, "")
        if not isinstance(members.made.get(name), bool):
            continue
        for one in ("closesat", "expiresat", "endsat", "closingdate", "expirydate",
                    "expirationdate", "enddate", "endat", "deadline", "end", "endtime",
                    "closesdate", "validuntil", "expires", "closingtime"):  # fmt: skip
            when = clocks.at(members, members.names.get(one, ""))
            if when is not None:
                members.put(name, when < now)
                break
    _still(members, now)


def _still(members: Members, now: float) -> None:
    """Nothing is active any more that has ended."""
    if status_of(members):
        return
    if not {"isactive", "active"} & members.names.keys():
        return
    for one in ("endsat", "enddate", "expiresat", "endat", "expirydate", "validuntil"):
        when = clocks.at(members, members.names.get(one, ""))
        for flag in ("isactive", "active"):
            name = members.names.get(flag, "")
            if when is not None and isinstance(members.made.get(name), bool):
                members.put(name, when >= now)


_AFTER = ("paydate", "paymentdate", "issuedon", "issuedate", "issuedat", "invoicedate",
          "billdate", "statementdate", "paidon", "paidat")  # fmt: skip


def _boarding(members: Members) -> None:
    """One boards before one departs."""
    for one in ("boardingtime", "boardingat", "boarding", "boardsat"):
        name = members.names.get(one, "")
        if clocks.at(members, name) is None:
            continue
        for other in ("departure", "departuretime", "departureat", "departsat"):
            when = clocks.at(members, members.names.get(other, ""))
            if when is not None:
                clocks.put(members, name, when - 40 * 60)


_LASTING = ("expiresat", "validto", "validuntil", "expirydate", "expirationdate",
            "expires", "expireson", "notafter", "expiry", "validthrough", "expiredat",
            "licenseexpiry", "expirydateat")  # fmt: skip
_VALID = frozenset(("active", "valid", "issued", "approved", "current", "enabled",
                    "granted", "in_force", "available", "live"))  # fmt: skip


def lasts(members: Members, rng: Random, now: float) -> None:
    """What is valid ends later, and what has expired has ended."""
    status = status_of(members)
    name = next((members.names[one] for one in _LASTING if one in members.names), "")
    end = clocks.at(members, name) if name else None
    if end is None or members.is_given(name):
        return
    if status == "expired" and end > now:
        clocks.put(members, name, now - rng.randint(2, 60) * DAY)
        end = clocks.at(members, name) or end
        for other in times_in(tuple(members.made)):
            when = clocks.at(members, other)
            is_clock = clocks.form_in(members.made[other]) in ("clock", "time")
            if when is not None and other != name and when >= end and not is_clock:
                clocks.put(members, other, end - (now - when) % (90 * DAY) - 30 * DAY)
    elif status in _VALID and end <= now:
        clocks.put(members, name, now + rng.randint(20, 340) * DAY)


_ENDING = ("expiresat", "validto", "validuntil", "enddate", "expirydate",
           "expirationdate", "expires", "expireson", "notafter", "duedate", "dueat",
           "endsat", "endat", "renewaldate", "renewsat", "expiry", "trialend",
           "trialendsat", "deadline", "currentperiodend", "closesat",
           "maturitydate")  # fmt: skip
_UNTIL = frozenset(("until", "remaining", "left", "to", "in"))


def days_left(members: Members, now: float) -> None:
    """Days that remain are those up to the end that is told."""
    ends = (clocks.at(members, members.names[one]) for one in _ENDING
            if one in members.names)  # fmt: skip
    end = next((when for when in ends if when is not None), None)
    if end is None:
        return
    for name in tuple(members.made):
        words = words_of(name)
        is_left = "days" in words and not _UNTIL.isdisjoint(words)
        if is_left and members.worth(name) is not None:
            members.put_number(name, max(0, int((end - now) // DAY)))
    for one, is_over in (("isexpired", True), ("expired", True), ("isvalid", False),
                         ("valid", False)):  # fmt: skip
        name = members.names.get(one, "")
        if isinstance(members.made.get(name), bool):
            members.put(name, (end < now) is is_over)


def paid_out(members: Members, rng: Random) -> None:
    """Wages are paid, and bills are written, when their period ends."""
    day = next((members.names[one] for one in _AFTER if one in members.names), "")
    end = next((members.names[one] for one in ("payperiodend", "periodend",
                "periodenddate", "payperiodenddate") if one in members.names),
               "")  # fmt: skip
    when, held = clocks.at(members, end), clocks.at(members, day)
    if when is not None and held is not None and not 0 <= held - when <= 7 * DAY:
        clocks.put(members, day, when + rng.randint(0, 5) * DAY)
