"""How it ended: codes of HTTP, levels of logs, errors; how grave and urgent it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from random import Random  # noqa: TID251 - the type alone
from typing import NamedTuple

from mockforge.options import Json
from mockforge.synthesis.bills import status_of
from mockforge.synthesis.lifecycles import plain
from mockforge.synthesis.members import Members, is_number
from mockforge.synthesis.naming import words_of

_CODES = frozenset(("statuscode", "httpstatus", "httpstatuscode", "responsecode",
                    "responsestatus", "httpcode", "status", "code", "httpresponsecode",
                    "responsestatuscode", "lastresponsecode",
                    "laststatuscode"))  # fmt: skip
_LEVELS = frozenset(("level", "severity", "loglevel", "lvl", "severitytext",
                     "levelname"))  # fmt: skip
_FLAGS = frozenset(("success", "ok", "succeeded", "successful", "issuccess",
                    "issuccessful", "isok"))  # fmt: skip
_ERRORS = frozenset(("error", "errormessage", "exception", "stacktrace", "errorcode",
                     "errordetails", "errortype", "failurereason", "errorreason",
                     "failuremessage", "lasterror"))  # fmt: skip
_OF_LEVEL = {
    **dict.fromkeys(("trace", "debug", "info", "notice", "information"), 2),
    **dict.fromkeys(("warn", "warning"), 4),
    **dict.fromkeys(("error", "err", "critical", "fatal", "alert", "emergency",
                     "panic", "severe"), 5),
}  # fmt: skip
_OF_STATUS = {
    **dict.fromkeys(("succeeded", "success", "delivered", "ok", "completed",
                     "processed", "sent"), 2),
    **dict.fromkeys(("failed", "failure", "error", "errored", "exhausted",
                     "timeout", "undelivered", "retrying", "failing"), 5),
}  # fmt: skip
_LIKELY = {
    2: (200, 200, 200, 201, 204),
    3: (304, 301, 302),
    4: (404, 400, 401, 403, 409, 422, 429),
    5: (500, 503, 502, 504),
}
_OF_METHOD = {"GET": (200, 200, 200, 304), "POST": (201, 200, 202), "DELETE": (204,),
              "PUT": (200, 200, 204), "PATCH": (200,), "HEAD": (200,),
              "OPTIONS": (204, 200)}  # fmt: skip

_SCALE = {
    **dict.fromkeys(("trivial", "lowest", "info", "informational", "none", "p5",
                     "cosmetic", "negligible", "sev5", "very_low"), 0.0),
    **dict.fromkeys(("low", "minor", "p4", "sev4", "s4", "mild"), 0.25),
    **dict.fromkeys(("medium", "moderate", "normal", "p3", "sev3", "s3", "standard",
                     "average", "warning"), 0.5),
    **dict.fromkeys(("high", "major", "p2", "sev2", "s2", "important", "significant",
                     "severe"), 0.75),
    **dict.fromkeys(("critical", "urgent", "highest", "blocker", "emergency", "p1",
                     "immediate", "sev1", "s1", "p0", "extreme", "very_high",
                     "catastrophic", "fatal", "showstopper"), 1.0),
}  # fmt: skip
_GRAVE = ("severity", "impact", "priority", "urgency", "criticality", "severitylevel",
          "prioritylevel", "impactlevel", "riskpriority")  # fmt: skip
_FREE = {"priority": ("low", "medium", "high", "urgent"),
         "urgency": ("low", "medium", "high", "critical")}  # fmt: skip
_ANY = ("low", "medium", "high", "critical")
_URGENT = ("urgent", "isurgent", "critical", "iscritical", "highpriority", "emergency",
           "ishighpriority", "isemergency", "isblocker")  # fmt: skip


class _Plan(NamedTuple):
    """The names of one object that tell how something ended, and how grave it is."""

    codes: tuple[str, ...]
    levels: tuple[str, ...]
    flags: tuple[str, ...]
    errors: tuple[str, ...]
    grave: tuple[str, ...]
    urgent: tuple[str, ...]


@lru_cache(maxsize=2048)
def _plan(names: tuple[str, ...]) -> _Plan:
    joined = [("".join(words_of(name)), name) for name in names]
    grave = [name for one in _GRAVE for key, name in joined if key == one]
    codes, levels, ended, errors, urgent = (
        tuple(name for key, name in joined if key in known)
        for known in (_CODES, _LEVELS, _FLAGS, _ERRORS, _URGENT)
    )
    return _Plan(codes, levels, ended, errors, tuple(grave), urgent)


def agree(members: Members, rng: Random) -> None:
    """Bring how it ended, and how grave it is, into agreement."""
    plan = _plan(tuple(members.made))
    if plan.codes or plan.flags:
        _ended(members, plan, rng)
    if plan.grave:
        _grave(members, plan)


def _ended(members: Members, plan: _Plan, rng: Random) -> None:
    code = next((name for name in plan.codes if _is_code(members.made[name])), "")
    flag = next((name for name in plan.flags
                 if isinstance(members.made[name], bool)), "")  # fmt: skip
    if not code and not (flag and plan.errors):
        return
    found = _class(members, plan, (code, flag))
    if code and not members.is_given(code):
        _put_code(members, code, found, rng)
    if code:
        found = int(members.worth(code) or 0) // 100
        _put_level(members, plan, found)
    if flag:
        members.put(flag, found < 4)
    _speak(members, plan, code, found)


def _speak(members: Members, plan: _Plan, code: str, found: int) -> None:
    """An error speaks of the status that there is; what is well has none."""
    for name in plan.errors:
        held = members.made[name]
        if isinstance(held, str) and found < 4:
            members.drop(name)
        elif isinstance(held, str) and code and not members.is_given(name):
            members.put(name, _SPOKEN.sub(str(members.made[code]), held))
    if found < 4:
        _no_more(members)


_SPOKEN = re.compile(r"\b[45]\d\d\b")
_AGAIN = ("nextretryat", "retryat", "nextattemptat", "retryafter", "nextretry")


def _no_more(members: Members) -> None:
    """What went well is not tried again."""
    for one in _AGAIN:
        name = members.names.get(one, "")
        if members.made.get(name) is not None:
            members.drop(name)


def _is_code(value: Json) -> bool:
    return is_number(value) and 100 <= value <= 599 and isinstance(value, int)


def _class(members: Members, plan: _Plan, told: tuple[str, str]) -> int:
    """Return whether it went well: the hundreds of a status of HTTP."""
    code, flag = told
    if code and members.is_given(code):
        return int(members.worth(code) or 0) // 100
    if flag and members.is_given(flag):
        return 2 if members.made[flag] else 5
    for name in plan.levels:
        found = _OF_LEVEL.get(plain(members.made[name]))
        if found is not None:
            return found
    found = _OF_STATUS.get(status_of(members))
    if found is not None:
        return found
    if not code:
        return 2 if members.made[flag] else 5
    return int(members.worth(code) or 0) // 100


def _put_code(members: Members, code: str, wanted: int, rng: Random) -> None:
    held = int(members.worth(code) or 0)
    method = str(members.made.get(members.names.get("method", ""), "")).upper()
    likely = _LIKELY.get(wanted, (held,))
    if wanted == 2 and method in _OF_METHOD:
        likely = _OF_METHOD[method]
    elif held // 100 == wanted:
        return
    first = rng.choice(likely)
    any(members.put(code, one) for one in (first, *likely))


def _put_level(members: Members, plan: _Plan, found: int) -> None:
    """A level says what the status says, where that was given."""
    for name in plan.levels:
        held = members.made[name]
        known = _OF_LEVEL.get(plain(held))
        if not isinstance(held, str) or known is None or known == max(found, 2) or (
            found == 3 and known == 2
        ):  # fmt: skip
            continue
        words = {2: ("info", "debug"), 4: ("warning", "warn"), 5: ("error",)}
        _say(members, name, words.get(found, ("info",)))


def _say(members: Members, name: str, words: Sequence[str]) -> bool:
    """Put the first of *words* that may be under *name*, in the case it is told in."""
    held = str(members.made[name])
    cased = [*_cased(words, held)]
    for value in members.told(name).get("enum", ()):
        if plain(value) in words:
            cased.append(value)
    return any(members.put(name, one) for one in cased)


def _cased(words: Sequence[str], held: str) -> Iterator[str]:
    for word in words:
        yield (word.upper() if held.isupper() else word.capitalize()
               if held[:1].isupper() else word)  # fmt: skip


def _grave(members: Members, plan: _Plan) -> None:
    """What is grave is urgent."""
    ranked = [(name, rank) for name in plan.grave
              if isinstance(members.made[name], str)
              and (rank := _SCALE.get(plain(members.made[name]))) is not None
              ]  # fmt: skip
    if not ranked:
        return
    ranked.sort(key=lambda one: not members.is_given(one[0]))
    rank = ranked[0][1]
    for name, held in ranked[1:]:
        if abs(held - rank) > 0.26 and not members.is_given(name):
            _rank(members, name, rank)
    for name in plan.urgent:
        if isinstance(members.made[name], bool):
            members.put(name, rank >= (0.75 if "high" in name.lower() else 1.0))


def _rank(members: Members, name: str, rank: float) -> None:
    enum = [one for one in members.told(name).get("enum", ())
            if isinstance(one, str) and plain(one) in _SCALE]  # fmt: skip
    free = _FREE.get("".join(words_of(name)), _ANY)
    if enum:
        best = min(enum, key=lambda one: abs(_SCALE[plain(one)] - rank))
        members.put(name, best)
    else:
        _say(members, name, [min(free, key=lambda one: abs(_SCALE[one] - rank))])
