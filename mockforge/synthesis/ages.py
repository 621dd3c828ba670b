"""How old someone is, how long they are there; nothing is older than what it is of."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from mockforge.synthesis import clocks
from mockforge.synthesis.lives import times_in
from mockforge.synthesis.members import Members
from mockforge.synthesis.moments import DAY
from mockforge.synthesis.roles import role_of

_YEAR = 365.2425 * DAY


def ages(members: Members, now: float) -> None:
    """Years of a life fit one another, and the times that tell of them."""
    birth = _time_of(members, "birth")
    age = members.number("age", "ageyears", "currentage")
    if age is not None and birth is not None:
        held, years = birth
        made = int((now - years) // _YEAR)
        if members.is_given(age[0]) and abs(made - age[1]) >= 1:
            clocks.put(members, held, years - (age[1] - made) * _YEAR)
        else:
            members.put_number(age[0], _full_years(years, now))
    age = members.number("age", "ageyears", "currentage")
    for one in ("isadult", "adult"):
        name = members.names.get(one, "")
        if age is not None and isinstance(members.made.get(name), bool):
            members.put(name, age[1] >= 18)
    birth = _time_of(members, "birth")
    if birth is not None:
        _grown(members, birth[1], now)
    hired = _hired(members)
    lived = None if birth is None else int((now - birth[1]) // _YEAR)
    lived = int(age[1]) if lived is None and age is not None else lived
    _experience(members, lived, None if hired is None else now - hired)


def _full_years(birth: float, now: float) -> int:
    then, today = (datetime.fromtimestamp(one, UTC) for one in (birth, now))
    had = (today.month, today.day) >= (then.month, then.day)
    return today.year - then.year - (not had)


def _time_of(members: Members, role: str) -> tuple[str, float] | None:
    for name in members.made:
        if role_of(name).name == role:
            when = clocks.at(members, name)
            if when is not None:
                return name, when
    return None


_HIRED = ("hiredate", "hiredat", "hiredon", "startdate", "joinedat", "joindate",
          "dateofjoining", "joiningdate", "datehired", "employedsince", "membersince",
          "customersince", "datejoined")  # fmt: skip


def _grown(members: Members, birth: float, now: float) -> None:
    """Nobody begins to work as a child."""
    for one in _HIRED:
        name = members.names.get(one, "")
        when = clocks.at(members, name)
        if when is not None and when < birth + 18 * _YEAR:
            clocks.put(members, name, min(birth + 18.5 * _YEAR, now))


def _hired(members: Members) -> float | None:
    for one in _HIRED:
        name = members.names.get(one)
        if name is not None and (when := clocks.at(members, name)) is not None:
            return when
    return None


def _experience(members: Members, lived: int | None, served: float | None) -> None:
    tenure = members.number("tenureyears", "yearsatcompany", "yearsofservice", "tenure",
                            "serviceyears", "yearsincompany", "yearswithcompany",
                            "membershipyears")  # fmt: skip
    if tenure is not None and served is not None and served >= 0:
        is_months = "month" in tenure[0].lower()
        years = served / (_YEAR / 12 if is_months else _YEAR)
        members.put_number(tenure[0], int(years) if isinstance(
            members.made[tenure[0]], int) else round(years, 1))  # fmt: skip
    months = members.number("tenuremonths", "monthsatcompany", "monthsofservice")
    if months is not None and served is not None and served >= 0:
        members.put_number(months[0], int(served / (_YEAR / 12)))
    years_ = members.number("yearsofexperience", "experienceyears", "experience",
                            "yearsexperience", "yearsinpractice", "totalexperience",
                            "drivingexperience")  # fmt: skip
    if years_ is None:
        return
    least = 0 if served is None else int(served // _YEAR)
    most = 60 if lived is None else max(lived - 21, 0)
    if not served and lived is not None:
        least = most // 3
    made = min(max(years_[1], least, most // 4), max(most, least))
    if made != years_[1]:
        members.put_number(years_[0], made)


def existed(members: Members, inner: Iterator[float]) -> None:
    """Nothing of a company is older than it is."""
    founded = members.number("founded", "foundedyear", "yearfounded", "established",
                             "establishedyear", "yearestablished",
                             "foundedin")  # fmt: skip
    if founded is None or not 1500 < founded[1] < 2200:
        return
    first = min(inner, default=None)
    for name in times_in(tuple(members.made)):
        when = clocks.at(members, name)
        if when is not None and role_of(name).name not in ("birth", "future"):
            first = when if first is None else min(first, when)
    if first is not None:
        year = datetime.fromtimestamp(first, UTC).year
        if founded[1] > year:
            members.put(founded[0], year)
