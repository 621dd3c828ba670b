"""Whole days: what lasts all day begins and ends at midnight."""

from __future__ import annotations

from mockforge.synthesis import clocks
from mockforge.synthesis.edges import spans_of
from mockforge.synthesis.lasting import measured
from mockforge.synthesis.members import Members
from mockforge.synthesis.moments import DAY

_FLAGS = ("allday", "isallday", "fullday", "isfullday", "wholeday",
          "alldayevent")  # fmt: skip


def whole_days(members: Members) -> None:
    """Let what is said to last all day begin and end at midnight."""
    if not any(members.made.get(members.names.get(one, "")) is True for one in _FLAGS):
        return
    for span in spans_of(tuple(members.made)):
        start, end = clocks.at(members, span.start), clocks.at(members, span.end)
        form = clocks.form_in(members.made[span.start])
        if start is None or end is None or form in ("clock", "time"):
            continue
        days = max(1, round((end - start) / DAY))
        first = start // DAY * DAY
        clocks.put(members, span.start, first)
        is_day = form == "date"
        clocks.put(members, span.end, first + (days - is_day) * DAY)
        for name, unit in measured(tuple(members.made)):
            if unit is not None and members.worth(name) is not None:
                members.put_number(name, days * DAY / unit)
