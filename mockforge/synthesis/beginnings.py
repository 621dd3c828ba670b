"""What was just made: its first status, and nothing counted yet."""

from __future__ import annotations

from mockforge.options import Json
from mockforge.synthesis.entity import Entity
from mockforge.synthesis.flags import reached
from mockforge.synthesis.lifecycles import plain
from mockforge.synthesis.members import Members
from mockforge.synthesis.naming import singular, words_of
from mockforge.synthesis.ranks import RANKS

_FIRST = ("pending", "queued", "draft", "new", "open", "created", "submitted",
          "received", "scheduled", "placed", "todo", "active")  # fmt: skip
_FINE = frozenset(("active", "enabled", "confirmed", "booked", "accepted", "trialing",
                   "trial", "published", "authorized", "available", "reserved",
                   "registered", "processing", "approved", "issued", "sent",
                   "succeeded"))  # fmt: skip
_BY_KIND = {
    **dict.fromkeys(("job", "build", "run", "import", "export", "pipeline", "report",
                     "deployment", "task run", "workflow", "backup"), "queued"),
    **dict.fromkeys(("ticket", "issue", "incident", "case", "dispute"), "open"),
    **dict.fromkeys(("task", "story", "card"), "todo"),
    **dict.fromkeys(("post", "article", "campaign", "document", "quote"), "draft"),
    **dict.fromkeys(("application", "claim", "complaint", "review"), "submitted"),
    **dict.fromkeys(("user", "customer", "account", "subscription", "product",
                     "company", "contact", "employee", "webhook", "device", "coupon",
                     "api key", "team", "project"), "active"),
}  # fmt: skip
_COUNTED = frozenset(("view", "like", "share", "download", "reply", "favorite",
                      "follower", "comment", "vote", "click", "retweet", "reaction",
                      "retry", "attempt", "usage", "redemption", "play", "star",
                      "fork", "login", "impression", "visit"))  # fmt: skip
_NOT = frozenset(("max", "maximum", "limit", "allowed", "total", "page", "item",
                  "quota", "per", "rate", "id", "price", "guest", "min"))  # fmt: skip


_STATUSES = (("status",), ("state",), ("stage",), ("phase",))


def begin(members: Members, entity: Entity) -> None:
    """Let what was just made have its first status, as far as that is not given."""
    if not entity.shared.begun or entity.path:
        return
    for name, value in list(members.made.items()):
        is_status = words_of(name)[-1:] in _STATUSES and isinstance(value, str)
        if is_status and not members.is_given(name):
            _first(members, name, entity)
    for name in reached(tuple(members.made)):
        if not _is_paid(members):
            members.drop(name)
    for name, value in list(members.made.items()):
        _not_yet(members, name, value)


def _not_yet(members: Members, name: str, value: Json) -> None:
    """Nobody was ever there yet, and nothing is verified."""
    words = words_of(name)
    if words[:1] == ("last",) and words[-1] in ("at", "date", "on", "time", "seen",
                                                "login"):  # fmt: skip
        members.drop(name)
    elif value is True and words[-1:] in (("verified",), ("confirmed",)):
        members.put(name, False)


def uncounted(members: Members, entity: Entity) -> None:
    """Nothing is counted yet of what was just made."""
    if not entity.shared.begun or entity.path:
        return
    for name, value in list(members.made.items()):
        if not isinstance(value, int) or isinstance(value, bool) or value <= 0:
            continue
        words = words_of(name)
        ones = {singular(word) for word in words}
        is_none = ones & _COUNTED and not ones & _NOT
        if (is_none or "".join(words) in _DONE) and not members.is_given(name):
            members.put(name, 0)


_DONE = frozenset(("progress", "percentcomplete", "progresspercent", "completion",
                   "percentdone", "progresspercentage",
                   "completionpercentage"))  # fmt: skip


def _is_paid(members: Members) -> bool:
    """Return whether it is told that what is just made is paid, or running."""
    told = {plain(value) for value in members.made.values() if isinstance(value, str)}
    return bool(told & {"paid", "succeeded", "active", "captured", "settled", "running",
                        "started", "processing"})  # fmt: skip


def _first(members: Members, name: str, entity: Entity) -> None:
    held = plain(members.made[name])
    rank = RANKS.get(held)
    usual = _BY_KIND.get(entity.kind or entity.shared.noun, "pending")
    known = rank is not None or held in ("running", "paused", "idle")
    if not known or (rank is not None and rank < 2) or held == usual or (
        held in _FINE and usual not in ("queued", "open", "todo")
    ):  # fmt: skip
        return
    enum = [one for one in members.told(name).get("enum", ()) if isinstance(one, str)]
    wanted = (usual, *_FIRST)
    if enum:
        told = {plain(one): one for one in reversed(enum)}
        found = next((told[one] for one in wanted if one in told), None)
        if found is not None:
            members.put(name, found)
    else:
        text = str(members.made[name])
        members.put(name, usual.upper() if text.isupper() else usual.capitalize()
                    if text[:1].isupper() else usual)  # fmt: skip
