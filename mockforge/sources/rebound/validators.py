"""Validators: tags of what is told, and what is not told again (RFC 9110, 8.8, 13).

A server that gives the same document gives the same tag, and another one for another
document. A client that shows the tag is told that nothing changed, if the server of
the recording does that.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from mockforge import chance
from mockforge.bodies.messages import told_of, with_told
from mockforge.http import Response
from mockforge.learning.formats import mint
from mockforge.sources.rebound.facts import plain_body
from mockforge.sources.rebound.journal import Moment
from mockforge.sources.rebound.places import Place

TAG: Place = ("header", "etag")
SHOWN: Place = ("header", "if-none-match")

_UNCHANGED = 304


class Validators:
    """What a recording shows of tags."""

    def __init__(
        self, told: Sequence[tuple[Moment, Response | None]], *, seed: int
    ) -> None:
        """Learn from *told*, the moments of a recording and what was answered."""
        self._seed = seed
        self._unchanged: dict[str, Response] = {}
        for moment, response in told:
            if response is not None and is_unchanged(moment):
                self._unchanged.setdefault(moment.endpoint, response)

    def tagged(
        self, moments: Sequence[Moment], recorded: Moment, asked: Moment, made: Response
    ) -> Response:
        """Return *made* with the tag of what it tells, unless that is known.

        Args:
            moments: The recorded ones of the endpoint.
            recorded: What *made* is made of.
            asked: The request.
            made: An answer to it, with the recorded tag if no other is known.
        """
        old = recorded.told.one(TAG)
        if asked.effect != "read" or made.status != 200 or old is None:
            return made
        if made.header("etag") != old.text:
            return made
        if told_of(made)["body"] == recorded.document:
            return with_told(made, {TAG: old.text})
        names = sorted(
            (fact.place, fact.text)
            for fact in asked.asked.every
            if fact.place[0] in ("param", "path")
        )
        digest = hashlib.sha256(plain_body(made)).hexdigest()
        rng = chance.rng(self._seed, "etag", str(names), digest)
        # The shape of a tag is that of the first one, so that equals get the same.
        like = next(
            (text for each in moments for text in each.told.texts(TAG)), old.text
        )
        return with_told(made, {TAG: mint(like, rng, 0.0)})

    def validated(self, asked: Moment, made: Response) -> Response:
        """Return *made*, or what says that it is what the client has already."""
        tag = made.header("etag")
        if asked.effect != "read" or made.status != 200 or tag is None:
            return made
        unchanged = self._unchanged.get(asked.endpoint)
        if unchanged is None and self._unchanged:
            unchanged = next(iter(self._unchanged.values()))
        if unchanged is None or not _names(asked, tag):
            return made
        return with_told(unchanged, {TAG: tag})


def is_unchanged(moment: Moment) -> bool:
    """Whether *moment* was told that nothing changed since a tag was given."""
    return moment.status == _UNCHANGED and SHOWN in moment.asked.by_place


def _names(asked: Moment, tag: str) -> bool:
    """Whether *asked* shows *tag*; weak tags are equal to strong ones here."""
    for text in asked.asked.texts(SHOWN):
        shown = [each.strip().removeprefix("W/") for each in text.split(",")]
        if tag.removeprefix("W/") in shown or text.strip() == "*":
            return True
    return False
