"""Access: whom an API lets in, and what it says of what is not there.

A request that an endpoint was never asked like this may still be known to fail: one
without credentials where all had them, or one that names what nobody has told of. What
other endpoints say in such a case is what this one says too.
"""

from __future__ import annotations

from collections.abc import Sequence

from mockforge.http import Request
from mockforge.sources.rebound.journal import Journal, Moment
from mockforge.sources.rebound.links import asked_values
from mockforge.sources.rebound.places import Place

CREDENTIAL: Place = ("header", "authorization")

_RENEWALS = 20
"""Times that a credential was got for an older one."""

_SECRET = 12
"""Characters of a credential, at least."""

_NAMED = ("param", "query", "body")
"""Where requests name what they are about."""

_PASSING = frozenset([429, 502, 503, 504])
"""Statuses that say nothing of the request."""


class Access:
    """Who and what is refused, as a recording shows it."""

    def __init__(self, recorded: Journal) -> None:
        """Learn from *recorded*."""
        self._recorded = recorded
        good = [each for each in recorded.moments if each.is_good]
        self._gated = {each.endpoint for each in good if _has_credential(each)} - {
            each.endpoint for each in good if not _has_credential(each)
        }
        self._denials = [
            each
            for each in recorded.moments
            if each.status in (401, 403)
            and each.endpoint in self._gated
            and not _has_credential(each)
        ]
        self._rejected = [
            each
            for each in recorded.moments
            if each.status == 401
            and each.endpoint in self._gated
            and _has_credential(each)
        ]
        self._naming = self._told_before(good)
        self._missing = [
            each
            for each in recorded.moments
            if each.status == 404 and self._is_unknown(recorded, each, each.number)
        ]

    def needs_credential(self, request: Request, endpoint: str) -> bool:
        """Whether *request* has none where all had one that were let in."""
        is_gated = endpoint in self._gated and bool(self._denials)
        return is_gated and request.header("authorization") is None

    def refusal(
        self, moments: Sequence[Moment], live: Journal, moment: Moment
    ) -> Moment | None:
        """Return the recorded refusal that *moment* gets, if it is plain that it does.

        Args:
            moments: The recorded ones of its endpoint.
            live: The session.
            moment: The request.
        """
        endpoint = moments[0].endpoint
        if endpoint in self._gated and not _has_credential(moment):
            return _likest(self._denials, moments[0])
        if endpoint in self._gated and _is_given_up(live, moment):
            return _likest(self._rejected or self._denials, moments[0])
        if endpoint not in self._naming or any(each.status == 404 for each in moments):
            return None
        for journal in (live, self._recorded):
            if not self._is_unknown(journal, moment, len(journal.moments)):
                return None
        return _likest(self._missing, moments[0])

    def lasting(self, moments: Sequence[Moment]) -> list[Moment]:
        """Return *moments* less those that failed for the moment only."""
        kept = [each for each in moments if not self._is_passing(each)]
        return kept or list(moments)

    def _is_passing(self, moment: Moment) -> bool:
        if moment.status in _PASSING:
            return True
        if moment.status != 401:
            return False
        # What was good for reading just before has expired, and the next is good again.
        for fact in moment.asked.by_place.get(CREDENTIAL, ()):
            for posting in self._recorded.before(fact.text, moment.number):
                last = self._recorded.moments[posting.number]
                return last.is_good and last.effect == "read" and not posting.is_told
        return False

    def _told_before(self, good: Sequence[Moment]) -> set[str]:
        """Return the endpoints that were only asked for what was told of before."""
        named: set[str] = set()
        others: set[str] = set()
        for moment in good:
            texts = [f.text for f in moment.asked.every if f.place[0] == "param"]
            known = [self._is_told(self._recorded, t, moment.number) for t in texts]
            (named if texts and all(known) else others).add(moment.endpoint)
        return named - others

    def _is_unknown(self, journal: Journal, moment: Moment, number: int) -> bool:
        texts = [f.text for f in moment.asked.every if f.place[0] == "param"]
        return bool(texts) and not any(
            self._is_told(journal, text, number) for text in texts
        )

    def _is_told(self, journal: Journal, text: str, number: int) -> bool:
        return any(
            journal.moments[posting.number].is_good
            for posting in journal.before(text, number)
        )


def _has_credential(moment: Moment) -> bool:
    return CREDENTIAL in moment.asked.by_place


def _is_given_up(journal: Journal, moment: Moment) -> bool:
    """Whether what *moment* shows to be let in was given up before, as by a logout.

    Such a request ends something and names nothing but the credential.
    """
    for fact in moment.asked.by_place.get(CREDENTIAL, ()):
        for posting in journal.before(fact.text, len(journal.moments)):
            other = journal.moments[posting.number]
            names = {each.place for each in asked_values(other)}
            is_bare = not any(place[0] in _NAMED for place in names)
            is_end = other.effect == "end" and other.is_good
            if is_end and is_bare and posting.fact.place == CREDENTIAL:
                return True
    return False


def _likest(refusals: Sequence[Moment], moment: Moment) -> Moment | None:
    """Return the refusal of what is most like the endpoint of *moment*."""
    method, _, template = moment.endpoint.partition(" ")

    def likeness(other: Moment) -> tuple[bool, int, int]:
        theirs, _, path = other.endpoint.partition(" ")
        pairs = zip(template.split("/"), path.split("/"), strict=False)
        return theirs == method, sum(a == b for a, b in pairs), -other.number

    return max(refusals, key=likeness, default=None)


def owner(journal: Journal, moment: Moment) -> str:
    """Return who asks: what was said to get the credential that *moment* shows.

    A credential that was got for another one is its owner's too.
    """
    texts = [fact.text for fact in moment.asked.by_place.get(CREDENTIAL, ())]
    number = moment.number
    for _ in range(_RENEWALS):
        giver = _giver(journal, texts, number)
        if giver is None:
            return ""
        texts = [
            fact.text
            for fact in giver.asked.every
            if fact.place[0] == "body" and fact.is_leaf and fact.place[-1][:1] != "~"
        ]
        number = giver.number
        if _giver(journal, texts, number) is None:
            return " ".join(sorted(texts))
    return ""


def _giver(journal: Journal, texts: Sequence[str], number: int) -> Moment | None:
    """Return what told of one of *texts*, long enough to be secrets, before."""
    for text in texts:
        for posting in journal.before(text, number) if len(text) >= _SECRET else ():
            if posting.is_told and posting.fact.place[0] in ("body", "cookie"):
                return journal.moments[posting.number]
    return None
