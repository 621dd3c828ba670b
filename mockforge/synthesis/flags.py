"""Truth values, and times and reasons that may be missing, by what is the status."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from mockforge.synthesis.lifecycles import plain
from mockforge.synthesis.members import Members
from mockforge.synthesis.naming import words_of
from mockforge.synthesis.ranks import RANKS

_OFF = 5
_SAME = {
    "canceled": "cancelled", "complete": "completed", "void": "voided",
    "success": "succeeded", "errored": "failed", "error": "failed",
    "cancellation": "cancelled", "completion": "completed", "failure": "failed",
    "verification": "verified", "approval": "approved", "payment": "paid",
    "delivery": "delivered", "publication": "published", "publish": "published",
    "termination": "terminated", "deletion": "deleted", "refund": "refunded",
    "rejection": "rejected", "expiry": "expired", "discharge": "discharged",
    "suspension": "suspended", "ban": "banned", "block": "blocked", "done": "completed",
    "finished": "completed", "ended": "completed", "aborted": "cancelled",
    "settled": "paid", "decline": "declined", "return": "returned", "ship": "shipped",
    "resolution": "resolved", "cancel": "cancelled", "fulfilled": "delivered",
    "activation": "activated", "death": "deceased", "confirmation": "confirmed",
    "dispatched": "shipped", "partially_refunded": "refunded",
}  # fmt: skip
_LEADS = frozenset(("is", "has", "was", "are", "been", "currently", "already", "fully",
                    "did", "have"))  # fmt: skip
_WHEN = frozenset(("by", "at", "on", "date", "time", "day", "datetime", "timestamp"))
_NOT_YET = frozenset(("actual", "estimated", "next", "expected", "due", "planned",
                      "scheduled"))  # fmt: skip
_YES = {
    "active": frozenset(("active", "enabled", "on_leave", "trialing", "past_due",
                         "live",
                         "running", "online", "verified", "in_stock", "current",
                         "published", "probation", "available", "approved", "ongoing",
                         "in_progress", "open", "operational", "idle", "charging")),
    "paid": frozenset(("paid", "refunded", "partially_refunded", "settled", "completed",
                       "succeeded", "captured", "shipped", "delivered", "fulfilled",
                       "success", "paid_off", "in_transit")),
    "available": frozenset(("available", "in_stock", "active", "open", "for_sale",
                            "vacant", "free", "listed", "idle", "online")),
    "online": frozenset(("online", "active", "connected", "idle", "running",
                         "available",
                         "up", "operational", "healthy", "charging")),
    "success": frozenset(("succeeded", "success", "completed", "passed", "ok", "done",
                          "delivered")),
    "captured": frozenset(("succeeded", "paid", "captured", "refunded", "settled",
                           "partially_refunded", "completed")),
    "returned": frozenset(("returned", "completed", "closed")),
    "overdue": frozenset(("overdue", "late", "past_due", "delinquent")),
    "closed": frozenset(("closed", "ended", "resolved", "completed", "finished", "done",
                         "archived", "cancelled")),
    "open": frozenset(("open", "active", "in_progress", "new", "available", "pending",
                       "reopened", "live")),
}  # fmt: skip
for _one, _other in (("enabled", "active"), ("live", "active"), ("connected", "online"),
                     ("healthy", "online"), ("successful", "success"),
                     ("settled", "paid"), ("ok", "success"), ("running", "online"),
                     ("passed", "success"), ("succeeded", "success"),
                     ("reachable", "online")):  # fmt: skip
    _YES[_one] = _YES[_other]
_ENDED = frozenset(("completed", "closed", "ended", "finished", "processed"))


def _stem(word: str) -> str:
    return _SAME.get(word, word)


@lru_cache(maxsize=4096)
def _flag_word(name: str) -> str:
    """Return what a truth value called *name* says: `isEmailVerified` is verified."""
    words = [word for word in words_of(name) if word not in _LEADS]
    return _stem("_".join(words)) if words else ""


@lru_cache(maxsize=4096)
def _when(name: str) -> tuple[str, str] | None:
    """Return what happened at a time called *name*: all words, and the last one."""
    words = words_of(name)
    rest = [word for word in words if word not in _WHEN and word not in _LEADS]
    if not rest or _WHEN.isdisjoint(words) or rest[0] in _NOT_YET:
        return None
    return _stem("_".join(rest)), _stem(rest[-1])


_LENT = frozenset(("borrowed", "borrower", "rental", "pickup", "lent", "checkout",
                   "loan", "rented"))  # fmt: skip


class _Plan:
    """What the names of an object, with its schema, tell."""

    __slots__ = ("flags", "is_lent", "moments", "reasons", "statuses")

    def __init__(self, names: tuple[str, ...]) -> None:
        self.statuses = [name for name in names
                         if words_of(name)[-1:] in (("status",), ("state",),
                                                    ("stage",),
                                                    ("phase",))]  # fmt: skip
        self.flags = [(name, _flag_word(name)) for name in names]
        self.moments = [(name, *found) for name in names
                        if (found := _when(name)) is not None]  # fmt: skip
        words = {word for name in names for word in words_of(name)}
        self.is_lent = not _LENT.isdisjoint(words)
        self.reasons = [(name, word) for name in names for word in _reason(name)]


_AT_THE_END = frozenset((
    ("state", "reason"), ("resolution",), ("csat",), ("satisfaction", "rating"),
    ("satisfaction", "score"), ("satisfaction",), ("csat", "score"), ("closed", "by"),
    ("resolved", "by"), ("close", "reason"), ("closing", "note"),
    ("resolution", "note"), ("resolution", "notes"), ("resolution", "time", "minutes"),
    ("resolution", "time", "hours"), ("closure", "reason"),
))  # fmt: skip
"""What is told only of what is closed."""


def _reason(name: str) -> Iterator[str]:
    words = words_of(name)
    if words in _AT_THE_END:
        yield "closed"
    elif words[-1:] in (("reason",), ("message",), ("code",), ("details",), ("note",)):
        for word in words[:-1]:
            if RANKS.get(_stem(word)) == _OFF:
                yield _stem(word)
    elif words in (("error",), ("failure",)):
        yield "failed"
    elif words[:1] == ("certificate",):
        yield "completed"
    elif (words[:1] == ("sold",) and len(words) > 1) or words[:1] == ("winner",):
        yield "sold"


@lru_cache(maxsize=2048)
def _plan(names: tuple[str, ...]) -> _Plan:
    return _Plan(names)


def agree(members: Members) -> None:
    """Bring truth values, times and the status of one object into agreement."""
    plan = _plan(tuple(members.made))
    told = next((members.made[one] for one in plan.statuses
                 if isinstance(members.made.get(one), str)), None)  # fmt: skip
    status = plain(told) if told is not None else ""
    if status:
        for name, word in plan.flags:
            if isinstance(members.made.get(name), bool):
                _say(members, name, word, status)
        for name, whole, last in plan.moments:
            if not (plan.is_lent and whole == "returned" and status == "completed"):
                _reach(members, name, whole, last, status)
    for name, whole, last in plan.moments:
        _twins(members, plan, name, (whole, last))
    _why(members, plan, status)
    _ended(members, status)


def _say(members: Members, name: str, word: str, status: str) -> None:
    """A flag says what the status says."""
    known = _YES.get(word)
    if known is not None:
        if status in RANKS or status in known:
            members.put(name, status in known)
        return
    last = word.rsplit("_", 1)[-1]
    if _stem(status) == word:
        members.put(name, True)
    elif word in RANKS and status in RANKS:
        rank = RANKS[word]
        if rank == _OFF or rank > RANKS[status] or status == "draft":
            members.put(name, False)
        elif RANKS[status] < _OFF and word == last and rank > 1:
            members.put(name, True)


def _reach(members: Members, name: str, whole: str, last: str, status: str) -> None:
    """There is no time of what has not come."""
    rank = RANKS.get(whole, RANKS.get(last) if whole.endswith(last) else None)
    now = RANKS.get(status)
    if rank is None or now is None or whole not in RANKS:
        return
    if _stem(status) == whole:
        return
    is_out = (
        rank == _OFF
        or (status in _NAUGHT and 1 < rank < 4 and whole not in _KEPT)
        or (now < _OFF and rank > now and not _fits_along(whole, status))
        or (now == _OFF and rank == 4 and whole not in _kept_by(status))
    )
    if is_out and members.made.get(name) is not None:
        members.drop(name)


_NAUGHT = frozenset(("rejected", "declined", "denied", "failed", "void", "voided",
                     "unpaid", "abandoned", "no_show"))  # fmt: skip
"""Statuses of what never came about."""
_KEPT = frozenset(("started", "submitted", "reviewed", "signed", "assigned",
                   "published", "shipped", "dispatched", "sent", "issued",
                   "processing", "activated", "charging", "captured",
                   "acknowledged", "verified"))  # fmt: skip


def _fits_along(whole: str, status: str) -> bool:
    """Return whether *whole* may come before *status* is left: paid, and open."""
    return whole == "paid" and status in ("placed", "received", "confirmed", "booked",
                                          "accepted", "registered")  # fmt: skip


def _kept_by(status: str) -> frozenset[str]:
    if status in ("failed", "error", "errored", "timeout"):
        return _ENDED
    if status in ("refunded", "returned", "archived", "retired", "partially_refunded"):
        return _ENDED | {"delivered", "paid", "resolved", "succeeded", "discharged"}
    return frozenset(("closed", "ended", "completed") if status in (
        "cancelled", "canceled", "terminated") else ())  # fmt: skip


def _twins(members: Members, plan: _Plan, name: str, said: tuple[str, str]) -> None:
    """`verified` is so where `verified_at` is there."""
    for flag, word in plan.flags:
        if word != said[0] or not isinstance(members.made.get(flag), bool):
            continue
        if members.made.get(name) is not None and members.made[flag] is False:
            if not members.drop(name):
                members.put(flag, True)
        elif name in members.made and members.made[name] is None:
            members.put(flag, False)


_ALIKE = {"sold": ("sold", "completed", "closed", "ended", "finished", "final", "won"),
          "failed": ("failed", "declined", "rejected"),
         "closed": ("closed", "resolved", "completed", "done", "solved", "merged",
                    "finished", "cancelled", "rejected", "wontfix"),
          "completed": ("completed", "passed", "graduated")}  # fmt: skip


def _why(members: Members, plan: _Plan, status: str) -> None:
    """There is a reason only for what came about."""
    for name, word in plan.reasons:
        flags = [members.made[flag] for flag, said in plan.flags
                 if said == word and isinstance(members.made.get(flag),
                 bool)]  # fmt: skip
        alike = _ALIKE.get(word, (word,))
        is_so = _stem(status) in alike or True in flags
        if is_so or not (status or flags):
            continue
        if isinstance(members.made.get(name), bool):
            members.put(name, False)
        elif members.made.get(name) is not None:
            members.drop(name)


def reached(names: tuple[str, ...]) -> Iterator[str]:
    """Yield which of *names* are times of what comes about late, or not at all."""
    for name, whole, _ in _plan(names).moments:
        if RANKS.get(whole, 0) > 2 and words_of(name)[-1] != "by":
            yield name


GOOD = frozenset(("success", "succeeded", "passed", "completed", "ok", "finished",
                  "done", "complete"))  # fmt: skip
BARELY = frozenset(("planned", "queued", "pending", "draft", "scheduled", "todo", "new",
                    "not_started", "backlog", "upcoming", "future"))  # fmt: skip


def _ended(members: Members, status: str) -> None:
    """What is done is done wholly; what is not begun is not."""
    exit_code = members.number("exitcode", "returncode", "exitstatus")
    if exit_code is not None and status:
        if status in GOOD:
            members.put(exit_code[0], 0)
        elif status in ("failed", "error", "errored"):
            members.put(exit_code[0], 1 + int(exit_code[1]) % 2)
        else:
            members.drop(exit_code[0])
    progress = members.number("progress", "percentcomplete", "completion",
                              "progresspercent", "progresspercentage", "percentdone",
                              "completionpercentage", "progresspct")  # fmt: skip
    if progress is None or not status:
        return
    if status in GOOD or status == "closed":
        members.put_share(progress[0], 1.0)
    elif status in BARELY:
        members.put_share(progress[0], 0.0)
    elif progress[1] in (0, 100):
        members.put_share(progress[0], 0.4)


def missing(members: Members) -> Iterator[str]:
    """Yield the times that must be there by the status, and are not."""
    plan = _plan(tuple(members.made))
    told = next((members.made[one] for one in plan.statuses
                 if isinstance(members.made.get(one), str)), None)  # fmt: skip
    status = plain(told) if told is not None else ""
    true = {word for name, word in plan.flags if members.made.get(name) is True}
    now = RANKS.get(status, -1)
    for name, whole, _ in plan.moments:
        rank = RANKS.get(whole)
        is_past = rank is not None and now < _OFF and 1 < rank <= now and whole in _SURE
        is_lent = plan.is_lent and whole == "returned" and status == "completed"
        is_who = words_of(name)[-1] == "by"
        if name in members.made and members.made[name] is None and not is_who and (
            is_lent or whole in true or (status and _stem(status) == whole) or is_past
        ):  # fmt: skip
            yield name


_SURE = frozenset(("started", "shipped", "admitted", "dispatched", "submitted",
                   "departed", "approved", "accepted", "picked_up"))  # fmt: skip
